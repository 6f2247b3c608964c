"""Reads course-page.toml: what the public page of a course says to somebody who has not begun."""

from dataclasses import dataclass

from upslope.course.errors import ContentError, NoSuchItem
from upslope.course.lesson_loader import load_lesson
from upslope.course.schema import Course, Item
from upslope.course.source import line_of, parse_toml, read_text
from upslope.course.table import Table

FILE = "course-page.toml"


@dataclass(frozen=True)
class CoursePage:
    """What stands on the public page. All texts are plain; what an author leaves out is empty.

    ``sample`` is the ``module/item`` of the lesson that anybody may read, ``figure`` the id of one of its
    figures, ``language`` a tag such as ``en-GB`` and ``language_name`` what people call it.
    """

    lede: str = ""
    outcomes: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    language: str = "en"
    language_name: str = "English"
    licence: str = ""
    licence_address: str = ""
    sample: str = ""
    figure: str = ""


def load_course_page(course: Course) -> CoursePage:
    """Return what the author wrote; without the file, only the lesson to try. Raises ContentError."""
    file = course.path / FILE
    if not file.is_file():
        first = next((item for item in course.items if _can_be_tried(item)), None)
        return CoursePage(sample=first.full_id if first else "")
    text = read_text(file)
    table = Table(parse_toml(text, file), file, 1, "the course's page")
    page = CoursePage(
        lede=table.text("lede"),
        outcomes=table.texts("outcomes", ()),
        audience=table.texts("audience", ()),
        needs=table.texts("needs", ()),
        language=table.text("language", "en"),
        language_name=table.text("language_name", "English"),
        licence=table.text("licence", ""),
        licence_address=table.text("licence_address", ""),
        sample=table.text("sample", ""),
        figure=table.text("figure", ""),
    )
    table.finish()
    _check_address(page, table, line_of(text, r"^licence_address\b"))
    _check_sample(course, page, table, line_of(text, r"^(sample|figure)\b"))
    return page


def _can_be_tried(item: Item) -> bool:
    return item.kind == "lesson" and item.status == "ready"


def _check_address(page: CoursePage, table: Table, line: int) -> None:
    if page.licence_address and not page.licence_address.startswith("https://"):
        what = f"In {table.what}, licence_address is {page.licence_address!r}."
        raise ContentError(table.path, line, what, "Write an address that begins with https://.")


def _check_sample(course: Course, page: CoursePage, table: Table, line: int) -> None:
    if not page.sample:
        if page.figure:
            raise ContentError(
                table.path,
                line,
                f"Nothing says where figure {page.figure!r} stands.",
                "Add sample = … to it.",
            )
        return
    try:
        item = course.item(page.sample)
    except NoSuchItem:
        item = None
    if item is None or not _can_be_tried(item):
        what = f"The lesson to try is {page.sample!r}, which is no lesson of the course that is ready."
        raise ContentError(table.path, line, what, 'Name one as module/item, for example "first/slopes".')
    names = (
        [str(source.spec.get("id")) for source in load_lesson(course, item).figures] if page.figure else []
    )
    if page.figure and page.figure not in names:
        what = f"{page.sample} has no figure {page.figure!r}."
        raise ContentError(table.path, line, what, f"It has: {', '.join(names) or 'none'}.")
