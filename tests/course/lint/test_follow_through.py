"""A part that should follow from the one before, and does not."""

from collections.abc import Callable
from pathlib import Path

from upslope.course import Course, load_course
from upslope.course.lint.runner import check_course

Write = Callable[[str, str], Path]

FIXED = "first/slopes/questions/fixed/question.md"
SECOND = """\
[[parts]]
name = "value"
type = "number"
label = "value ="
answer = 6
follow_through = { formula = "3 slope" }
---
What is the slope"""


def test_a_part_that_follows_from_the_right_answers_gives_no_finding(
    write: Write, course: Course, tmp_path: Path
) -> None:
    text = (tmp_path / FIXED).read_text(encoding="utf-8")
    write(FIXED, text.replace("---\nWhat is the slope", SECOND))
    assert check_course(course, seeds=1, only="first/slopes/fixed") == []


def test_a_part_that_does_not_is_found_with_its_line(write: Write, course: Course, tmp_path: Path) -> None:
    text = (tmp_path / FIXED).read_text(encoding="utf-8")
    write(FIXED, text.replace("---\nWhat is the slope", SECOND.replace("3 slope", "4 slope")))
    found = [
        str(finding) for finding in check_course(load_course(tmp_path), seeds=1, only="first/slopes/fixed")
    ]
    assert len(found) == 1
    assert (
        "fixed/question.md:15: error: With seed 0: Part 'value' has the answer 6, but 4*2 follows" in found[0]
    )
