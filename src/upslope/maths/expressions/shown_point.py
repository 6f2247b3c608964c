"""Numbers and points as they stand in a sentence: LaTeX, six digits, "≈" wherever digits were dropped."""

from collections.abc import Iterable
from typing import Any

from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import Symbol
from upslope.maths.expressions.printing import to_latex

DIGITS = 6
_MOST_SHOWN = 5


def shown_number(value: float, digits: int = DIGITS) -> str:
    """Return a finite number in LaTeX, rounded to so many significant digits."""
    return to_latex(rounded(float(value), digits))


def shown_point(variables: tuple[str, ...], point: Iterable[Any], digits: int = DIGITS) -> str:
    """Return ``x = 2``, ``x \\approx 0.333333`` or ``(x, y) = (1, 2)`` in LaTeX, for finite coordinates."""
    values = [float(value) for value in point]
    exact = all(float(f"{value:.{digits - 1}e}") == value for value in values)
    letters = [to_latex(Symbol(name)) for name in variables]
    shown = [shown_number(value, digits) for value in values]
    relation = "=" if exact else r"\approx"
    return f"{_tuple(letters)} {relation} {_tuple(shown)}"


def shown_journey(points: Iterable[Iterable[Any]]) -> str:
    """Return points joined by arrows in LaTeX: the first few, and dots where there are more."""
    shown = [_tuple([shown_number(value) for value in point]) for point in points]
    more = [r"\dots"] if len(shown) > _MOST_SHOWN else []
    return r" \to ".join([*shown[:_MOST_SHOWN], *more])


def _tuple(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"
