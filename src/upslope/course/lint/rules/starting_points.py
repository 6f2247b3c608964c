"""The landmarks and aims of a page that finds a starting point."""

from collections.abc import Iterator
from pathlib import Path

from upslope.course.errors import ContentError, NoSuchItem
from upslope.course.lint.rule import Finding, LessonSubject, Rule, error, not_readable
from upslope.course.loader import load_skills
from upslope.course.plugins import COURSE_REVIEW, STARTING_POINT, plugin_page
from upslope.course.schema import Course, Skill
from upslope.course.source import line_of, read_text
from upslope.course.starting_point import StartingPoint, load_starting_point

PAGES = (STARTING_POINT, COURSE_REVIEW)
FEWEST, MOST = 2, 24  # one says nothing; with every one more, there are more states to tell apart


def check(subject: LessonSubject) -> Iterator[Finding]:
    """Find landmarks that are no skill with a lesson, too few or too many of them, aims that lead nowhere."""
    if subject.item.kind != "plugin" or plugin_page(subject.item) not in PAGES:
        return
    file = subject.text.path.parent / "plugin.toml"
    try:
        point = load_starting_point(subject.course, subject.item)
    except ContentError as problem:
        yield not_readable(problem, RULE.name)
        return
    if not point.is_repeat:
        yield from _of_point(file, point, subject.course)


def _of_point(file: Path, point: StartingPoint, course: Course) -> Iterator[Finding]:
    skills = {skill.id: skill for skill in load_skills(course)}
    count = len(point.landmarks)
    if not FEWEST <= count <= MOST:
        yield error(file, 1, f"There are {count} landmarks.", f"Name {FEWEST} to {MOST} skills.")
    for name in point.landmarks:
        yield from _of_landmark(file, name, skills.get(name), course)
    for aim in point.aims:
        if aim.item and not _is_item(course, aim.item):
            what = f"The aim {aim.id!r} leads to {aim.item!r}, which does not exist."
            yield error(file, _line(file, aim.item), what, "Name an item of course.toml: module/item.")


def _of_landmark(file: Path, name: str, skill: Skill | None, course: Course) -> Iterator[Finding]:
    if skill is None:
        yield error(file, _line(file, name), f"No skill is called {name!r}.", "Name a skill of skills.toml.")
    elif not _is_item(course, skill.lesson):
        what = f"No lesson teaches {name!r}, so nobody can be sent there."
        yield error(file, _line(file, name), what, "Give the skill its lesson in skills.toml.")


def _is_item(course: Course, name: str) -> bool:
    try:
        return bool(course.item(name))
    except NoSuchItem:
        return False


def _line(file: Path, name: str) -> int:
    return line_of(read_text(file), f'"{name}"')


RULE = Rule("starting points", "Learners are sent where a landmark is taught.", LessonSubject, check)
