"""A number: a decimal, a fraction or anything else that has a value, with a unit where one is asked for."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor, log10
from typing import Any, Unpack

from upslope.maths import Expression, evaluate, to_latex
from upslope.maths.expressions.expression import Sum
from upslope.questions.answer_tests import Accuracy, close_as_written
from upslope.questions.parts import Shared, make_part
from upslope.questions.quantity import Quantity, about_unit, as_plain_number, read_quantity
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.units import Unit, read_unit
from upslope.questions.variant import Part
from upslope.questions.written_figures import written

Number = int | float | Fraction | Expression | str

_COUNTS = ("no", "one", "two", "three", "four", "five", "six")
_PLAIN_SIZE = range(-6, 9)  # powers of ten: numbers beyond are shown with one


class NumberAnswer:
    """Key: ``answer`` (text, with its unit), ``tolerance`` (how far an answer may be off, in that unit).

    ``figures`` and ``precision`` are asked only of what is marked against ``asked``, the right answer: a
    mistake is recognised however exactly it is written.
    """

    name = "number"
    is_typed = True

    def parse(self, text: str, key: Key) -> Expression | Quantity | NotGradable:
        """Return the number as it was typed, which may be ``3/2``; a quantity where a unit is asked for."""
        found = read_quantity(text)
        if key.get("unit"):
            return (about_unit(text) or found) if isinstance(found, NotGradable) else found
        if isinstance(found, NotGradable):
            return found
        plain = as_plain_number(found)
        if plain is not None:
            return plain
        return NotGradable("Only a number is asked for here.", "Leave the unit out.", found.unit_offset)

    def score(self, value: Expression | Quantity, key: Key) -> Score | NotGradable:
        """Score 1 within the key's tolerance, in any unit that measures the same."""
        wanted, given = _known(key["answer"]), _as_quantity(value)
        ratio = _ratio(wanted.unit, given.unit)
        if not isinstance(ratio, float):
            return ratio
        shown = written(given.number)
        return close_as_written(
            evaluate(wanted.number, {}),
            ratio * evaluate(given.number, {}),
            replace(shown, half_width=ratio * shown.half_width),
            _accuracy(key),
        )

    def show(self, value: Expression | Quantity, key: Key) -> str:
        """Return the number as it was read, and its decimals when it is not one."""
        quantity = _as_quantity(value)
        unit = rf"\,{quantity.unit.latex}" if quantity.unit else ""
        latex, exact = to_latex(quantity.number), evaluate(quantity.number, {})
        decimals = _decimals(exact)
        if re.fullmatch(r"-?[\d.]+", latex) or latex == decimals:
            return latex + unit
        relation = "=" if float(f"{exact:.6g}") == exact else r"\approx"
        shown = rf"\left({latex}\right)" if unit and isinstance(quantity.number, Sum) else latex
        return f"{shown}{unit} {relation} {decimals}{unit}"

    def model_answer(self, key: Key) -> str:
        """Return the key's own text."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return nothing: a number needs no options."""
        return {}

    def samples(self, key: Key) -> Samples:
        """Return the key, a number well outside the tolerance, and a word."""
        wrong = _value(key["answer"]) + 1 + 10 * key["tolerance"]
        return Samples(key["answer"], f"{_text(wrong)} {key.get('unit', '')}".strip(), "about two")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table whose answer is a number, or text such as ``"5/2"``."""
        return number_part(name, answer, **settings)


def number_part(
    name: str,
    answer: Number,
    *,
    decimals: int | None = None,
    figures: int | None = None,
    relative: float | None = None,
    unit: str = "",
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered with a number, and with any unit that measures the same as ``unit`` if given.

    With ``decimals`` an answer is right within half a unit of that decimal, with ``figures`` within half a
    unit of that significant figure and showing as many, with ``relative`` within that share of the answer
    (0.01 is one per cent). Otherwise it must be exact, up to one part in a million. Misconceptions without a
    unit get the answer's. Raises ValueError when the answer or a misconception's has no finite value, for
    more than one of the three, figures of zero, and a unit that is not in the table.
    """
    asked = [setting for setting in (decimals, figures, relative) if setting is not None]
    if len(asked) > 1:
        raise ValueError(f"Part {name!r} has two of decimals, figures and relative. Keep one of them.")
    if unit and read_unit(unit) is None:
        raise ValueError(
            f"The unit {unit!r} is not one I can read. Write it like m/s^2; see the table of units."
        )
    text = _written_out(_text(answer), figures or 0)
    size = abs(_value(text))
    if figures and not size:
        raise ValueError(f"The answer of part {name!r} is 0, which has no significant figures. Use decimals.")
    shared["misconceptions"] = tuple(
        replace(mistake, wrong=_with_unit(mistake.wrong, unit))
        for mistake in shared.get("misconceptions", ())
    )
    tolerance, precision = _precision(size, decimals, figures, relative)
    key = {
        "answer": _with_unit(text, unit),
        "asked": _with_unit(text, unit),
        "unit": unit,
        "tolerance": tolerance,
        "figures": figures or 0,
        "precision": precision,
    }
    return make_part(name, ANSWER_TYPE.name, key, shared)


