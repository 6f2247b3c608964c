"""From a place near a solution to the solution with 50 digits, or to the proof that it is none.

Newton's method with the slopes held fixed gains as many digits with every step as the slopes are right to.
Solutions where the equations touch (several solutions in one) have no such slopes: for them a simple number
close by is tried, and put back with 50 digits.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from math import prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.expressions.expression import Expression, number
from upslope.maths.expressions.high_precision import OutOfReachError, Real, UndefinedHereError, exact_value
from upslope.maths.solving.interval_enclosure import Reals, ranges
from upslope.maths.solving.interval_slopes import enclosed

Point: TypeAlias = tuple[Fraction, ...]
DIGITS = 50
_STEPS = 12
_SETTLED = 1e-44
_ROUNDS_IN_DOUBLE = 40
# Who still strides about after so many rounds is not about to settle.
_PATIENCE = 12
_SINGULAR = 1e-6
_HUGE = 1e100
_NEARBY = 1e-3
_MOST_TRIALS = 64


def as_fraction(real: Real) -> Fraction:
    """Return a number of many digits as the fraction it is."""
    sign, digits, exponent, _ = real._mpf_
    size: Fraction = int(digits) * Fraction(2) ** int(exponent)
    return -size if sign else size


def exact(expression: Expression, values: Mapping[str, Fraction]) -> Fraction:
    """Return the value at a point given by fractions, to 50 digits.

    Raises ArithmeticError where there is none, or none within reach.
    """
    at_point = expression.substitute({name: number(value) for name, value in values.items()})
    return as_fraction(exact_value(at_point, {}, DIGITS))


def residuals(
    equations: tuple[Expression, ...], variables: tuple[str, ...], point: Point
) -> list[Fraction] | None:
    """Return how far each equation is from 0 at the point, None where one has no value."""
    values = dict(zip(variables, point, strict=True))
    try:
        return [exact(equation, values) for equation in equations]
    except (UndefinedHereError, OutOfReachError):
        return None


def solves(equations: tuple[Expression, ...], variables: tuple[str, ...], point: Point) -> bool:
    """Whether the point satisfies the equations to about 40 digits."""
    found = residuals(equations, variables, point)
    scale = 1 + max(abs(value) for value in point)
    return found is not None and all(abs(value) < Fraction(10) ** -40 * scale**4 for value in found)


def slopes_and_values(
    equations: tuple[Expression, ...], variables: tuple[str, ...], points: Reals
) -> tuple[Reals, Reals]:
    """Return slopes (N, m, n) and values (N, m) at N points in double precision."""
    count, width = points.shape
    found = [enclosed(equation, variables, points, points) for equation in equations]
    with np.errstate(all="ignore"):
        slopes = [np.broadcast_to(part.slope.low + part.slope.high, (width, count)) / 2 for part in found]
        values = [np.broadcast_to(part.value.low + part.value.high, (count,)) / 2 for part in found]
    return np.moveaxis(np.stack(slopes), -1, 0), np.stack(values, axis=-1)


def nearly_solved(
    equations: tuple[Expression, ...], variables: tuple[str, ...], points: Reals
) -> NDArray[np.bool_]:
    """For each of N points, whether what is left of every equation is no more than rounding explains."""
    slopes, values = slopes_and_values(equations, variables, points)
    over = (ranges(equation, variables, points, points) for equation in equations)
    with np.errstate(all="ignore"):
        by_working = np.stack([part.high - part.low for part in over], axis=-1)
        by_place = 1e-10 * np.einsum("Nmn,Nn->Nm", np.abs(slopes), 1 + np.abs(points))
        solved: NDArray[np.bool_] = (np.abs(values) <= by_place + by_working).all(axis=1)
    return solved


def refined(
    equations: tuple[Expression, ...], variables: tuple[str, ...], places: Reals
) -> list[Point | None]:
    """Return the solution next to each of N places, shape (N, n), to about 45 digits; None where none is.

    A solution farther away than a thousandth belongs to another place.
    """
    if not len(places):
        return []
    settled = polished(equations, variables, places)
    slopes, _ = slopes_and_values(equations, variables, settled)
    found = (_refined(equations, variables, *each) for each in zip(places, settled, slopes, strict=True))
    return [
        point if point is not None and _is_beside(point, place) else None
        for place, point in zip(places, found, strict=True)
    ]


def _refined(
    equations: tuple[Expression, ...], variables: tuple[str, ...], place: Reals, settled: Reals, slopes: Reals
) -> Point | None:
    if not np.isfinite(settled).all():
        return _simple_numbers(equations, variables, place)
    sizes = np.linalg.svd(slopes, compute_uv=False) if np.isfinite(slopes).all() else np.zeros(1)
    if sizes[-1] > _SINGULAR * sizes[0]:
        inverse = np.asarray(np.linalg.pinv(slopes), dtype=np.float64)
        found = _with_all_digits(equations, variables, settled, inverse)
        if found is not None:
            return found
    return _simple_numbers(equations, variables, settled)


def _is_beside(point: Point, place: Reals) -> bool:
    distance = np.abs(np.array(point, dtype=np.float64) - place).max()
    return bool(distance <= _NEARBY * (1 + np.abs(place).max()))


def polished(equations: tuple[Expression, ...], variables: tuple[str, ...], points: Reals) -> Reals:
    """Return where Newton's method leads from each of N points, shape (N, n), in double precision.

    Directions in which the equations hardly change are left alone, so that from beside a curve of solutions
    the way leads straight to it. A point from which it leads nowhere comes back as NaN.
    """
    points = points.copy()
    for round_number in range(_ROUNDS_IN_DOUBLE):
        slopes, values = slopes_and_values(equations, variables, points)
        usable = (np.abs(slopes) < _HUGE).all(axis=(1, 2)) & (np.abs(values) < _HUGE).all(axis=1)
        points[~usable] = np.nan
        slopes[~usable], values[~usable] = 0, 0
        with np.errstate(all="ignore"):
            move = np.einsum("Nnm,Nm->Nn", np.linalg.pinv(slopes, rcond=1e-7), values)
        points -= move
        if round_number == _PATIENCE:
            points[np.abs(move).max(axis=1) > 0.01 * (1 + np.abs(points).max(axis=1))] = np.nan
        if not np.any(np.abs(move) > 1e-15 * (1 + np.abs(points))):
            break
    return points


def _with_all_digits(
    equations: tuple[Expression, ...], variables: tuple[str, ...], start: Reals, inverse: Reals
) -> Point | None:
    point: Point = tuple(Fraction(float(value)) for value in start)
    for _ in range(_STEPS):
        values = residuals(equations, variables, point)
        if values is None:
            return None
        move = inverse @ np.array([float(value) for value in values])
        point = tuple(value - Fraction(float(by)) for value, by in zip(point, move, strict=True))
        if np.max(np.abs(move)) <= _SETTLED * (1 + np.max(np.abs(start))):
            simple = tuple(map(_fraction_or_same, point))
            return next((found for found in (simple, point) if solves(equations, variables, found)), None)
    return None


def _fraction_or_same(value: Fraction) -> Fraction:
    """The fraction that the value is but for its last digits: at 1e-60 abs has a slope, at 0 it has none."""
    simple = value.limit_denominator(1000)
    return simple if abs(simple - value) < Fraction(10) ** -40 else value


def _simple_numbers(
    equations: tuple[Expression, ...], variables: tuple[str, ...], near: Reals
) -> Point | None:
    """The first combination of simple numbers close by that solves the equations."""
    nearby = [_candidates(float(value)) for value in near]
    if prod(map(len, nearby)) > _MOST_TRIALS:
        return None
    return next((point for point in product(*nearby) if solves(equations, variables, point)), None)


def _candidates(value: float) -> list[Fraction]:
    """Fractions with a small denominator and square roots of such close to the value."""
    found = [Fraction(value).limit_denominator(limit) for limit in (1, 12, 60)]
    square = Fraction(value * value).limit_denominator(12)
    root = as_fraction(exact_value(number(square) ** number(Fraction(1, 2)), {}, DIGITS))
    found.append(root if value > 0 else -root)
    return list(
        dict.fromkeys(near for near in found if abs(near - Fraction(value)) < _NEARBY * (1 + abs(value)))
    )
