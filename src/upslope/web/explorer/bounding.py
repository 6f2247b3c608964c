"""How far off a Taylor polynomial may be in the window: Lagrange's bound, as far as there is one."""

from functools import lru_cache
from math import ceil, floor, log10
from typing import Any

from upslope.course.prose import render_inline
from upslope.maths import Expression, remainder_bound
from upslope.web.explorer.expanding import expansion_data, expansion_of

_SHARE_OF_THE_WAY = 0.5
_REAL = 1e-9
_TRIES = 3


@lru_cache(maxsize=256)
def bound_data(f: Expression, point: Expression, order: int, low: float, high: float) -> dict[str, Any]:
    """Return a number that the derivative of the next order never exceeds, where that holds, and why.

    Between two points where f breaks down there is no such number up to their very edge: there the interval
    ends half-way there, where it is still small. Raises MathsError where f has no polynomial at the point.
    """
    around = float(expansion_data(f, point)["point"])
    ends, cut = _clear_of_breaks(f, point, (min(low, around), max(high, around)))
    for _ in range(_TRIES):
        found = remainder_bound(f, "x", expansion_of(f, point).point, order, ends)
        if found.steepest is not None:
            break
        ends, cut = ((ends[0] + around) / 2, (ends[1] + around) / 2), True
    note = _CUT if cut and found.steepest is not None else ""
    return {
        "steepest": found.steepest,
        "low": found.low,
        "high": found.high,
        "sentence": render_inline(found.sentence) + note,
    }


def _clear_of_breaks(
    f: Expression, point: Expression, window: tuple[float, float]
) -> tuple[tuple[float, float], bool]:
    """The window, cut off before the nearest real points at which f breaks down, and whether it was."""
    data = expansion_data(f, point)
    around = float(data["point"])
    real = [x for x, height in data["breaks"] if abs(height) < _REAL * (1 + abs(x))]
    left = max((x for x in real if x < around), default=None)
    right = min((x for x in real if x > around), default=None)
    low = window[0] if left is None else max(window[0], around + _SHARE_OF_THE_WAY * (left - around))
    high = window[1] if right is None else min(window[1], around + _SHARE_OF_THE_WAY * (right - around))
    return (_towards(around, low, window), _towards(around, high, window)), (low, high) != window


def _towards(around: float, end: float, window: tuple[float, float]) -> float:
    """An end that was cut, at a short number a little nearer to the point; those of the window stay."""
    if end in window:
        return end
    unit = 10.0 ** (floor(log10(abs(end - around) or 1.0)) - 1)
    return float(f"{(floor if end > around else ceil)(end / unit) * unit:.12g}")


_CUT = " Farther out there is no bound, because the function breaks down on the way."
