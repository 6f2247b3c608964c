"""Where a polynomial is as good as its function: the intervals in which it is within a tolerance."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upslope.maths import Expression, to_numpy

Array = NDArray[np.float64]

_SAMPLES = 2001
_HALVINGS = 40


@dataclass(frozen=True)
class Closeness:
    """``around`` is the interval with the point in it, ``others`` what lies apart from it in the window."""

    around: tuple[float, float]
    others: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Tolerance:
    """``size`` is a share of the function's own size where ``is_share``, else a height."""

    size: float
    is_share: bool


def where_close(
    f: Expression,
    coefficients: Sequence[float],
    point: float,
    window: tuple[float, float],
    allowed: Tolerance,
) -> Closeness:
    """Return where |f − p| is within the tolerance; p has these coefficients in powers of (x − point).

    Looked for at 2,000 places of the window; the ends of what is found there are halved in to the last digit.
    """
    is_close = _test(to_numpy(f, ("x",)), coefficients, point, allowed)
    low, high = min(window[0], point), max(window[1], point)
    places = np.unique(np.append(np.linspace(low, high, _SAMPLES), point))
    fits = is_close(places)
    fits[places == point] = True
    runs = [_sharpened(places, run, is_close) for run in _runs(fits)]
    around = next(run for run in runs if run[0] <= point <= run[1])
    return Closeness(around, tuple(run for run in runs if run != around))


def _test(
    f: Callable[[Array], Array], coefficients: Sequence[float], point: float, allowed: Tolerance
) -> Callable[[Array], NDArray[np.bool_]]:
    def is_close(x: Array) -> NDArray[np.bool_]:
        values, polynomial = f(x), np.polynomial.polynomial.polyval(x - point, coefficients)
        most = allowed.size * np.abs(values) if allowed.is_share else allowed.size
        with np.errstate(all="ignore"):
            return np.asarray(np.isfinite(values) & (np.abs(values - polynomial) <= most))

    return is_close


def _runs(fits: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last index of every row of neighbours that fit."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], fits.astype(int), [0]])))
    return [(int(first), int(after) - 1) for first, after in zip(edges[::2], edges[1::2], strict=True)]


def _sharpened(
    places: Array, run: tuple[int, int], is_close: Callable[[Array], NDArray[np.bool_]]
) -> tuple[float, float]:
    first, last = run
    low = _edge(places[first], places[first - 1], is_close) if first else places[first]
    high = _edge(places[last], places[last + 1], is_close) if last + 1 < len(places) else places[last]
    return float(low), float(high)


def _edge(inside: float, outside: float, is_close: Callable[[Array], NDArray[np.bool_]]) -> float:
    """The last place that fits on the way from one that does to one that does not."""
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if is_close(np.array([middle]))[0] else (inside, middle)
    return inside
