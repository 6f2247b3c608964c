"""Intervals that are sure to hold every value of an expression over a box, for many boxes at once.

The natural interval extension with outward rounding: Moore, Kearfott & Cloud, Introduction to Interval
Analysis, chapters 2, 3 and 5. An interval may be far too wide, never too narrow.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from upslope.maths.expressions.evaluation import Arithmetic, work_out
from upslope.maths.expressions.expression import Expression

Reals: TypeAlias = NDArray[np.float64]

NOWHERE, PARTLY, EVERYWHERE = 0, 1, 2
_LARGEST = float(np.finfo(np.float64).max)
# numpy's functions and powers are right to a few units in the last place; this is more than that.
_FEW_ULPS = 2e-15
# Beyond this an angle in double precision says too little about where the wave is.
_FARTHEST_ANGLE = 1e6
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """Everything from ``low`` to ``high``, for as many boxes as the arrays have entries.

    ``sure`` says for each box where the expression has a value: ``NOWHERE`` (then low and high mean
    nothing), ``PARTLY`` (perhaps not at all its points) or ``EVERYWHERE`` (and it is continuous there).
    """

    low: Reals
    high: Reals
    sure: NDArray[np.int8]

    def __add__(self, other: Any) -> "Interval":
        if not isinstance(other, Interval):
            return NotImplemented
        return outward(self.low + other.low, self.high + other.high, np.minimum(self.sure, other.sure))

    def __mul__(self, other: Any) -> "Interval":
        if not isinstance(other, Interval):
            return NotImplemented
        corners = np.stack(
            np.broadcast_arrays(
                self.low * other.low, self.low * other.high, self.high * other.low, self.high * other.high
            )
        )
        # 0 times an end at infinity: the end is never reached, so the product is 0.
        corners[np.isnan(corners)] = 0
        return outward(corners.min(axis=0), corners.max(axis=0), np.minimum(self.sure, other.sure))

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low, self.sure)

    @property
    def can_be_zero(self) -> NDArray[np.bool_]:
        """For each box, whether a zero of the expression in it is not ruled out."""
        return (self.low <= 0) & (self.high >= 0) & (self.sure > NOWHERE)


def interval(low: ArrayLike, high: ArrayLike) -> Interval:
    """Return the interval between two arrays of ends, of one shape."""
    ends = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    return Interval(*ends, np.full(ends[0].shape, EVERYWHERE, dtype=np.int8))


def outward(low: Reals, high: Reals, sure: NDArray[np.int8]) -> Interval:
    """Return the interval with its ends rounded away from each other; an end that overflowed stays beyond."""
    return Interval(
        np.nextafter(np.minimum(low, _LARGEST), -np.inf),
        np.nextafter(np.maximum(high, -_LARGEST), np.inf),
        sure,
    )


def reciprocal(below: Interval) -> Interval:
    """Return 1 over the interval; everything where it has 0 inside."""
    holds_zero = (below.low <= 0) & (below.high >= 0)
    low = np.where(holds_zero & (below.low < 0), -np.inf, 1 / below.high)
    high = np.where(holds_zero & (below.high > 0), np.inf, 1 / below.low)
    nothing = (below.low == 0) & (below.high == 0)
    sure = np.where(nothing, NOWHERE, np.where(holds_zero, np.minimum(below.sure, PARTLY), below.sure))
    return outward(np.where(nothing, 0, low), np.where(nothing, 0, high), sure.astype(np.int8))


def whole_exponent(exponent: Interval) -> int | None:
    """Return the whole number an exponent is, None for any other."""
    if exponent.low.ndim or exponent.low != exponent.high or exponent.low != np.round(exponent.low):
        return None
    return int(exponent.low)


def power(base: Interval, exponent: Interval) -> Interval:
    """Return the base raised to the exponent: any base for a whole exponent, otherwise bases above 0."""
    whole = whole_exponent(exponent)
    if whole is None:
        return _real_power(base, exponent)
    if whole < 0:
        return reciprocal(_whole_power(base, -whole))
    return _whole_power(base, whole)


def _whole_power(base: Interval, exponent: int) -> Interval:
    if exponent <= 1:
        return base if exponent else Interval(np.ones(()), np.ones(()), base.sure)
    low, high = np.power(base.low, exponent), np.power(base.high, exponent)
    if exponent % 2:
        return _loosened(low, high, base.sure)
    crosses = (base.low < 0) & (base.high > 0)
    smallest = np.where(crosses, 0, np.minimum(low, high))
    return _above(0, _loosened(smallest, np.maximum(low, high), base.sure))


def _real_power(base: Interval, exponent: Interval) -> Interval:
    low, high = np.maximum(base.low, 0), np.maximum(base.high, 0)
    corners = np.stack(
        np.broadcast_arrays(*(np.power(b, p) for b in (low, high) for p in (exponent.low, exponent.high)))
    )
    sure = _in_domain(base.low >= 0 if np.all(exponent.low > 0) else base.low > 0, base.high >= 0, base.sure)
    sure = np.minimum(sure, exponent.sure)
    corners[np.isnan(corners)] = 1
    # Between exponents of both signs the power passes through 1, which is between its corners anyway.
    return _above(0, _loosened(corners.min(axis=0), corners.max(axis=0), sure))


def _loosened(low: Reals, high: Reals, sure: NDArray[np.int8]) -> Interval:
    low, high = np.minimum(low, _LARGEST), np.maximum(high, -_LARGEST)
    return outward(low - np.abs(low) * _FEW_ULPS, high + np.abs(high) * _FEW_ULPS, sure)


def _above(floor: float, found: Interval) -> Interval:
    return Interval(np.maximum(found.low, floor), found.high, found.sure)


def _between(floor: float, ceiling: float, found: Interval) -> Interval:
    return Interval(np.maximum(found.low, floor), np.minimum(found.high, ceiling), found.sure)


def _in_domain(whole: ArrayLike, touched: ArrayLike, sure: NDArray[np.int8]) -> NDArray[np.int8]:
    """How sure a function is that takes arguments from a domain only: all of the box in it, or some."""
    own = np.where(whole, EVERYWHERE, np.where(touched, PARTLY, NOWHERE))
    return np.minimum(sure, own).astype(np.int8)


def _rising(function: Callable[[Reals], Reals]) -> Callable[[Interval], Interval]:
    return lambda u: _loosened(function(u.low), function(u.high), u.sure)


def _rising_from(
    floor: float, function: Callable[[Reals], Reals], at_floor: bool
) -> Callable[[Interval], Interval]:
    """A rising function that has a value from ``floor`` on only; ``at_floor`` says whether there as well."""

    def enclose(u: Interval) -> Interval:
        whole, touched = (u.low >= floor, u.high >= floor) if at_floor else (u.low > floor, u.high > floor)
        low, high = function(np.maximum(u.low, floor)), function(np.maximum(u.high, floor))
        return _loosened(low, high, _in_domain(whole, touched, u.sure))

    return enclose


def _rising_within(function: Callable[[Reals], Reals], closed: bool) -> Callable[[Interval], Interval]:
    """A rising function that lives between -1 and 1 only; ``closed`` says whether there as well."""

    def enclose(u: Interval) -> Interval:
        low, high = np.clip(u.low, -1, 1), np.clip(u.high, -1, 1)
        whole = (u.low >= -1) & (u.high <= 1) & (closed | ((low > -1) & (high < 1)))
        touched = (u.high > -1) & (u.low < 1) | (closed & (u.high >= -1) & (u.low <= 1))
        return _loosened(function(low), function(high), _in_domain(whole, touched, u.sure))

    return enclose


def _size(u: Interval) -> Interval:
    crosses = (u.low < 0) & (u.high > 0)
    ends = np.abs(u.low), np.abs(u.high)
    return Interval(np.where(crosses, 0, np.minimum(*ends)), np.maximum(*ends), u.sure)


def _hyperbolic_cosine(u: Interval) -> Interval:
    size = _size(u)
    return _above(1, _loosened(np.cosh(size.low), np.cosh(size.high), u.sure))


def _holds(u: Interval, offset: float, period: float) -> NDArray[np.bool_]:
    """Whether ``offset`` plus some multiple of ``period`` may lie in the interval."""
    far = (np.abs(u.low) > _FARTHEST_ANGLE) | (np.abs(u.high) > _FARTHEST_ANGLE)
    first = np.ceil((u.low - offset) / period - _SLACK)
    last = np.floor((u.high - offset) / period + _SLACK)
    return far | (first <= last)


def _wave(function: Callable[[Reals], Reals], peak: float) -> Callable[[Interval], Interval]:
    """A sine or a cosine, which has its largest value at ``peak``."""

    def enclose(u: Interval) -> Interval:
        low, high = function(u.low), function(u.high)
        top = np.where(_holds(u, peak, 2 * np.pi), 1, np.fmax(low, high))
        bottom = np.where(_holds(u, peak + np.pi, 2 * np.pi), -1, np.fmin(low, high))
        return _between(-1, 1, _loosened(bottom, top, u.sure))

    return enclose


def _between_poles(function: Callable[[Reals], Reals], pole: float) -> Callable[[Interval], Interval]:
    """A tangent or a cotangent, rising or falling from one pole to the next."""

    def enclose(u: Interval) -> Interval:
        ends = function(u.low), function(u.high)
        crosses = _holds(u, pole, np.pi)
        low = np.where(crosses, -np.inf, np.fmin(*ends))
        high = np.where(crosses, np.inf, np.fmax(*ends))
        return _loosened(low, high, _in_domain(~crosses, True, u.sure))

    return enclose


_sine, _cosine = _wave(np.sin, np.pi / 2), _wave(np.cos, 0)
_arcsine = _rising_within(np.arcsin, closed=True)
_RIGHT_ANGLE = interval(np.nextafter(np.pi / 2, 0), np.nextafter(np.pi / 2, 2))


def _fraction(value: Fraction) -> Interval:
    nearest = float(min(max(value, Fraction(-_LARGEST)), Fraction(_LARGEST)))
    exact = Fraction(nearest) == value
    low, high = (
        (nearest, nearest) if exact else (np.nextafter(nearest, -np.inf), np.nextafter(nearest, np.inf))
    )
    return interval(low, high)


FUNCTIONS: Mapping[str, Callable[[Interval], Interval]] = {
    "sin": _sine,
    "cos": _cosine,
    "tan": _between_poles(np.tan, np.pi / 2),
    "sec": lambda u: reciprocal(_cosine(u)),
    "csc": lambda u: reciprocal(_sine(u)),
    "cot": _between_poles(lambda u: 1 / np.tan(u), 0),
    "asin": _arcsine,
    "acos": lambda u: _RIGHT_ANGLE + -_arcsine(u),
    "atan": _rising(np.arctan),
    "sinh": _rising(np.sinh),
    "cosh": _hyperbolic_cosine,
    "tanh": lambda u: _between(-1, 1, _rising(np.tanh)(u)),
    "asinh": _rising(np.arcsinh),
    "acosh": lambda u: _above(0, _rising_from(1, np.arccosh, at_floor=True)(u)),
    "atanh": _rising_within(np.arctanh, closed=False),
    "exp": lambda u: _above(0, _rising(np.exp)(u)),
    "ln": _rising_from(0, np.log, at_floor=False),
    "log10": _rising_from(0, np.log10, at_floor=False),
    "sqrt": lambda u: _above(0, _rising_from(0, np.sqrt, at_floor=True)(u)),
    "abs": _size,
}

INTERVALS = Arithmetic(
    number=_fraction,
    constants={
        name: interval(np.nextafter(value, 0), np.nextafter(value, 4))
        for name, value in (("pi", np.pi), ("e", np.e))
    },
    divide=lambda above, below: above * reciprocal(below),
    power=power,
    functions=FUNCTIONS,
)
"""Intervals over boxes. Used under ``np.errstate(all="ignore")``."""


def ranges(expression: Expression, variables: tuple[str, ...], low: Reals, high: Reals) -> Interval:
    """Return intervals for the value over N boxes with corners of shape (N, n), which may be at infinity.

    Raises KeyError for a letter that is not among ``variables``.
    """
    sides = {name: interval(low[:, axis], high[:, axis]) for axis, name in enumerate(variables)}
    with np.errstate(all="ignore"):
        found: Interval = work_out(expression, sides, INTERVALS)
    return spread(found, (len(low),))


def spread(found: Interval, shape: tuple[int, ...]) -> Interval:
    """Return the interval with its arrays in this shape."""
    ends = np.broadcast_to(found.low, shape), np.broadcast_to(found.high, shape)
    return Interval(*ends, np.broadcast_to(found.sure, shape))
