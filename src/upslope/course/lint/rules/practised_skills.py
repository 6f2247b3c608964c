"""Skills that nothing practises."""

import re
from collections.abc import Iterator

from upslope.course.lint.rule import Finding, Rule, WholeCourse, warning
from upslope.course.loader import load_skills
from upslope.course.source import line_of, read_text


def check(subject: WholeCourse) -> Iterator[Finding]:
    """Find skills that no question practises, once every item of the course is written."""
    if not subject.is_complete:
        return
    practised = {skill for facts in subject.facts.values() if facts for skill in facts.skills}
    path = subject.course.path / "skills.toml"
    for skill in load_skills(subject.course):
        if skill.id not in practised:
            line = line_of(read_text(path), rf'\bid\s*=\s*"{re.escape(skill.id)}"')
            what = f"No question practises the skill {skill.id!r}."
            yield warning(path, line, what, "Name it in a question's skills, or remove it.")


RULE = Rule("practised skills", "Practice is offered by skill.", WholeCourse, check)
