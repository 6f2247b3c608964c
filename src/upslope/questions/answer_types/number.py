"""A number: typed as a decimal, a fraction or anything else that has a value."""

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Unpack

from upslope.maths import Expression, UnreadableMaths, evaluate, parse_scalar, to_latex
from upslope.questions.answer_tests import close_number
from upslope.questions.parts import Shared, make_part
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Part

Number = int | float | Fraction | Expression


class NumberAnswer:
    """Key: ``answer`` (text), ``tolerance`` (how far an answer may be off)."""

    name = "number"
    is_typed = True

    def parse(self, text: str, key: Key) -> Expression | NotGradable:
        """Return the number as it was typed, which may be ``3/2``."""
        try:
            number = parse_scalar(text, ())
        except UnreadableMaths as error:
            return NotGradable(error.message, error.remedy, error.offset)
        if not math.isfinite(evaluate(number, {})):
            return NotGradable(
                "This has no value.", "Look for a division by 0 or the root of a negative number."
            )
        return number

    def score(self, value: Expression, key: Key) -> Score | NotGradable:
        """Score 1 within the key's tolerance."""
        return close_number(_value(key["answer"]), evaluate(value, {}), key["tolerance"])

    def show(self, value: Expression, key: Key) -> str:
        """Return the number as it was read, and its decimals when it is not one."""
        latex = to_latex(value)
        if re.fullmatch(r"-?[\d.]+", latex):
            return latex
        exact = evaluate(value, {})
        rounded = f"{exact:.6g}"
        relation = "=" if float(rounded) == exact else r"\approx"
        return f"{latex} {relation} {Decimal(rounded):f}"

    def model_answer(self, key: Key) -> str:
        """Return the key's own text."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return nothing: a number needs no options."""
        return {}

    def samples(self, key: Key) -> Samples:
        """Return the key, a number well outside the tolerance, and a word."""
        wrong = _value(key["answer"]) + 1 + 10 * key["tolerance"]
        return Samples(key["answer"], _text(wrong), "about two")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table whose answer is a number, or text such as ``"5/2"``."""
        return number_part(name, parse_scalar(answer, ()) if isinstance(answer, str) else answer, **settings)


def number_part(name: str, answer: Number, *, decimals: int | None = None, **shared: Unpack[Shared]) -> Part:
    """Return a part answered with a number.

    With ``decimals`` an answer is right when it is within half a unit of that decimal; otherwise it must be
    exact, up to one part in a million. Raises ValueError when the answer or a misconception's has no finite
    value.
    """
    text = _text(answer)
    for wrong in (misconception.wrong for misconception in shared.get("misconceptions", ())):
        _value(wrong)
    tolerance = 0.5 * 10.0**-decimals if decimals is not None else 1e-6 * abs(_value(text))
    return make_part(name, ANSWER_TYPE.name, {"answer": text, "tolerance": tolerance}, shared)


def _text(number: Number) -> str:
    """Return the number as text that ``parse`` reads; never with an exponent such as 1e-07."""
    return f"{Decimal(str(number)):f}" if isinstance(number, float) else str(number)


def _value(text: str) -> float:
    try:
        value = evaluate(parse_scalar(text, ()), {})
    except UnreadableMaths as error:
        raise ValueError(f"The number {text!r} cannot be read: {error.message} {error.remedy}") from error
    if not math.isfinite(value):
        raise ValueError(f"The number {text!r} has no finite value.")
    return value


ANSWER_TYPE = NumberAnswer()
