"""What there is to see of a curve: where it meets the axis, turns, breaks and leaves the window.

A feature is found on the right curve and on a drawn one in the same way, only with other thresholds: what is
demanded must be plain on the right curve, and what a hand adds must be plainer than its trembling.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upslope.questions.answer_types.sketch.drawn_curve import STEPS, DrawnCurve, Floats, runs
from upslope.questions.answer_types.sketch.peaks import find_peaks

ASIDE = 0.055  # of the width: how far to the side a hand may put something
LEVEL = 0.06  # of the height: a flat top is as wide as the curve stays this near to it
STEEP_RUN = 6  # steps: within so few nobody sees a slope, only a break
BREAK = 0.35  # window heights: across a greater break the curve is in two branches


@dataclass(frozen=True)
class Event:
    """Something at ``place``, from 0 to 1; a drawn one is as good anywhere from ``low`` to ``high``."""

    kind: str
    place: float
    low: float
    high: float


Finder = Callable[..., list[Event]]
"""Finds the events of a curve that are at least so plain: thresholds in window heights follow the curve."""


def _event(kind: str, place: float, low: float, high: float) -> Event:
    """Make an event from places in steps."""
    return Event(kind, place / STEPS, low / STEPS - ASIDE, high / STEPS + ASIDE)


def breaks(curve: DrawnCurve, size: float) -> list[Event]:
    """Return where the curve jumps by ``size`` or more: a pole, a step."""
    return [
        _event(
            "rises" if curve.heights[last] > curve.heights[first] else "drops",
            (first + last) / 2,
            first,
            last,
        )
        for first, last in _jumps(curve, size)
    ]


def exits(curve: DrawnCurve, reach: float) -> list[Event]:
    """Return where the curve leaves the window by ``reach`` and comes back on the same side."""
    found = []
    for branch in branches(curve):
        heights = curve.heights[branch]
        for kind, outside in (
            ("over", heights >= curve.high + reach),
            ("under", heights <= curve.low - reach),
        ):
            for first, last in runs(outside):
                if first > 0 and last < len(heights) - 1:
                    found.append(
                        _event(
                            kind, branch.start + (first + last) / 2, branch.start + first, branch.start + last
                        )
                    )
    return found


def turning_points(curve: DrawnCurve, prominence: float) -> list[Event]:
    """Return the highest and lowest points that stand out by ``prominence``, in order."""
    found = []
    for branch in branches(curve):
        for kind, heights in (("highest", curve.heights[branch]), ("lowest", -curve.heights[branch])):
            for peak in find_peaks(heights, prominence):
                first, last = _stretch_around(heights >= heights[peak] - LEVEL, peak)
                start = branch.start
                found.append(_event(kind, start + peak, start + first, start + last))
    return sorted(found, key=lambda event: event.place)


def crossings(curve: DrawnCurve, clear: float) -> list[Event]:
    """Return where the curve crosses the axis, between stretches that are ``clear`` of it on either side."""
    found = []
    for branch in branches(curve):
        heights = curve.heights[branch]
        for before, after in _changes(heights, clear):
            near = before + np.flatnonzero(np.abs(heights[before : after + 1]) <= LEVEL)
            places = before + np.flatnonzero(np.diff(np.sign(heights[before : after + 1])) != 0) + 0.5
            first, last = (near[0], near[-1]) if len(near) else (before, after)
            middle = float(np.mean(places))
            found.append(_event("cross", branch.start + middle, branch.start + first, branch.start + last))
    return found


def touches(curve: DrawnCurve, near: float, away: float) -> list[Event]:
    """Return where the curve comes as ``near`` to the axis without crossing it, and goes ``away`` again."""
    found = []
    for branch in branches(curve):
        heights = curve.heights[branch]
        changes = _changes(heights, max(LEVEL, near))
        crossed = [place for before, after in changes for place in range(before, after + 1)]
        for side in (heights, -heights):
            for place in find_peaks(-side, away):
                if abs(side[place]) <= near and place not in crossed:
                    first, last = _stretch_around(side <= max(LEVEL, near), place)
                    found.append(
                        _event("touch", branch.start + place, branch.start + first, branch.start + last)
                    )
    return found


def branches(curve: DrawnCurve) -> list[slice]:
    """Return the stretches of places in which the curve is in one piece."""
    whole = ~np.isnan(curve.heights)
    for first, last in _jumps(curve, BREAK):
        whole[first + 1 : last] = False
    return [slice(first, last + 1) for first, last in runs(whole) if last > first]


def _jumps(curve: DrawnCurve, size: float) -> Iterator[tuple[int, int]]:
    """Yield the last place before each jump and the first one after it."""
    heights = curve.heights
    for first, last in runs(np.isnan(heights)):
        if first > 0 and last < STEPS and abs(heights[last + 1] - heights[first - 1]) >= size:
            yield first - 1, last + 1
    climb = heights[STEEP_RUN:] - heights[:-STEEP_RUN]
    for steep in (climb >= size, climb <= -size):
        for first, last in runs(steep):
            stretch = heights[first : last + STEEP_RUN + 1]
            if not np.isnan(stretch).any() and not _only_leaves(curve, stretch):
                yield first, last + STEEP_RUN


def _only_leaves(curve: DrawnCurve, steep: Floats) -> bool:
    """Whether a steep stretch is the way out of the window or back, and not a jump right through it."""
    margin = LEVEL / 2
    return bool((steep.min() <= curve.low + margin) != (steep.max() >= curve.high - margin))


def _changes(heights: Floats, clear: float) -> Iterator[tuple[int, int]]:
    """Yield, for each change of sign, the last clear place before it and the first one after it."""
    places = np.flatnonzero(np.abs(heights) >= clear)
    signs = np.sign(heights[places])
    for index in np.flatnonzero(np.diff(signs) != 0):
        yield int(places[index]), int(places[index + 1])


def _stretch_around(mask: NDArray[np.bool_], place: int) -> tuple[int, int]:
    return next((first, last) for first, last in runs(mask) if first <= place <= last)
