"""course-page.toml: what the public page says of a course."""

from pathlib import Path

import pytest

from tests.support.courses import GLOSSARY, OPENING, OUTLINE, QUESTION, write
from upslope.course import ContentError, default_course_path, load_course
from upslope.course.course_page import CoursePage, load_course_page

FIGURE = """\
```figure
kind = "secant-slope"
id = "line"
alt = "A line."
caption = "A line."
function = "2*x"
view = [0, 5, 0, 10]
state = { x = 1.0, run = 1.0 }
```
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "course.toml", OUTLINE)
    write(tmp_path / "glossary.md", GLOSSARY)
    write(tmp_path / "first/opening/lesson.md", f"{OPENING}\n{FIGURE}")
    write(tmp_path / "first/opening/questions/one-plus-one/question.md", QUESTION)
    return tmp_path


def page_of(folder: Path, text: str) -> CoursePage:
    write(folder / "course-page.toml", text)
    return load_course_page(load_course(folder))


def test_the_course_that_comes_along_has_a_page_that_can_be_read() -> None:
    page = load_course_page(load_course(default_course_path()))

    assert len(page.outcomes) >= 5
    assert page.audience
    assert page.needs
    assert page.figure
    assert page.licence_address.startswith("https://")


def test_without_the_file_the_first_lesson_that_is_ready_may_be_tried(folder: Path) -> None:
    assert load_course_page(load_course(folder)) == CoursePage(sample="first/opening")


def test_what_is_written_is_read(folder: Path) -> None:
    page = page_of(
        folder, 'lede = "A way up."\nneeds = ["Shoes."]\nsample = "first/opening"\nfigure = "line"\n'
    )

    assert (page.lede, page.needs, page.outcomes, page.figure) == ("A way up.", ("Shoes.",), (), "line")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "has no lede"),
        ('lede = "x"\noutcome = ["y"]', 1, "Nothing in the course's page is called 'outcome'"),
        ('lede = "x"\nneeds = "y"', 1, "needs is 'y'"),
        ('lede = "x"\nsample = "first/nowhere"', 2, "The lesson to try is 'first/nowhere'"),
        ('lede = "x"\nsample = "first/unwritten"', 2, "The lesson to try is 'first/unwritten'"),
        ('lede = "x"\n\nsample = "first/opening"\nfigure = "curve"', 3, "has no figure 'curve'"),
        ('lede = "x"\nfigure = "line"', 2, "Nothing says where figure 'line' stands"),
        (
            'lede = "x"\nlicence_address = "javascript:alert(1)"',
            2,
            "licence_address is 'javascript:alert(1)'",
        ),
        ('lede = "x', 1, "cannot be read"),
    ],
)
def test_a_slip_is_named_with_its_line(folder: Path, text: str, line: int, what: str) -> None:
    with pytest.raises(ContentError) as caught:
        page_of(folder, text)

    assert what in str(caught.value)
    assert (caught.value.path.name, caught.value.line) == ("course-page.toml", line)
    assert caught.value.remedy
