"""Where to begin with a function that nobody has looked at yet: which window, and which point."""

from math import floor, log10

import numpy as np
from numpy.typing import NDArray

from upslope.maths import Expression, MathsError, number, to_numpy
from upslope.maths.multivariate.point import at_point
from upslope.maths.series.exact_coefficients import exact_coefficients

View = tuple[float, float, float, float]
"""x from and to, y from and to."""

_WIDTHS = (4.0, 12.0, 100.0)
_SAMPLES = 801
_FEWEST = 40
_POINTS = (0, 1, 2, -1, 3, -2, 5, -3, 10)
_SQUARE: View = (-2.5, 2.5, -2.5, 2.5)


def opening_view(f: Expression) -> View:
    """Return a window in which much of the curve is to be seen; what climbs out of sight is cut off."""
    values = to_numpy(f, ("x",))
    for half in _WIDTHS:
        x = np.linspace(-half, half, _SAMPLES) + half * 1e-4  # beside a pole at 0, not on it
        heights = values(x)
        seen = heights[np.isfinite(heights)]
        if len(seen) >= _FEWEST:
            break
    return (-half, half, *_heights(seen))


def _heights(seen: NDArray[np.float64]) -> tuple[float, float]:
    """The middle half of the values, and as much again on both sides, but not beyond what there is."""
    if not len(seen):
        return -2.0, 2.0
    low, first, third, high = np.percentile(seen, [0, 25, 75, 100])
    room = 1.4 * (third - first)
    bottom, top = max(low, first - room), min(high, third + room)
    margin = 0.3 * (top - bottom) or max(1.0, 0.5 * abs(top))
    unit = 10.0 ** (floor(log10(margin)) - 1)
    return _rounded((bottom - margin) / unit, unit), _rounded((top + margin) / unit, unit)


def _rounded(units: float, unit: float) -> float:
    return float(f"{round(units) * unit:.12g}")


def opening_point(f: Expression) -> str:
    """Return a whole number about which f can be expanded, 0 if may be; 0 too where none was found."""
    for point in _POINTS:
        try:
            exact_coefficients(f, "x", number(point), 1)
        except MathsError:
            continue
        return str(point)
    return "0"


def opening_place(f: Expression) -> tuple[str, str]:
    """Return whole numbers x and y at which f has a value."""
    for point in _POINTS:
        try:
            at_point(f, {"x": number(point), "y": number(point)})
        except MathsError:
            continue
        return str(point), str(point)
    return "0", "0"


def opening_square() -> View:
    """Return the part of the plane over which a surface is drawn at first."""
    return _SQUARE
