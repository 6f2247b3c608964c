"""Points at which two expressions are compared: the same ones every time, spread over where the key lives."""

from collections.abc import Mapping
from functools import lru_cache
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from upslope.maths.evaluation import NUMPY, work_out
from upslope.maths.expression import Expression

Points = dict[str, NDArray[np.float64]]
Box = Mapping[str, tuple[float, float]]

COUNT = 48
_FAR = 2400
_LARGEST = 1e120
# Half-widths of the intervals around 0 that points are drawn from in turn: most near, some far.
_SPANS = (2.0, 1.0, 5.0, 3.0, 12.0, 1.0, 3.0, 40.0)
_NEARBY_WHOLE = 4


def sample(key: Expression, names: tuple[str, ...], box: Box) -> Points:
    """Return up to ``COUNT`` points (one array a name) where the key has a value, or fewer where it has few.

    Within ``box`` the interval of a variable is its own; other variables are drawn around 0, negative and
    whole numbers included. Where the key has hardly a value near 0, it is sought from 0.001 to 10,000.
    """
    for name, (low, high) in box.items():
        if not low < high:
            raise ValueError(
                f"The domain of {name} runs from {low} to {high}: the first must be the smaller one."
            )
    intervals = tuple((name, *box[name]) if name in box else (name,) for name in names)
    points = _where_defined(key, _near(intervals))
    if names and _size(points) < COUNT // 4:
        wider = _where_defined(key, _far(intervals))
        points = wider if _size(wider) > _size(points) else points
    return points


def values(expression: Expression, points: Points) -> NDArray[np.float64]:
    """Return the value at every point, NaN or infinite where there is none."""
    with np.errstate(all="ignore"):
        result = work_out(expression, points, NUMPY)
    return np.broadcast_to(np.asarray(result, dtype=np.float64), (_size(points),))


def _size(points: Points) -> int:
    return next((array.size for array in points.values()), 1)


def _where_defined(key: Expression, points: Points) -> Points:
    usable = np.abs(values(key, points)) < _LARGEST
    return {name: array[usable][:COUNT] for name, array in points.items()}


@lru_cache(maxsize=512)
def _near(intervals: tuple[tuple[str] | tuple[str, float, float], ...]) -> Points:
    rng = np.random.default_rng(174)
    return {interval[0]: _column(interval[1:], rng) for interval in intervals}


def _column(limits: tuple[float, ...], rng: np.random.Generator) -> NDArray[np.float64]:
    count = 2 * COUNT
    if limits:
        low, high = limits
        places = max(0, 4 - floor(log10(high - low)))
        column = np.round(rng.uniform(low, high, count), places)
        whole = [n for n in range(ceil(low), min(floor(high), ceil(low) + 8) + 1) if low < n < high]
    else:
        column = np.round(rng.uniform(-1, 1, count) * np.resize(_SPANS, count), 3)
        whole = list(range(-_NEARBY_WHOLE, _NEARBY_WHOLE + 1))
    places_of_whole = np.arange(3, count, 5)[: len(whole)]
    column[places_of_whole] = rng.permutation(whole)[: places_of_whole.size]
    return column


@lru_cache(maxsize=512)
def _far(intervals: tuple[tuple[str] | tuple[str, float, float], ...]) -> Points:
    rng = np.random.default_rng(175)
    points: Points = {}
    for name, *limits in intervals:
        if limits:
            points[name] = rng.uniform(limits[0], limits[1], _FAR)
        else:
            points[name] = np.round(rng.choice((-1.0, 1.0), _FAR) * 10 ** rng.uniform(-3, 4, _FAR), 4)
    return points
