"""Reading a typed number, with or without a unit: ``3.50``, ``pi/4``, ``1.2e-3``, ``12 km/h``, ``5 %``."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from upslope.maths import Expression, UnreadableMaths, evaluate, parse_scalar
from upslope.questions.score import NotGradable
from upslope.questions.units import LONGEST, Unit, read_unit

_COMMA = re.compile(r"(?<![0-9.,])([0-9]+),([0-9]+)(?![0-9,])")
_THOUSANDS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])(?:\.[0-9]+)?")
_NUMBER_THEN_WORD = re.compile(r"\s*[-+−]?[0-9.]+(?:[eE][-+−]?[0-9]+)?\s*(?=[^\W\d_])")
_POWER_OF_TEN = re.compile(r"(?<![\w.])([0-9]+\.?[0-9]*|\.[0-9]+)[eE]([+\-−]?[0-9]{1,3})(?![0-9.])")
_UNIT_BEGINS = re.compile(r"(?<![A-Za-zµμΩ°%])[A-Za-zµμΩ°%]|(?<=\s)1(?=\s*/)|/")
_SIGNS = ("-", "+", "−")
_PI = parse_scalar("pi", ())
_PLAIN_SIZES: Mapping[tuple[tuple[str, int], ...], Callable[[Expression], Expression]] = {
    (("%", 1),): lambda number: number / 100,
    (("°", 1),): lambda number: number * _PI / 180,
    (("rad", 1),): lambda number: number,
}


@dataclass(frozen=True)
class Quantity:
    """A number as it was typed, which may be ``3/2``, and the unit that begins at ``unit_offset``."""

    number: Expression
    unit: Unit | None = None
    unit_offset: int | None = None


def read_quantity(text: str) -> Quantity | NotGradable:
    """Return the number and its unit, or why they cannot be read.

    ``1.2e-3`` is read as a power of ten. The unit is the longest end of the text that is one and leaves a
    number before it.
    """
    if not text.strip():
        return NotGradable("There is nothing here yet.", "Type a number, for example 2.5 or 5/2.")
    comma = _about_comma(text)
    if comma is not None:
        return comma
    complaints = []
    for start, unit in _units(text):
        found = _read_number(text[:start])
        if isinstance(found, Expression):
            return Quantity(found, unit, start)
        complaints.append(found)
    whole = _read_number(text)
    if isinstance(whole, Expression):
        return Quantity(whole)
    return complaints[0] if complaints else whole


def about_unit(text: str) -> NotGradable | None:
    """Return what to say about a unit that is not in the table, or that has no number before it."""
    if read_unit(text):
        return NotGradable("Here is a unit without a number.", "Write the number before it, as in 5 cm.", 0)
    before = _NUMBER_THEN_WORD.match(text)
    if before is None or read_unit(text[before.end() :]):
        return None
    shown = text[before.end() :].strip()[:20]
    remedy = "Write it like m, kg, km/h or m/s^2."
    return NotGradable(f"I don't know the unit “{shown}”.", remedy, before.end())


def _about_comma(text: str) -> NotGradable | None:
    """What to say about a comma inside a number: it is the decimal point of half the world."""
    thousands, comma = _THOUSANDS.search(text), _COMMA.search(text)
    if thousands:
        sign = _sign_before(text, thousands.start())
        plain, point = sign + thousands[0].replace(",", ""), sign + thousands[0].replace(",", ".")
        remedy = (
            f"Write {plain} or {point}, whichever you mean." if point.count(".") == 1 else f"Write {plain}."
        )
        message = "A comma can separate thousands, or it can be a decimal point."
        return NotGradable(message, remedy, text.index(",", thousands.start()))
    if comma:
        number = f"{_sign_before(text, comma.start())}{comma[1]}.{comma[2]}"
        remedy = f"Write the decimal point as a point: {number}."
        return NotGradable("I found a comma in this number.", remedy, comma.start() + len(comma[1]))
    return None


def _sign_before(text: str, start: int) -> str:
    """The sign that a number at the beginning of the text has, as typed; a minus between two is none."""
    before = text[:start].strip()
    return before if before in _SIGNS else ""


def _units(text: str) -> Iterator[tuple[int, Unit]]:
    """The ends of the text that are units, the longest first, each with where it begins."""
    for found in _UNIT_BEGINS.finditer(text, max(0, len(text) - LONGEST)):
        unit = read_unit(text[found.start() :])
        if unit is not None and text[: found.start()].strip():
            yield found.start(), unit


def _read_number(text: str) -> Expression | NotGradable:
    plain = _POWER_OF_TEN.sub(r"(\1*10^(\2))", text)
    try:
        number = parse_scalar(plain, ())
    except UnreadableMaths as error:
        return NotGradable(error.message, error.remedy, _offset_in(text, error.offset))
    if not math.isfinite(evaluate(number, {})):
        remedy = "Look for a division by 0 or the root of a negative number."
        return NotGradable("This has no value.", remedy)
    return number


def _offset_in(text: str, offset: int | None) -> int | None:
    """Where the character stood before powers of ten were written out."""
    if offset is None:
        return None
    grown = 0
    for found in _POWER_OF_TEN.finditer(text):
        length, start = len(found.expand(r"(\1*10^(\2))")), found.start() + grown
        if offset < start + length:
            return min(offset - grown, found.start()) if offset >= start else offset - grown
        grown += length - len(found[0])
    return offset - grown


def as_plain_number(quantity: Quantity) -> Expression | None:
    """Return ``5 %`` as 5/100 and ``45°`` as 45 π/180; None for a quantity with another unit."""
    if quantity.unit is None:
        return quantity.number
    size = _PLAIN_SIZES.get(quantity.unit.powers)
    return None if size is None else size(quantity.number)
