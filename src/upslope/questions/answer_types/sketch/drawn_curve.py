"""A drawn curve as heights at equal steps, so that what a hand drew and what is right can be compared.

Lengths are shares of the window: x from 0 to 1 along the asked interval, heights in window heights from the
axis.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from upslope.questions.answer_types.sketch.points import Pieces, View, read_points
from upslope.questions.score import NotGradable

Floats = NDArray[np.float64]

STEPS = 240
ROUNDED = 0.1  # steps: in the answer's text a place may have moved by so much
BEYOND = 0.04  # how far a curve is followed past the window's edge
NEAR_EDGE = 0.25  # window heights: a stroke that ends farther from the edge is not on its way out, and …
AT_EDGE = 0.08  # … one at an end of the interval only from here on
TAIL = 6  # steps: a stroke's end, which shows where it is heading
CLOSE = 0.12  # window heights: a pen that comes down this near to where it was lifted goes on with the curve
WIDEST_HOLE = 0.1
ALL_HOLES = 0.2


@dataclass(frozen=True)
class Frame:
    """Where a curve is drawn: in the window ``view``, from ``start`` to ``end`` of a variable."""

    variable: str
    view: View
    start: float
    end: float

    def at(self, place: float) -> float:
        """Return the variable's value at a place from 0 to 1."""
        return self.start + place * (self.end - self.start)


@dataclass(frozen=True)
class DrawnCurve:
    """Heights at ``STEPS + 1`` places, nan where there is none; ``low`` and ``high`` are the edges."""

    heights: Floats
    low: float
    high: float


@dataclass(frozen=True)
class Reach:
    """How near to the edge a stroke must end, in window heights, and how many steps the hole after it has."""

    near: float
    hole: int


@lru_cache(maxsize=64)
def read_curve(text: str, frame: Frame) -> DrawnCurve | NotGradable:
    """Return the curve that an answer's text draws. A text is read once, however often it is compared."""
    pieces = read_points(text, frame.view)
    return pieces if isinstance(pieces, NotGradable) else draw_curve(pieces, frame)


def draw_curve(pieces: Pieces, frame: Frame) -> DrawnCurve | NotGradable:
    """Return the function that the pieces draw; where they overlap, the later one counts.

    Not gradable when a stretch of the interval is empty, other than where the curve has left the window.
    """
    bottom, top = frame.view[2:]
    heights = _painted(pieces, frame) / (top - bottom)
    low, high = bottom / (top - bottom), top / (top - bottom)
    if np.isnan(heights).all():
        return NotGradable("Nothing is drawn yet.", "Draw the curve, or give it points.")
    curve = DrawnCurve(np.clip(heights, low - BEYOND, high + BEYOND), low, high)
    for first, last in runs(np.isnan(heights)):
        _mend(curve, first, last)
    holes = runs(np.isnan(curve.heights))
    widths = [(last - first + 1) / STEPS for first, last in holes]
    if widths and (max(widths) > WIDEST_HOLE or sum(widths) > ALL_HOLES):
        return _unfinished(holes[int(np.argmax(widths))], frame)
    return curve


def _painted(pieces: Pieces, frame: Frame) -> Floats:
    """Return the height at each place as the pen left it, walking along every stroke in turn."""
    heights = np.full(STEPS + 1, np.nan)
    for piece in pieces:
        at = [(x - frame.start) / (frame.end - frame.start) * STEPS for x, _ in piece]
        for index in range(len(piece) - 1):
            _paint(heights, (at[index], at[index + 1]), (piece[index][1], piece[index + 1][1]))
    return heights


def _paint(heights: Floats, at: tuple[float, float], y: tuple[float, float]) -> None:
    left, right = sorted(at)
    first, last = max(int(np.ceil(left - ROUNDED)), 0), min(int(np.floor(right + ROUNDED)), STEPS)
    places = np.arange(first, last + 1)
    along = np.clip((places - at[0]) / (at[1] - at[0]), 0, 1) if right > left else np.ones(places.shape)
    heights[first : last + 1] = y[0] + along * (y[1] - y[0])


def runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the first and last index of each stretch where the mask holds."""
    edges = np.diff(np.concatenate([[0], mask.astype(int), [0]]))
    return list(
        zip(np.flatnonzero(edges == 1).tolist(), (np.flatnonzero(edges == -1) - 1).tolist(), strict=True)
    )


def _mend(curve: DrawnCurve, first: int, last: int) -> None:
    """Fill a hole in place: where the curve was out of sight, and where the pen was lifted for a moment."""
    heights, hole = curve.heights, slice(first, last + 1)
    before = float(heights[first - 1]) if first > 0 else None
    after = float(heights[last + 1]) if last < STEPS else None
    near = NEAR_EDGE if before is not None and after is not None else AT_EDGE
    reach = Reach(near, last - first + 1)
    leaves = _edge(curve, first - 1, -1, reach) if before is not None else None
    returns = _edge(curve, last + 1, 1, reach) if after is not None else None
    if before is None or after is None:
        heights[hole] = next((edge for edge in (leaves, returns) if edge is not None), np.nan)
    elif leaves is not None and returns is not None:
        middle = (first + last) // 2
        heights[first:middle], heights[middle : last + 1] = leaves, returns
        if leaves != returns:
            heights[middle] = np.nan  # a pole: the two sides do not meet
    elif reach.hole <= WIDEST_HOLE * STEPS and abs(after - before) <= CLOSE:
        heights[hole] = np.linspace(before, after, reach.hole + 2)[1:-1]


def _edge(curve: DrawnCurve, place: int, inwards: int, reach: Reach) -> float | None:
    """Return the edge of the window through which the curve leaves it beside a hole, or None.

    It does if it is near the edge and, going on as it was, would reach it within the hole.
    """
    here, inner = curve.heights[place], curve.heights[np.clip(place + inwards * TAIL, 0, STEPS)]
    for edge, way in ((curve.high, 1), (curve.low, -1)):
        short, climb = way * (edge - here), way * (here - inner)
        if short <= BEYOND / 2 or short <= min(reach.near, climb * reach.hole / TAIL):
            return edge + way * BEYOND
    return None


def _unfinished(hole: tuple[int, int], frame: Frame) -> NotGradable:
    start, end = (frame.at(place / STEPS) for place in (max(hole[0] - 1, 0), min(hole[1] + 1, STEPS)))
    return NotGradable(
        f"Between {frame.variable} = {start:.2g} and {frame.variable} = {end:.2g} there is no curve yet.",
        "Draw it on, from one end of the window to the other.",
    )
