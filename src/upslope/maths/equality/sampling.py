"""Points at which two expressions are compared: the same ones every time, spread over where the key lives."""

from collections.abc import Mapping
from functools import lru_cache
from math import ceil, floor, inf, log10

import numpy as np
from numpy.typing import NDArray

from upslope.maths.expressions.evaluation import NUMPY, work_out
from upslope.maths.expressions.expression import Expression, Number, walk

Points = dict[str, NDArray[np.float64]]
Box = Mapping[str, tuple[float, float]]
_Interval = tuple[str, float, float]

COUNT = 48
_FAR = 2400
_LARGEST = 1e120
# A box that reaches further than this has no end on that side.
_ENDLESS = 1e100
# Half-widths of the intervals around 0 that points are drawn from in turn: most near, some far.
_SPANS = (2.0, 1.0, 5.0, 3.0, 12.0, 1.0, 3.0, 40.0)
_WHOLE = 9
# Numbers up to this in an expression may mark a place where it changes, as the 30 in |x − 30| does.
_LARGEST_LANDMARK = 1000


def sample(key: Expression, names: tuple[str, ...], box: Box, landmark: float = 0) -> Points:
    """Return up to ``COUNT`` points (one array a name) where the key has a value, or fewer where it has few.

    Within ``box`` the interval of a variable is its own, and either end may be infinite; other variables are
    drawn around 0, negative and whole numbers included, and on both sides beyond ``landmark``. Where the key
    has hardly a value near 0, it is sought from 0.001 to 10,000. Raises ValueError for an interval whose ends
    are not two numbers in order.
    """
    check_box(box)
    intervals = tuple((name, *_ends(*box.get(name, (-inf, inf)))) for name in names)
    points = _where_defined(key, _near(intervals, landmark))
    if names and size(points) < COUNT // 4:
        wider = _where_defined(key, _far(intervals))
        points = wider if size(wider) > size(points) else points
    return points


def check_box(box: Box) -> None:
    """Raise ValueError for an interval whose ends are not two numbers in order."""
    for name, (low, high) in box.items():
        if not low < high:
            raise ValueError(
                f"The domain of {name} runs from {low} to {high}: the first must be the smaller one."
            )


def values(expression: Expression, points: Points) -> NDArray[np.float64]:
    """Return the value at every point, NaN or infinite where there is none."""
    with np.errstate(all="ignore"):
        result = work_out(expression, points, NUMPY)
    return np.broadcast_to(np.asarray(result, dtype=np.float64), (size(points),))


def size(points: Points) -> int:
    """Return how many points there are: one where there is no letter to give a value to."""
    return next((array.size for array in points.values()), 1)


def largest_landmark(*expressions: Expression) -> float:
    """Return the largest number in the expressions that can mark a place on an axis, 0 for none."""
    found = [node.value for tree in expressions for node in walk(tree) if isinstance(node, Number)]
    return float(max((value for value in found if value <= _LARGEST_LANDMARK), default=0))


def _ends(low: float, high: float) -> tuple[float, float]:
    return (low if low > -_ENDLESS else -inf), (high if high < _ENDLESS else inf)


def _where_defined(key: Expression, points: Points) -> Points:
    usable = np.abs(values(key, points)) < _LARGEST
    return {name: array[usable][:COUNT] for name, array in points.items()}


@lru_cache(maxsize=256)
def _near(intervals: tuple[_Interval, ...], landmark: float) -> Points:
    rng = np.random.default_rng(174)
    return {name: _column(low, high, landmark, rng) for name, low, high in intervals}


def _column(low: float, high: float, landmark: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """Whole numbers, short decimals that make good witnesses, and numbers of full length, in turn.

    The last are there for functions such as sin(1000πx), which has the value 0 at every short decimal.
    """
    drawn, places = _drawn(low, high, landmark, rng)
    rounded = np.round(drawn, places)
    rounded[::4] = drawn[::4]
    column = np.where((low < rounded) & (rounded < high), rounded, drawn)
    whole = _whole_numbers(low, high)
    places_of_whole = np.arange(3, column.size, 5)[: len(whole)]
    column[places_of_whole] = rng.permutation(whole)[: places_of_whole.size]
    return column


def _drawn(
    low: float, high: float, landmark: float, rng: np.random.Generator
) -> tuple[NDArray[np.float64], int]:
    """Random numbers between the ends, and to how many places they can be rounded."""
    count = 2 * COUNT
    if high - low < inf:
        places = min(15, max(0, 4 - floor(log10(high - low))))
        return rng.uniform(low, high, count), places
    around_0 = rng.uniform(-1, 1, count) * np.resize(_SPANS, count)
    if landmark > min(_SPANS):
        sides = np.resize(rng.permutation((-landmark, -landmark, landmark, landmark)), count // 5)
        around_0[1 : 5 * sides.size : 5] = sides * rng.uniform(1, 2, sides.size)
    return _folded(around_0, low, high), 3


def _folded(column: NDArray[np.float64], low: float, high: float) -> NDArray[np.float64]:
    """Numbers around 0, turned to the one side of an interval that has only one end."""
    if low > -inf:
        return low + np.abs(column)
    return high - np.abs(column) if high < inf else column


def _whole_numbers(low: float, high: float) -> list[float]:
    """The nine whole numbers from −4 to 4, or as near to them as they are strictly inside."""
    highest = floor(high) - _WHOLE + 1 if high < inf else -4
    first = max(ceil(low), min(-4, highest)) if low > -inf else min(-4, highest)
    return [float(n) for n in range(first, first + _WHOLE) if low < n < high]


@lru_cache(maxsize=8)
def _far(intervals: tuple[_Interval, ...]) -> Points:
    rng = np.random.default_rng(175)
    points: Points = {}
    for name, low, high in intervals:
        if high - low < inf:
            points[name] = rng.uniform(low, high, _FAR)
        else:
            wide = np.round(rng.choice((-1.0, 1.0), _FAR) * 10 ** rng.uniform(-3, 4, _FAR), 4)
            points[name] = _folded(wide, low, high)
    return points
