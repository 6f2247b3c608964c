"""Intervals for the values of expressions and for all their slopes over boxes, in one walk of the tree.

Forward differentiation with intervals in place of numbers: no derivative is written down, so no expression
grows. Moore, Kearfott & Cloud, Introduction to Interval Analysis, section 6.4.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np

from upslope.maths.expressions.evaluation import Arithmetic, work_out
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.reading.parser import parse
from upslope.maths.solving.interval_enclosure import (
    INTERVALS,
    PARTLY,
    Interval,
    Reals,
    interval,
    power,
    reciprocal,
    whole_exponent,
)


@dataclass(frozen=True, slots=True)
class Sloped:
    """The value over N boxes, shape (N,), and the slope in each of n variables, shape (n, N)."""

    value: Interval
    slope: Interval

    def __add__(self, other: Any) -> "Sloped":
        if isinstance(other, Sloped):
            return Sloped(self.value + other.value, self.slope + other.slope)
        return Sloped(self.value + other, self.slope)

    def __mul__(self, other: Any) -> "Sloped":
        if isinstance(other, Sloped):
            return Sloped(self.value * other.value, self.slope * other.value + other.slope * self.value)
        return Sloped(self.value * other, self.slope * other)

    def __neg__(self) -> "Sloped":
        return Sloped(-self.value, -self.slope)

    __radd__ = __add__
    __rmul__ = __mul__


Operand: TypeAlias = Sloped | Interval


def enclosed(expression: Expression, variables: tuple[str, ...], low: Reals, high: Reals) -> Sloped:
    """Return intervals for the value and for the slopes over N boxes with corners of shape (N, n).

    Raises KeyError for a letter that is not among ``variables``.
    """
    count, width = low.shape
    sides = {}
    for axis, name in enumerate(variables):
        unit = np.broadcast_to(np.eye(width)[:, [axis]], (width, count))
        sides[name] = Sloped(interval(low[:, axis], high[:, axis]), interval(unit, unit))
    with np.errstate(all="ignore"):
        found: Operand = work_out(expression, sides, SLOPED)
    if isinstance(found, Interval):
        flat = interval(np.zeros((width, count)), np.zeros((width, count)))
        spread = interval(np.zeros(count), np.zeros(count))
        return Sloped(found + spread, flat)
    return found


def _divide(above: Operand, below: Operand) -> Operand:
    if isinstance(below, Interval):
        return above * reciprocal(below)
    turned = reciprocal(below.value)
    slope = -(below.slope * turned * turned)
    return above * Sloped(turned, slope)


def _power(base: Operand, exponent: Operand) -> Operand:
    if isinstance(base, Interval) and isinstance(exponent, Interval):
        return power(base, exponent)
    if isinstance(exponent, Interval) and isinstance(base, Sloped):
        lower = exponent + interval(-1, -1)
        if (whole := whole_exponent(exponent)) is not None:
            lower = interval(whole - 1, whole - 1)
        return Sloped(power(base.value, exponent), base.slope * (power(base.value, lower) * exponent))
    return _with_moving_exponent(base, exponent)


def _with_moving_exponent(base: Operand, exponent: Operand) -> Sloped:
    """The slope of b^p is b^p times that of p·ln b."""
    grown: Sloped = SLOPED.functions["ln"](base) * exponent
    value = power(*(part.value if isinstance(part, Sloped) else part for part in (base, exponent)))
    return Sloped(value, grown.slope * value)


def _function(name: str) -> Callable[[Operand], Operand]:
    plain: Callable[[Interval], Interval] = INTERVALS.functions[name]

    def enclose(u: Operand) -> Operand:
        if isinstance(u, Interval):
            return plain(u)
        return Sloped(plain(u.value), u.slope * _slope_over(name, u.value))

    return enclose


def _slope_over(name: str, u: Interval) -> Interval:
    """The slope of a function over an interval, from its formula; u/abs(u) would come out far too wide."""
    if name == "abs":
        crosses = (u.low <= 0) & (u.high >= 0)
        ends = np.where(u.low > 0, 1.0, -1.0), np.where(u.high < 0, -1.0, 1.0)
        return Interval(*ends, np.where(crosses, np.minimum(u.sure, PARTLY), u.sure).astype(np.int8))
    found: Interval = work_out(_slope_of(name), {"u": u}, INTERVALS)
    return found


@cache
def _slope_of(name: str) -> Expression:
    return parse(FUNCTIONS[name].slope, ("u",))


SLOPED = Arithmetic(
    number=INTERVALS.number,
    constants=INTERVALS.constants,
    divide=_divide,
    power=_power,
    functions={name: _function(name) for name in INTERVALS.functions},
)
"""Intervals with their slopes. Used under ``np.errstate(all="ignore")``."""
