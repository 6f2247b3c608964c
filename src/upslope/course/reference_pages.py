"""The pages beside the lessons that a learner looks things up in: the notation and the formula sheet."""

from dataclasses import dataclass

from upslope.course.errors import NoSuchItem
from upslope.course.markdown import render, render_inline
from upslope.course.schema import Course
from upslope.course.source import read_page
from upslope.course.table import Table

NAMES = ("notation", "formulas")
"""What such a page may be called: the name of its file beside course.toml, and its address."""


@dataclass(frozen=True)
class ReferencePage:
    """A page ready to show. ``lede`` is HTML of one paragraph's inside."""

    title: str
    lede: str
    html: str


def reference_pages(course: Course) -> list[str]:
    """Return the names of the pages that the course has, in the order of NAMES."""
    return [name for name in NAMES if (course.path / f"{name}.md").is_file()]


def load_reference_page(course: Course, name: str) -> ReferencePage:
    """Return the page with one of NAMES. Raises ContentError, and NoSuchItem where the course has none."""
    if name not in reference_pages(course):
        raise NoSuchItem(f"This course has no page {name!r}.")
    path = course.path / f"{name}.md"
    page = read_page(path)
    front = Table(page.front, path, 1, "the front matter")
    title, lede = front.text("title"), render_inline(front.text("lede"), path, 1)
    front.finish()
    return ReferencePage(title, lede, render(page.body, path, page.body_line))