def _precision(
    size: float, decimals: int | None, figures: int | None, relative: float | None
) -> tuple[float, str]:
    """How far an answer of this size may be off, and what is asked for in words (nothing where exact)."""
    if decimals is not None:
        return 0.5 * 10.0**-decimals, _counted(decimals, "decimal") if decimals else "more figures"
    if figures is not None:
        return 0.5 * 10.0 ** (floor(log10(size)) + 1 - figures), _counted(figures, "significant figure")
    if relative is not None:
        return relative * size, "more figures"
    return 1e-6 * size, ""


def _counted(count: int, what: str) -> str:
    shown = _COUNTS[count] if count < len(_COUNTS) else str(count)
    return f"{shown} {what}{'' if count == 1 else 's'}"


def _accuracy(key: Key) -> Accuracy:
    if key["answer"] != key.get("asked"):
        return Accuracy(key["tolerance"])
    return Accuracy(key["tolerance"], key["figures"], key["precision"])


def _ratio(wanted: Unit | None, given: Unit | None) -> float | Score | NotGradable:
    """How many of the wanted unit one of the given unit is, or what to say where they do not go together."""
    if wanted is None or given is None:
        missing = NotGradable("The number still needs its unit.", "Write it after the number, as in 5 cm.")
        return 1.0 if wanted is None else missing
    if wanted.dimension == given.dimension:
        return given.scale / wanted.scale
    known = given.measures != "something else"
    found = f"Your unit measures {given.measures}, and" if known else "Your unit does not fit:"
    return Score(0.0, (Reason(False, f"{found} {wanted.measures} is asked for."),))


def _decimals(value: float) -> str:
    """Six figures of a value as LaTeX, with a power of ten where it is very large or small."""
    size, _, power = f"{value:.5e}".partition("e")
    if value == 0 or int(power) in _PLAIN_SIZE:
        return f"{Decimal(f'{value:.6g}'):f}"
    return rf"{float(size):g} \cdot 10^{{{int(power)}}}"


def _text(number: Number) -> str:
    """Return the number as text that ``parse`` reads; never with an exponent such as 1e-07."""
    return f"{Decimal(str(number)):f}" if isinstance(number, float) else str(number)


def _written_out(text: str, figures: int) -> str:
    """The same number with zeros at its end, where it shows fewer figures than an answer must."""
    number = _known(text).number
    if written(number).figures >= figures:
        return text
    return f"{Decimal(f'{evaluate(number, {}):#.{figures}g}'):f}"


def _with_unit(text: str, unit: str) -> str:
    has_unit = _known(text).unit is not None
    if has_unit and not unit:
        raise ValueError(f"The number {text!r} has a unit, and the part asks for none. Give the part a unit.")
    return f"{text} {unit}" if unit and not has_unit else text


def _value(text: str) -> float:
    return evaluate(_known(text).number, {})


@lru_cache(maxsize=256)
def _known(text: str) -> Quantity:
    """Read an author's text once. Raises ValueError where it has no finite value."""
    found = read_quantity(text)
    if isinstance(found, NotGradable):
        raise ValueError(f"The number {text!r} cannot be read: {found.message} {found.remedy}")
    return found


def _as_quantity(value: Expression | Quantity) -> Quantity:
    return value if isinstance(value, Quantity) else Quantity(value)


ANSWER_TYPE = NumberAnswer()
