"""Whether two expressions are the same function, by looking at many points of the first one's own domain."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.expression import Expression
from upslope.maths.high_precision import OutOfReachError, Real, UndefinedHereError, exact_value
from upslope.maths.sampling import Box, Points, sample, values

# Double precision calls two values alike within this share of their size; anything else goes to 50 digits.
_ALIKE = 1e-9
# With 50 digits, values this close are the same; a larger gap is the same only if more digits close it.
_ALIKE_EXACT = 1e-25
_GAP_CLOSES = 1e-30
_FEWEST_POINTS = 4
_MOST_SECOND_OPINIONS = 12
_TINY = 1e-40

Opinion: TypeAlias = Literal["agree", "differ", "gap", "no opinion"]


@dataclass(frozen=True)
class Comparison:
    """The verdict, and for "different" a point (variable → value) where anyone can see it."""

    verdict: Literal["same", "different", "unsure"]
    witness: Mapping[str, float] | None = None


def compare(key: Expression, answer: Expression, domain: Box | None = None) -> Comparison:
    """Say whether ``answer`` equals ``key`` wherever the key has a value.

    ``domain`` gives (low, high) for variables that only live there. An answer that is undefined at single
    points (a removable gap) is still the same; one that is undefined on a stretch of the key's domain is
    different. "unsure" means that the key has too few points with a value, or values too large to compute.
    """
    if key == answer:
        return Comparison("same")
    names = tuple(sorted(key.variables | answer.variables))
    points = sample(key, names, domain or {})
    wanted, given = values(key, points), values(answer, points)
    if names and points[names[0]].size < _FEWEST_POINTS:
        return Comparison("unsure")
    distance = _distance(wanted, given)
    # Values that vanish in double precision show nothing: 0.5^10000 and 0.5^20000 are both 0.0.
    vanishes = bool(key.variables) and bool(np.all(np.abs(wanted) < _TINY))
    if vanishes:
        distance[:] = np.inf
    doubtful = np.flatnonzero(distance > _ALIKE)
    plain_agreement = distance.size - doubtful.size >= min(_FEWEST_POINTS, distance.size)
    in_order = [_point(points, index) for index in _in_order(doubtful, distance, points)]
    return _second_opinion(_Pair(key, answer, 0 if vanishes else _TINY), in_order, plain_agreement)


def _distance(wanted: NDArray[np.float64], given: NDArray[np.float64]) -> NDArray[np.float64]:
    """The gap between the values as a share of their size; infinite where the answer has no value."""
    with np.errstate(all="ignore"):
        distance = np.abs(wanted - given) / np.maximum(np.abs(wanted), np.abs(given))
    distance[wanted == given] = 0
    distance[~np.isfinite(distance)] = np.inf
    return distance


def _point(points: Points, index: int) -> dict[str, float]:
    return {name: float(array[index]) for name, array in points.items()}


def _in_order(doubtful: NDArray[np.intp], distance: NDArray[np.float64], points: Points) -> list[int]:
    """Simple points with a plain difference first, as the best witnesses; then the rest by distance."""

    def plainness(index: int) -> tuple[bool, float, float]:
        coordinates = [float(array[index]) for array in points.values()]
        whole = all(value.is_integer() and value != 0 for value in coordinates)
        return (
            not (whole and distance[index] > 1e-3),
            sum(map(abs, coordinates)) if whole else 0,
            -distance[index],
        )

    ordered = sorted((int(index) for index in doubtful), key=plainness)
    spread = ordered[:: max(1, len(ordered) // _MOST_SECOND_OPINIONS)]
    return spread[:_MOST_SECOND_OPINIONS]


@dataclass(frozen=True)
class _Pair:
    """The two expressions; a difference between two values below ``floor`` counts for nothing."""

    key: Expression
    answer: Expression
    floor: float


def _second_opinion(pair: _Pair, points: list[dict[str, float]], agreed: bool) -> Comparison:
    """Look with many digits at the points in doubt; ``agreed`` says whether the others agree already."""
    for point in points:
        opinion = _opinion_at(pair, point)
        if opinion == "differ":
            return Comparison("different", point)
        agreed = agreed or opinion == "agree"
    return Comparison("same" if agreed else "unsure")


def _opinion_at(pair: _Pair, point: Mapping[str, float]) -> Opinion:
    opinion = _opinion_exactly_at(pair, point)
    if opinion != "gap":
        return opinion
    # The answer has no value here: it may still agree on both sides of the gap, where the key has values.
    beside = [_opinion_exactly_at(pair, {name: shift(at) for name, at in point.items()}) for shift in _BESIDE]
    if "differ" in beside or "gap" in beside:
        return "differ"
    return "agree" if "agree" in beside else "no opinion"


def _opinion_exactly_at(pair: _Pair, point: Mapping[str, float]) -> Opinion:
    try:
        wanted = exact_value(pair.key, point, 50)
    except ArithmeticError:
        return "no opinion"
    try:
        return _opinion_on(pair, point, wanted, exact_value(pair.answer, point, 50))
    except UndefinedHereError:
        return "gap"
    except OutOfReachError:
        return "no opinion"


def _opinion_on(pair: _Pair, point: Mapping[str, float], wanted: Real, given: Real) -> Opinion:
    gap = abs(wanted - given)
    if gap <= _ALIKE_EXACT * abs(wanted):
        return "agree"
    closer = abs(exact_value(pair.key, point, 120) - exact_value(pair.answer, point, 120))
    if closer <= _GAP_CLOSES * gap:
        return "agree"
    return "no opinion" if max(abs(wanted), abs(given)) < pair.floor else "differ"


_BESIDE: tuple[Callable[[float], float], ...] = (
    lambda value: value * (1 + 2**-20) + 2**-21,
    lambda value: value * (1 - 2**-20) - 2**-21,
)
