"""What an author says about finding a starting point: which skills mark the way, which aims there are.

A page late in the course that asks the same once more names the first page, and repeats none of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from upslope.course.errors import NoSuchItem
from upslope.course.plugins import STARTING_POINT, plugin_page
from upslope.course.schema import Course, Item
from upslope.course.source import line_of, parse_toml, read_text
from upslope.course.table import Table

BACKGROUNDS = ("school", "derivatives", "matrices", "gradients")


@dataclass(frozen=True)
class Aim:
    """Something a learner may want. ``item`` is where the course gives it; empty for no such place."""

    id: str
    words: str
    item: str


@dataclass(frozen=True)
class StartingPoint:
    """``landmarks`` says, for each skill that marks the way, which background makes it likely.

    ``is_repeat`` where they are those of another page: who is asked again is believed by their answers alone.
    """

    landmarks: Mapping[str, str]
    aims: tuple[Aim, ...]
    is_repeat: bool = False


def load_starting_point(course: Course, item: Item) -> StartingPoint:
    """Return what ``plugin.toml`` of an item with a page of this kind says. Raises ContentError."""
    table, text = _read(item)
    if not table.has("landmarks_of"):
        return _own(table, text)
    first = _first_page(course, table)
    table.finish()
    return replace(_own(*_read(first)), is_repeat=True)


def _read(item: Item) -> tuple[Table, str]:
    if item.path is None:
        raise ValueError(f"{item.full_id} is still coming, so it has no plugin.toml to read.")
    file = item.path / "plugin.toml"
    text = read_text(file)
    table = Table(parse_toml(text, file), file, 1, "plugin.toml")
    table.text("page")
    return table, text


def _first_page(course: Course, table: Table) -> Item:
    """The item whose landmarks are asked about again."""
    name = table.text("landmarks_of")
    table.line = line_of(table.path.read_text(encoding="utf-8"), "landmarks_of")
    try:
        item = course.item(name)
    except NoSuchItem as missing:
        raise table.complain(f"No item is called {name!r}.", "Name an item of course.toml.") from missing
    if plugin_page(item) != STARTING_POINT:
        raise table.complain(f"{name} finds no starting point.", f"Name a page of kind {STARTING_POINT!r}.")
    return item


def _own(table: Table, text: str) -> StartingPoint:
    file = table.path
    landmarks: dict[str, str] = {}
    for entry in table.tables("landmarks"):
        background, skills = _landmarks(Table(entry, file, line_of(text, r"landmarks"), "a table landmarks"))
        landmarks |= dict.fromkeys(skills, background)
    aims = tuple(
        _aim(Table(entry, file, line_of(text, r"aims"), "a table aims")) for entry in table.tables("aims")
    )
    table.finish()
    return StartingPoint(landmarks, aims)


def _landmarks(table: Table) -> tuple[str, tuple[str, ...]]:
    background, skills = table.text("background"), table.texts("skills")
    if background not in BACKGROUNDS:
        raise table.complain(
            f"No background is called {background!r}.", f"There are {', '.join(BACKGROUNDS)}."
        )
    table.finish()
    return background, skills


def _aim(table: Table) -> Aim:
    aim = Aim(table.text("id"), table.text("words"), table.text("item", ""))
    table.finish()
    return aim
