"""Taking numbers and named numbers out of a figure's table, with a complaint for each that cannot be."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from upslope.course.table import Table


def read_numbers(table: Table, name: str, count: int) -> tuple[float, ...]:
    """Return a list of ``count`` finite numbers. Raises ContentError."""
    value = table.data.get(name) if table.has(name) else None
    if not isinstance(value, list) or len(value) != count or not all(_is_number(entry) for entry in value):
        example = ", ".join(str(n) for n in range(count))
        raise table.complain(
            f"In {table.what}, {name} is {value!r}.",
            f"It must be a list of {count} numbers: {name} = [{example}].",
        )
    return tuple(float(entry) for entry in value)


def read_interval(table: Table, name: str) -> tuple[float, float]:
    """Return two numbers, the smaller first. Raises ContentError."""
    low, high = read_numbers(table, name, 2)
    if low >= high:
        raise table.complain(
            f"In {table.what}, {name} runs from {low:g} to {high:g}.", "Put the smaller number first."
        )
    return low, high


def read_view(table: Table, name: str = "view") -> tuple[float, float, float, float]:
    """Return the part of the plane to show: x from, x to, y from, y to. Raises ContentError."""
    left, right, bottom, top = read_numbers(table, name, 4)
    if left >= right or bottom >= top:
        raise table.complain(
            f"In {table.what}, {name} is {[left, right, bottom, top]}: it has no width or no height.",
            "Write x from, x to, y from, y to, the smaller number first.",
        )
    return left, right, bottom, top


def read_state(table: Table, name: str = "state") -> dict[str, float]:
    """Return a table of numbers by name. Raises ContentError."""
    value = table.data.get(name) if table.has(name) else None
    if not isinstance(value, Mapping) or not all(_is_number(entry) for entry in value.values()):
        raise table.complain(
            f"In {table.what}, {name} is {value!r}.", f"Name each number: {name} = {{ x = 1.0 }}."
        )
    return {key: float(entry) for key, entry in value.items()}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
