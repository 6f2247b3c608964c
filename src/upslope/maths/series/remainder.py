"""How far a Taylor polynomial may be off: Lagrange's form of the remainder, with a bound that is sure."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Context, Decimal
from fractions import Fraction
from math import factorial, inf, isfinite, nextafter
from sys import float_info
from typing import TypeAlias

from upslope.maths.errors import MathsError
from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import Expression, Operand
from upslope.maths.expressions.high_precision import exact_value
from upslope.maths.expressions.printing import to_latex
from upslope.maths.series.coefficient_rings import as_fraction
from upslope.maths.series.expansion import Expansion, expand
from upslope.maths.series.interval_series import largest_coefficient

Reach: TypeAlias = float | tuple[float, float]
"""One value of x, or the lowest and the highest."""

# The bounds are computed with 2 % to spare at most; rounding by less than this is lost in that.
_LIKE_ROUNDING = 1e-9
_SHOWN_DIGITS = 3
_SHOWN_PLACES = 6
# The smallest double of full precision: what is below it is a 0 whose ends were rounded away from each other.
_NOTHING = float_info.min


@dataclass(frozen=True)
class RemainderBound:
    """What the error of a Taylor polynomial of order n never exceeds from ``low`` to ``high``.

    ``steepest`` is a number M that the derivative of order n + 1 never exceeds in size there, and ``bound``
    is M·dⁿ⁺¹/(n + 1)!, where ``distance`` is the largest d from the point. Bound and M are None where there
    is no such number, or none was found. ``sentence`` says it in words (Markdown with LaTeX in dollars).
    """

    bound: float | None
    steepest: float | None
    low: float
    high: float
    distance: float
    sentence: str


def remainder_bound(
    expression: Expression, x: str, about: Operand, order: int, reach: Reach
) -> RemainderBound:
    """Return a bound on the error of the Taylor polynomial at one x or between two, by Lagrange's form.

    The bound is sure: M is found by interval arithmetic, and is at most 2 % larger than need be as a rule.
    Raises MathsError where there is no polynomial, for other letters and for a reach that is no interval.
    Source: Spivak, Calculus, chapter 20 (Taylor's theorem); Apostol, Calculus, vol. I, section 7.7.
    """
    found = expand(expression, x, about, order)
    low, high, distance = _interval(found, reach)
    largest = largest_coefficient(expression, x, order + 1, low, high)
    largest = 0.0 if largest < _NOTHING else largest
    bound = _up(largest * _up(distance ** (order + 1)))
    if not isfinite(bound):
        return RemainderBound(None, None, low, high, distance, _no_bound(found, low, high))
    steepest = _up(largest * factorial(order + 1))
    sentence = _sentence(found, (low, high), distance, steepest)
    return RemainderBound(bound, steepest, low, high, distance, sentence)


def _interval(found: Expansion, reach: Reach) -> tuple[float, float, float]:
    """The interval from the point over the reach, and the largest distance from the point."""
    letters = sorted((found.expression.variables | found.point.variables) - {found.x})
    if letters:
        raise MathsError(
            f"There is no bound while {', '.join(letters)} can be anything.",
            "Put a number for every other letter.",
        )
    ends = reach if isinstance(reach, tuple) else (reach, reach)
    if not all(map(isfinite, ends)) or ends[0] > ends[1]:
        raise MathsError(f"{reach} is no interval.", "Give two finite numbers, the smaller one first.")
    low, high = map(Fraction, ends)
    point = as_fraction(exact_value(found.point, {}, 50))
    distance = max(high - point, point - low)
    return -_above(-min(point, low)), _above(max(point, high)), _above(distance)


def _above(value: Fraction) -> float:
    """The smallest double that is not smaller."""
    near = float(value)
    return near if Fraction(near) >= value else nextafter(near, inf)


def _up(value: float) -> float:
    """The next number above, so that rounding never makes a bound too small; 0 stays 0."""
    return nextafter(value, inf) if value else value


def _no_bound(found: Expansion, low: float, high: float) -> str:
    return (
        f"Between ${_shown(low)}$ and ${_shown(high)}$ I found no limit to the derivative of order "
        f"${found.order + 1}$: the function may break down in between. Stay nearer to ${found.place}$."
    )


def _sentence(found: Expansion, ends: tuple[float, float], distance: float, steepest: float) -> str:
    high = found.order + 1
    if not steepest:
        return (
            f"From ${_shown(ends[0])}$ to ${_shown(ends[1])}$ the derivative of order ${high}$ is $0$: there "
            "the polynomial is the function itself."
        )
    bound = to_latex(shown_bound(steepest, distance, high))
    return (
        f"From ${_shown(ends[0])}$ to ${_shown(ends[1])}$ the derivative of order ${high}$ is never larger "
        f"than $M = {to_latex(rounded_up(steepest))}$ in size. By Lagrange’s form of the remainder the error "
        rf"at a distance $d$ from ${found.place}$ is at most $\frac{{M d^{{{high}}}}}{{{high}!}}$, so up to "
        f"$d = {_shown(distance)}$ it is never more than ${bound}$."
    )


def _shown(value: float) -> str:
    return to_latex(rounded(value, _SHOWN_PLACES))


def shown_bound(steepest: float, distance: float, order: int) -> Expression:
    """Return M·dᵏ/k! as a short decimal, worked out from M as it is shown, so that the sum comes right."""
    return rounded_up(evaluate(rounded_up(steepest), {}) * distance**order / factorial(order))


def rounded_up(value: float) -> Expression:
    """Return a bound as a short decimal that is not smaller, but for a share of 1e-9."""
    context = Context(prec=_SHOWN_DIGITS, rounding=ROUND_CEILING)
    return rounded(float(context.plus(Decimal(value * (1 - _LIKE_ROUNDING)))), _SHOWN_DIGITS)
