"""The rules of ``rules/``, and what they say of one subject."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from upslope.course.lint import rules
from upslope.course.lint.rule import (
    Finding,
    LessonSubject,
    QuestionSubject,
    QuizSubject,
    Rule,
    Text,
    WholeCourse,
)
from upslope.course.schema import Course

Subject = Course | Text | LessonSubject | QuizSubject | QuestionSubject | WholeCourse


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return the rules of ``lint/rules/``, in the order of their file names."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}."))
    return tuple(importlib.import_module(name).RULE for name in names)


def check_subject(subject: Subject) -> Iterator[Finding]:
    """Yield what the rules for this kind of subject find."""
    for rule in all_rules():
        if isinstance(subject, rule.subject):
            yield from (replace(finding, rule=rule.name) for finding in rule.check(subject))
