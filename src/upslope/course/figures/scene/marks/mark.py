"""One ``[[mark]]`` of a scene, with its keys and the names that may stand in its formulas."""

from dataclasses import dataclass, replace
from typing import Any

from upslope.course.figures.reading import read_numbers
from upslope.course.figures.scene.conditions import read_condition
from upslope.course.figures.scene.controls_reading import flag, one_of
from upslope.course.figures.scene.panels import Panel
from upslope.course.figures.scene.primitives import ROLES, STYLES, Look, Point, Words
from upslope.course.figures.scene.quantities import rows_called
from upslope.course.figures.scene.rows import Rows, Sequence
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.figures.scene.words import read_words
from upslope.course.table import Table
from upslope.maths import Expression


@dataclass(frozen=True)
class Mark:
    """A mark being read; ``vocabulary`` already knows the columns of the rows that it is drawn for."""

    table: Table
    vocabulary: Vocabulary
    panel_index: int = 0
    each: str = ""

    @property
    def panel(self) -> Panel:
        """The panel in which it is drawn."""
        return self.vocabulary.panels[self.panel_index]

    def running(self, *letters: str) -> tuple["Mark", tuple[str, ...]]:
        """Return the mark with letters that run, and what these are called in its primitive."""
        vocabulary, inner = self.vocabulary.running(*letters)
        return replace(self, vocabulary=vocabulary), inner

    def look(self, role: str = "ink", style: str = "") -> Look:
        """Return where and how it is drawn, with the mark's own usual role and style. Raises ContentError."""
        table = self.table
        styles = table.text("style", style or "plain").split()
        wrong = [each for each in styles if each not in (*STYLES, "plain")]
        if wrong:
            raise table.complain(
                f"In {table.what}, style is {wrong[0]!r}.", f"It can be: plain, {', '.join(STYLES)}."
            )
        return Look(
            self.panel_index,
            one_of(table, "role", (role, *(each for each in ROLES if each != role))),
            " ".join(each for each in styles if each != "plain"),
            table.text("part", ""),
            read_condition(table, "when", self.vocabulary),
            self.formula("opacity") if table.has("opacity") else None,
            self.each,
        )

    def formula(self, key: str, usual: str | float | None = None) -> Expression:
        """Return the formula under a key. Raises ContentError."""
        given = self.table.data.get(key, usual) if self.table.has(key) else usual
        if given is None:
            raise self.table.complain(f"{self._named} has no {key}.", f'Add {key} = "…" to it.')
        return self.vocabulary.formula(given, self.table, key)

    def optional(self, key: str) -> Expression | None:
        """Return the formula under a key, None where there is none. Raises ContentError."""
        return self.formula(key) if self.table.has(key) else None

    def point(self, key: str, usual: list[Any] | None = None) -> Point:
        """Return the coordinates under a key, as many as the panel needs. Raises ContentError."""
        given = self.table.data.get(key, usual) if self.table.has(key) else usual
        if given is None:
            raise self.table.complain(f"{self._named} has no {key}.", f"Add {key} = [{self._example}] to it.")
        return self._coordinates(given, key)

    def points(self, key: str, fewest: int) -> tuple[Point, ...]:
        """Return a list of points. Raises ContentError."""
        given = self.table.data.get(key) if self.table.has(key) else None
        if not isinstance(given, list) or len(given) < fewest:
            raise self.table.complain(
                f"In {self.table.what}, {key} is {given!r}.",
                f"It must be a list of {fewest} points or more: {key} = [[{self._example}], …].",
            )
        return tuple(self._coordinates(each, key) for each in given)

    def words(self, key: str, usual: str | None = None) -> Words:
        """Return a text with live numbers. Raises ContentError."""
        return read_words(self.table.text(key, usual), self.table, key, self.vocabulary)

    def flag(self, key: str, usual: bool = False) -> bool:
        """Return true or false. Raises ContentError."""
        return flag(self.table, key, usual)

    def pair(self, key: str, usual: tuple[float, float]) -> tuple[float, float]:
        """Return two numbers. Raises ContentError."""
        if not self.table.has(key):
            return usual
        first, second = read_numbers(self.table, key, 2)
        return first, second

    def whole(self, key: str, usual: int, most: int) -> int:
        """Return a whole number from 2 to ``most``. Raises ContentError."""
        count = self.table.whole(key, usual)
        if not 2 <= count <= most:
            raise self.table.complain(
                f"In {self.table.what}, {key} is {count}.", f"It goes from 2 to {most}."
            )
        return count

    def rows(self) -> Rows | Sequence:
        """Return the rows for which it is drawn. Raises ContentError where it names none."""
        if not self.each:
            there = ", ".join(self.vocabulary.tables) or "none"
            raise self.table.complain(
                f"{self._named} has no each.", f"Name the rows it is drawn for: {there}."
            )
        return self.vocabulary.tables[self.each]

    def in_plane(self) -> None:
        """Raise ContentError when the panel is a space: this mark belongs on paper."""
        if self.panel.space:
            raise self.table.complain(
                f"{self._named} stands in the panel {self.panel.id!r}, which is a space.",
                "Name a flat one: panel = …",
            )

    @property
    def _named(self) -> str:
        return self.table.what[0].upper() + self.table.what[1:]

    @property
    def _example(self) -> str:
        return ", ".join(f'"{letter}"' for letter in ("x", "f(x)", "z")[: self.panel.dimensions])

    def _coordinates(self, given: Any, key: str) -> Point:
        count = self.panel.dimensions
        if not isinstance(given, list) or len(given) != count:
            place = "in space" if count == 3 else "on the plane"
            raise self.table.complain(
                f"In {self.table.what}, {key} has {given!r}; a point {place} has {count} coordinates.",
                f"Write [{self._example}].",
            )
        return tuple(self.vocabulary.formula(each, self.table, key) for each in given)


def mark_of(table: Table, vocabulary: Vocabulary) -> Mark:
    """Return the mark of a table: its panel and its rows are known from here on. Raises ContentError."""
    names = [panel.id for panel in vocabulary.panels]
    index = names.index(one_of(table, "panel", tuple(names)))
    if not table.has("each"):
        return Mark(table, vocabulary, index)
    rows = rows_called(table, vocabulary, "each")
    return Mark(table, vocabulary.knowing(rows.inner), index, rows.name)
