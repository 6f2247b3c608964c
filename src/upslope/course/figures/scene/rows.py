"""Rows of numbers: tables that an author writes down, and sequences that are made by iterating."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from upslope.course.figures.scene.names import ROW_NUMBER, check_name
from upslope.course.table import Table
from upslope.maths import Expression, to_json

MOST_ROWS = 400
USUAL_MOST, LONGEST = 60, 200
NEXT = "_next"


@dataclass(frozen=True)
class Rows:
    """A table: the names of its columns, and its rows."""

    name: str
    columns: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]

    @property
    def inner(self) -> tuple[str, ...]:
        """The names that a formula may use once for each row."""
        return *self.columns, ROW_NUMBER

    def column(self, name: str) -> tuple[float, ...]:
        """Return one column."""
        place = self.columns.index(name)
        return tuple(row[place] for row in self.values)

    def by_name(self) -> tuple[tuple[tuple[str, float], ...], ...]:
        """Return every row as pairs of a column's name and a number."""
        return tuple(tuple(zip(self.columns, row, strict=True)) for row in self.values)

    def data(self) -> dict[str, Any]:
        """Return the table for JSON."""
        return {"columns": self.columns, "values": self.values}


@dataclass(frozen=True)
class Sequence:
    """Columns that start somewhere and go on by a rule, for rows 0 … ⌊count⌋; never more than ``most``."""

    name: str
    columns: tuple[str, ...]
    start: tuple[Expression, ...]
    next: tuple[Expression, ...]
    count: Expression
    most: int

    @property
    def inner(self) -> tuple[str, ...]:
        """The names that a formula may use once for each row."""
        return *self.columns, *(column + NEXT for column in self.columns), ROW_NUMBER

    @property
    def needs(self) -> frozenset[str]:
        """The numbers that it is made from."""
        outside = frozenset().union(*(tree.variables for tree in (*self.start, self.count)))
        inside = frozenset().union(*(tree.variables for tree in self.next))
        return outside | (inside - {*self.columns, ROW_NUMBER})

    def data(self) -> dict[str, Any]:
        """Return the sequence for JSON."""
        return {
            "name": self.name,
            "names": self.columns,
            "start": [to_json(tree) for tree in self.start],
            "next": [to_json(tree) for tree in self.next],
            "count": to_json(self.count),
            "most": self.most,
        }


def last_names(name: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the values of a sequence's last row are called."""
    return tuple(f"{name}_{column}" for column in columns)


def read_rows(table: Table, taken: tuple[str, ...]) -> dict[str, Rows]:
    """Return the tables of ``rows``, by name. Raises ContentError."""
    if not table.has("rows"):
        return {}
    tables = table.data["rows"]
    if not isinstance(tables, Mapping):
        raise table.complain(
            f"In {table.what}, rows is {tables!r}.", "Write rows = { data = { x = [1, 2] } }."
        )
    found: dict[str, Rows] = {}
    for name, columns in tables.items():
        inner = Table(
            columns if isinstance(columns, Mapping) else {},
            table.path,
            table.line,
            f"the rows called {name!r}",
        )
        check_name(name, taken, inner)
        found[name] = _read_table(name, inner, taken)
    return found


def _read_table(name: str, table: Table, taken: tuple[str, ...]) -> Rows:
    if not table.data:
        raise table.complain(
            f"In {table.what} there is nothing.", "Write columns: { x = [1, 2, 3], y = [2, 3, 5] }."
        )
    for column, values in table.data.items():
        check_name(column, taken, table)
        if not isinstance(values, list) or not all(_is_number(value) for value in values):
            raise table.complain(
                f"In {table.what}, the column {column} is {values!r}.", f"Write {column} = [1, 2, 3]."
            )
    lengths = {column: len(values) for column, values in table.data.items()}
    if len(set(lengths.values())) > 1 or not 1 <= max(lengths.values()) <= MOST_ROWS:
        said = ", ".join(f"{column} has {count}" for column, count in lengths.items())
        raise table.complain(
            f"In {table.what}, {said} numbers.", f"Every column needs equally many, from 1 to {MOST_ROWS}."
        )
    rows = zip(*(map(float, values) for values in table.data.values()), strict=True)
    return Rows(name, tuple(table.data), tuple(rows))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
