"""Which keys of a worked example an author may hand to the learner."""

from collections.abc import Callable
from pathlib import Path

import pytest

from upslope.course import ContentError, Course, HtmlChunk, OwnProblemChunk, load_lesson

Write = Callable[[str, str], Path]
EXAMPLE = """\
---
lede = "Hm"
---

Before.

{open}```worked-example
kind = "gradient"
function = "x y"
variables = ["x", "y"]
at = {{ x = "1", y = "2" }}
yours = {yours}
```
{close}
After.
"""


def lesson_with(write: Write, yours: str, box: tuple[str, str] = ("", "")) -> None:
    write("first/slopes/lesson.md", EXAMPLE.format(yours=yours, open=box[0], close=box[1]))


def test_the_form_stands_between_the_example_and_what_follows(write: Write, course: Course) -> None:
    lesson_with(write, '{ function = "A hill", at = "Where you stand" }')
    before, own, after = load_lesson(course, course.item("first/slopes")).sections
    assert isinstance(before, HtmlChunk)
    assert before.html.index("Before.") < before.html.index('class="worked"')
    assert isinstance(own, OwnProblemChunk)
    assert own.labels == {"function": "A hill", "at": "Where you stand"}
    assert "yours" not in own.spec
    assert own.html == ""
    assert "After." in after.html


@pytest.mark.parametrize(
    ("yours", "message"),
    [
        (
            '{ hill = "A hill" }',
            "Nobody can type another 'hill'. What can be changed: function, variables, at",
        ),
        ('{ kind = "A kind" }', "Nobody can type another 'kind'"),
        ('["function"]', "a table of texts"),
    ],
)
def test_a_key_that_is_not_there_cannot_be_changed(
    write: Write, course: Course, yours: str, message: str
) -> None:
    lesson_with(write, yours)
    with pytest.raises(ContentError, match=message):
        load_lesson(course, course.item("first/slopes"))


def test_no_form_stands_inside_a_box(write: Write, course: Course) -> None:
    lesson_with(write, '{ function = "A hill" }', ("::: example\n", ":::\n"))
    with pytest.raises(ContentError, match="stands inside a box"):
        load_lesson(course, course.item("first/slopes"))
