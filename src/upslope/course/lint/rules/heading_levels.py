"""Headings."""

from collections.abc import Iterator
from itertools import pairwise

from upslope.course.lint.rule import Finding, LessonSubject, Rule, error


def check(subject: LessonSubject) -> Iterator[Finding]:
    """Find headings above the second level, skipped levels and headings with the same words."""
    text = subject.text
    headings = [
        (opening, inline.content)
        for opening, inline in pairwise(text.tokens)
        if opening.type == "heading_open"
    ]
    level = 1
    seen: set[str] = set()
    for opening, words in headings:
        line, new = text.line_of(opening), int(opening.tag[1:])
        if new == 1:
            yield error(
                text.path,
                line,
                f"The heading {words!r} is at the first level.",
                "The page's title has it: write ##.",
            )
        elif new > level + 1:
            yield error(
                text.path, line, f"The heading {words!r} skips a level.", f"Give it {'#' * (level + 1)}."
            )
        if words in seen:
            yield error(
                text.path, line, f"Two headings say {words!r}.", "Links need different ones: reword it."
            )
        seen.add(words)
        level = new


RULE = Rule("heading levels", "Screen readers move from heading to heading.", LessonSubject, check)
