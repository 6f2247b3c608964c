"""Curves and contour lines as few points, cut where a function has a gap, a jump or a pole."""

import math
from collections.abc import Callable, Iterable, Sequence

import contourpy
import numpy as np
from numpy.typing import NDArray

from upslope.maths import Expression, to_numpy

Point = tuple[float, float]
Piece = tuple[Point, ...]
View = tuple[float, float, float, float]
Floats = NDArray[np.float64]
Heights = Callable[[Floats], Floats]

STEPS = 1280
GRID = 81
NOTICEABLE = 1 / 12
TOLERANCE = 1 / 2500  # of the window's size: a fifth of a pixel where a picture is large
HALVINGS = 40


def heights_of(function: Expression, x: str) -> Heights:
    """Return the function of ``x`` for arrays; nan or inf where it has no value."""
    compiled = to_numpy(function, (x,))

    def heights(places: Floats) -> Floats:
        with np.errstate(all="ignore"):
            return np.broadcast_to(compiled(places), places.shape).astype(float)

    return heights


def curve_pieces(heights: Heights, view: View) -> tuple[Piece, ...]:
    """Return the graph in the window as polylines; a new one begins after a gap, a jump or a pole."""
    left, right, bottom, top = view
    places = np.linspace(left, right, STEPS + 1)
    values = heights(places)
    has_value = np.isfinite(values)
    is_above, is_below = values > top, values < bottom
    # A step is drawn unless both its ends are above the picture, or both below it.
    is_out = (is_above[:-1] & is_above[1:]) | (is_below[:-1] & is_below[1:])
    breaks = is_out | ~(has_value[:-1] & has_value[1:])
    steep = ~breaks & (np.abs(np.diff(np.where(has_value, values, 0))) > NOTICEABLE * (top - bottom))
    for index in np.flatnonzero(steep):
        breaks[index] = _jumps(heights, places[index], places[index + 1], NOTICEABLE * (top - bottom))
    room = 2 * (top - bottom)
    points = np.column_stack([places, np.clip(values, bottom - room, top + room)])
    pieces = np.split(points, np.flatnonzero(breaks) + 1)
    return tuple(thinned(piece, view) for piece in pieces if len(piece) > 1)


def contour_lines(
    function: Expression, view: View, levels: Iterable[float], names: Sequence[str]
) -> tuple[tuple[Piece, ...], ...]:
    """Return, for each level, the lines on which the function of two variables has it, within the window."""
    left, right, bottom, top = view
    across, up = np.linspace(left, right, GRID), np.linspace(bottom, top, GRID)
    with np.errstate(all="ignore"):
        values = np.broadcast_to(to_numpy(function, tuple(names))(*np.meshgrid(across, up)), (GRID, GRID))
    drawn = contourpy.contour_generator(across, up, np.ma.masked_invalid(values))
    return tuple(tuple(thinned(np.asarray(line), view) for line in drawn.lines(level)) for level in levels)


def thinned(points: Floats, view: View) -> Piece:
    """Return as few of the points as draw the same line, rounded (Douglas and Peucker 1973)."""
    left, right, bottom, top = view
    spans = np.array([right - left, top - bottom])
    scaled = points / spans
    kept = np.zeros(len(points), bool)
    kept[[0, -1]] = True
    stretches = [(0, len(points) - 1)]
    while stretches:
        first, last = stretches.pop()
        away = _distances(scaled[first : last + 1])
        farthest = int(np.argmax(away))
        if away[farthest] > TOLERANCE:
            kept[first + farthest] = True
            stretches += [(first, first + farthest), (first + farthest, last)]
    digits = [4 - math.floor(math.log10(span)) for span in spans]
    return tuple((round(float(x), digits[0]), round(float(y), digits[1])) for x, y in points[kept])


def _distances(points: Floats) -> Floats:
    """Return how far each point is from the straight line between the first and the last."""
    offsets, along = points - points[0], points[-1] - points[0]
    length = float(np.hypot(*along))
    if length == 0:  # a closed line
        return np.asarray(np.hypot(offsets[:, 0], offsets[:, 1]))
    return np.asarray(np.abs(offsets[:, 0] * along[1] - offsets[:, 1] * along[0]) / length)


def _jumps(heights: Heights, left: float, right: float, noticeable: float) -> bool:
    """Return whether the rise between two places stays, however close they come: a jump and no slope."""
    places = np.array([left, right])
    for _ in range(HALVINGS):
        middle = places.mean()
        low, mid, high = heights(np.array([places[0], middle, places[1]]))
        if not np.isfinite(mid):
            return True
        places = np.array([places[0], middle] if abs(mid - low) > abs(high - mid) else [middle, places[1]])
    ends = heights(places)
    return bool(not np.isfinite(ends).all() or abs(ends[1] - ends[0]) > noticeable / 2)
