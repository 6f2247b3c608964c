"""Folders that no item of the course leads to."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, Rule, error
from upslope.course.schema import READY_FILES, Course


def check(course: Course) -> Iterator[Finding]:
    """Find content whose folder is not an item of course.toml: nobody would ever see it."""
    known = {item.full_id for item in course.items}
    for file in sorted(course.path.glob("*/*/*")):
        name = file.parent.relative_to(course.path).as_posix()
        if file.name in READY_FILES and name not in known:
            yield error(file, 1, f"No item of the course is {name!r}.", "Name the folder as in course.toml.")


RULE = Rule("course folders", "A misspelt folder hides its lesson without a word.", Course, check)
