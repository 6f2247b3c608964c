"""Runs every rule over a course."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from upslope.course.errors import ContentError
from upslope.course.glossary import load_glossary
from upslope.course.lesson_loader import figure_sources, lesson_file, load_lesson
from upslope.course.lint import rules
from upslope.course.lint.rule import Finding, LessonSubject, QuestionSubject, QuizSubject, Rule, Text
from upslope.course.loader import load_skills
from upslope.course.prose import read_tokens
from upslope.course.question_loader import load_question
from upslope.course.quiz_loader import load_quiz
from upslope.course.schema import Course, Item, Progress, walk_questions
from upslope.course.source import read_page, read_text

Subject = Course | Text | LessonSubject | QuizSubject | QuestionSubject


def check_course(
    course: Course, seeds: int = 200, only: str | None = None, progress: Progress | None = None
) -> list[Finding]:
    """Return everything that should be mended, in the course's order.

    Every question is proved on the seeds 0 to ``seeds`` − 1. ``only`` keeps the items and questions whose
    id begins so, for example ``what-is-calculus/rise-over-run``. ``progress`` is called before each thing
    that is checked.
    """
    names = ["", *(item.full_id for item in course.items if item.path), *walk_questions(course)]
    wanted = [name for name in names if only is None or (name and name.startswith(only))]
    findings: list[Finding] = []
    for done, name in enumerate(wanted):
        if progress is not None:
            progress(done, len(wanted), name or course.id)
        try:
            for subject in _subjects(course, name, seeds):
                findings.extend(check_subject(subject))
        except ContentError as problem:
            findings.append(Finding("error", problem.path, problem.line, problem.what, problem.remedy))
    return list(dict.fromkeys(findings))


def check_subject(subject: Subject) -> Iterator[Finding]:
    """Yield what the rules for this kind of subject find."""
    for rule in all_rules():
        if isinstance(subject, rule.subject):
            yield from rule.check(subject)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return the rules of ``lint/rules/``, in the order of their file names."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}."))
    return tuple(importlib.import_module(name).RULE for name in names)


def make_text(course: Course, body: str, path: Path, line: int) -> Text:
    """Return Markdown taken apart for the rules. Raises ContentError."""
    tokens = tuple(read_tokens(body))
    return Text(course, path, line, tokens, tuple(figure_sources(tokens, path, line)))


def _subjects(course: Course, name: str, seeds: int) -> Iterator[Subject]:
    if not name:
        yield from _course_subjects(course)
    elif name.count("/") == 1:
        yield from _item_subjects(course, course.item(name))
    else:
        yield from _question_subjects(course, name, seeds)


def _course_subjects(course: Course) -> Iterator[Subject]:
    load_skills(course)
    load_glossary(course)
    yield course
    glossary = course.path / "glossary.md"
    yield make_text(course, read_text(glossary), glossary, 1)


def _item_subjects(course: Course, item: Item) -> Iterator[Subject]:
    if item.path is None:
        return
    if (item.path / "lesson.md").is_file():
        path = lesson_file(item)
        page = read_page(path)
        text = make_text(course, page.body, path, page.body_line)
        yield text
        yield LessonSubject(course, item, load_lesson(course, item), text)
    if (item.path / "quiz.toml").is_file():
        yield QuizSubject(course, item, load_quiz(course, item), item.path / "quiz.toml")


def _question_subjects(course: Course, name: str, seeds: int) -> Iterator[Subject]:
    question = load_question(course, name)
    variants = tuple(question.variant(seed) for seed in range(seeds if question.generate else 1))
    yield QuestionSubject(course, question, variants)
    first = variants[0]
    passages = ((question.prompt, first.prompt), (question.solution, first.solution))
    for passage, filled in passages:
        yield make_text(course, filled, question.path / "question.md", passage.line)
