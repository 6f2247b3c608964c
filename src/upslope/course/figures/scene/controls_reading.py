"""Reading ``[[slider]]``, ``[[choice]]``, ``[[legend]]``, ``[[readout]]`` and ``formula``."""

import re
from collections.abc import Callable
from typing import TypeVar

from upslope.course.figures.scene.controls import Choice, Controls, Legend, Ranges, Readout, Slider
from upslope.course.figures.scene.primitives import ROLES, STYLES
from upslope.course.figures.scene.words import MOST_DIGITS, USUAL_DIGITS
from upslope.course.table import Table

LIVE = re.compile(r"\\live\{([^{}]*)\}(?!\{)")
Made = TypeVar("Made")


def read_choices(table: Table) -> tuple[Choice, ...]:
    """Return the choices. Raises ContentError."""
    return _each(table, "choice", _read_choice)


def _read_choice(table: Table) -> Choice:
    choice = Choice(table.text("name"), table.text("label"), table.texts("options"))
    if len(choice.options) < 2:
        raise table.complain(f"In {table.what}, options holds {list(choice.options)}.", "Offer two or more.")
    return choice


def read_controls(
    table: Table, choices: tuple[Choice, ...], ranges: Ranges, names: tuple[str, ...]
) -> Controls:
    """Return what stands in the strip; ``names`` are all numbers of the scene. Raises ContentError."""
    return Controls(
        _each(table, "slider", lambda inner: _read_slider(inner, ranges)),
        choices,
        _each(table, "legend", _read_legend),
        _each(table, "readout", lambda inner: _read_readout(inner, names)),
        _read_formula(table, names),
    )


def _each(table: Table, key: str, read: Callable[[Table], Made]) -> tuple[Made, ...]:
    made = []
    for place, entry in enumerate(table.tables(key), 1):
        inner = Table(entry, table.path, table.line, f"{key} {place}")
        made.append(read(inner))
        inner.finish()
    return tuple(made)


def _read_slider(table: Table, ranges: Ranges) -> Slider:
    name = table.text("name")
    if name not in ranges:
        raise table.complain(
            f"In {table.what}, {name!r} is no number of the state.",
            f"There are: {', '.join(ranges) or 'none'}.",
        )
    log = flag(table, "log")
    if log and ranges[name][0] <= 0:
        low, high = ranges[name]
        raise table.complain(
            f"In {table.what}, {name} goes from {low:g} to {high:g} and the slider counts in factors.",
            "Let its range begin above 0, or leave log out.",
        )
    play, role = flag(table, "play"), one_of(table, "role", ("", *ROLES))
    return Slider(name, table.text("label", name), log, play, role)


def _read_legend(table: Table) -> Legend:
    return Legend(one_of(table, "role", ROLES), table.text("text"), one_of(table, "style", ("", *STYLES)))


def _read_readout(table: Table, names: tuple[str, ...]) -> Readout:
    name = _known(table.text("name"), names, table, "name")
    return Readout(name, table.text("label", name), digits(table), one_of(table, "role", ("", *ROLES)))


def _read_formula(table: Table, names: tuple[str, ...]) -> str:
    formula = table.text("formula", "") if table.has("formula") else ""
    for inside in LIVE.findall(formula):
        _known(inside.partition(":")[0], names, table, "formula")
    return formula


def _known(name: str, names: tuple[str, ...], table: Table, key: str) -> str:
    if name not in names:
        raise table.complain(
            f"In {table.what}, {key} speaks of {name!r}, which is no number of this figure.",
            f"There are: {', '.join(names)}.",
        )
    return name


def flag(table: Table, key: str, usual: bool = False) -> bool:
    """Return true or false. Raises ContentError for anything else."""
    value = table.data[key] if table.has(key) else usual
    if not isinstance(value, bool):
        raise table.complain(f"In {table.what}, {key} is {value!r}.", f"It is true or false: {key} = true.")
    return value


def digits(table: Table) -> int:
    """Return how many decimals a number shows. Raises ContentError."""
    count = table.whole("digits", USUAL_DIGITS)
    if count > MOST_DIGITS:
        raise table.complain(f"In {table.what}, digits is {count}.", f"It goes from 0 to {MOST_DIGITS}.")
    return count


def one_of(table: Table, key: str, choices: tuple[str, ...]) -> str:
    """Return one of the choices, by default the first. Raises ContentError."""
    value = table.text(key, choices[0])
    if value not in choices:
        there = ", ".join(choice for choice in choices if choice)
        raise table.complain(f"In {table.what}, {key} is {value!r}.", f"It can be: {there}.")
    return value
