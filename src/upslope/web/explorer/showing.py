"""How the explorer writes a value: exactly where the point was typed so, else in short decimals."""

from math import isfinite

from upslope.maths import Expression, MathsError
from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import Number, number, walk
from upslope.maths.expressions.high_precision import exact_value
from upslope.maths.series.coefficient_rings import Exact
from upslope.maths.series.expansion import is_exact
from upslope.maths.simplification.tidy import tidied

_DIGITS, _MANY = 4, 40


def shown(value: Exact, *point: Expression) -> Expression:
    """Return the value as it is written beside a point with these coordinates. Raises MathsError."""
    tree = tidied(number(value))
    if is_exact(tree) and not any(map(_is_decimal, point)):
        return tree
    return rounded(as_float(tree), _DIGITS)


def as_float(value: Exact) -> float:
    """Return the value as a number. Raises MathsError for one beyond what can be drawn."""
    try:
        size = float(exact_value(number(value), {}, _MANY))
    except (ArithmeticError, ValueError):
        size = float("inf")
    if not isfinite(size):
        raise MathsError(
            "One of the values here is too large to draw.", "Choose a point where the function is smaller."
        )
    return size


def _is_decimal(coordinate: Expression) -> bool:
    return any(isinstance(node, Number) and node.places for node in walk(coordinate))
