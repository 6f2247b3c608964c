"""The numbers that follow from a scene's state, and the order in which they are worked out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from upslope.course.figures.scene.calls import PLACEHOLDER
from upslope.course.figures.scene.names import ROW_NUMBER
from upslope.course.figures.scene.rows import Rows, Sequence, last_names
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table
from upslope.maths import Expression, to_json


@dataclass(frozen=True)
class Quantity:
    """A named number; with ``over`` the sum of the formula over the rows of that name."""

    name: str
    tree: Expression
    over: str = ""
    columns: tuple[str, ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether it is a step on the way that no author has a name for."""
        return self.name.startswith(PLACEHOLDER)

    @property
    def needs(self) -> frozenset[str]:
        """The numbers that it is made from."""
        return self.tree.variables.difference(self.columns)

    def data(self) -> dict[str, Any]:
        """Return the number for JSON."""
        tree = to_json(self.tree)
        return (
            {"name": self.name, "sum": tree, "rows": self.over}
            if self.over
            else {"name": self.name, "tree": tree}
        )


@dataclass(frozen=True)
class Quantities:
    """Numbers in the order of their making: ``first``, then the sequences, then what uses those."""

    first: tuple[Quantity, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    late: tuple[Quantity, ...] = ()


def read_quantities(table: Table, vocabulary: Vocabulary) -> tuple[Quantity, ...]:
    """Return the numbers of ``numbers`` as they are written. Raises ContentError."""
    return tuple(_read(name, value, table, vocabulary) for name, value in number_texts(table).items())


def number_texts(table: Table) -> Mapping[str, Any]:
    """Return the table ``numbers``. Raises ContentError."""
    texts = table.data["numbers"] if table.has("numbers") else {}
    if not isinstance(texts, Mapping):
        raise table.complain(
            f"In {table.what}, numbers is {texts!r}.", 'Write numbers = { slope = "f\'(x0)" }.'
        )
    return texts


def _read(name: str, value: object, table: Table, vocabulary: Vocabulary) -> Quantity:
    if not isinstance(value, Mapping):
        return Quantity(name, vocabulary.formula(value, table, name))
    inner = Table(value, table.path, table.line, f"the number {name!r}")
    rows = rows_called(inner, vocabulary)
    tree = vocabulary.knowing(rows.inner).formula(inner.text("sum"), inner, "sum")
    inner.finish()
    return Quantity(name, tree, rows.name, rows.inner)


def rows_called(table: Table, vocabulary: Vocabulary, key: str = "rows") -> Rows | Sequence:
    """Return the rows that a table's ``rows`` names. Raises ContentError."""
    name = table.text(key)
    if name not in vocabulary.tables:
        there = (
            ", ".join(vocabulary.tables) or "none; write rows = { data = { x = [1, 2] } } or a [[sequence]]"
        )
        raise table.complain(
            f"In {table.what}, {key} is {name!r}: no rows are called that.", f"There are: {there}."
        )
    return vocabulary.tables[name]


def in_order(quantities: Iterable[Quantity], sequences: Iterable[Sequence], table: Table) -> Quantities:
    """Return the numbers, each after those it is made from. Raises ContentError for a circle."""
    made: dict[str, Quantity | Sequence] = {each.name: each for each in quantities}
    for sequence in sequences:
        made |= dict.fromkeys((sequence.name, *last_names(sequence.name, sequence.columns)), sequence)
    order: dict[str, Quantity | Sequence] = {}
    late: set[str] = set()
    for name in made:
        _place(name, (), made, order, table)
    for each in order.values():
        reached = _needs(each) & made.keys()
        if any(isinstance(made[name], Sequence) or name in late for name in reached):
            late.add(each.name)
    _check_sequences(order.values(), late, table)
    numbers = [each for each in order.values() if isinstance(each, Quantity)]
    return Quantities(
        tuple(each for each in numbers if each.name not in late),
        tuple(each for each in order.values() if isinstance(each, Sequence)),
        tuple(each for each in numbers if each.name in late),
    )


def _needs(each: Quantity | Sequence) -> frozenset[str]:
    over = {each.over} if isinstance(each, Quantity) and each.over else frozenset[str]()
    return each.needs | over


def _place(
    name: str,
    above: tuple[str, ...],
    made: Mapping[str, Quantity | Sequence],
    order: dict[str, Quantity | Sequence],
    table: Table,
) -> None:
    """Put a number behind all it is made from; ``above`` is what led here."""
    each = made[name]
    if each.name in order:
        return
    if each.name in above:
        circle = " → ".join((*above[above.index(each.name) :], each.name))
        raise table.complain(
            f"In {table.what}, numbers go round in a circle: {circle}.",
            "A number may use the state and other numbers, but never itself.",
        )
    for needed in sorted(_needs(each) & made.keys()):
        _place(needed, (*above, each.name), made, order, table)
    order[each.name] = each


def _check_sequences(order: Iterable[Quantity | Sequence], late: set[str], table: Table) -> None:
    for each in order:
        wrong = sorted(_needs(each) & {*late} - {ROW_NUMBER}) if isinstance(each, Sequence) else []
        quantities = {other.name for other in order if isinstance(other, Quantity)}
        for name in wrong:
            if name in quantities:
                raise table.complain(
                    f"The sequence {each.name!r} uses {name}, which is made from a sequence itself.",
                    f"Put the formula of {name} in its place.",
                )
