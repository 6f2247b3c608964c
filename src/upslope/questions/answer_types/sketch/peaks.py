"""The peaks of a list of heights. scipy.signal finds the same ones, and takes a second to be imported."""

from collections.abc import Iterator

import numpy as np

from upslope.questions.answer_types.sketch.drawn_curve import Floats


def find_peaks(heights: Floats, prominence: float) -> list[int]:
    """Return the places higher than what is on both sides that stand out by ``prominence``, in order.

    A flat top counts once, at its middle. How far a peak stands out is its height above the higher of the two
    lowest places that lie between it and higher ground (or the end) on either side.
    """
    return [place for place in _tops(heights) if _prominence(heights, place) >= prominence]


def _tops(heights: Floats) -> Iterator[int]:
    starts = np.flatnonzero(np.r_[True, np.diff(heights) != 0])
    levels = heights[starts]
    ends = np.r_[starts[1:], len(heights)] - 1
    for run in range(1, len(starts) - 1):
        if levels[run - 1] < levels[run] > levels[run + 1]:
            yield int(starts[run] + ends[run]) // 2


def _prominence(heights: Floats, place: int) -> float:
    top = heights[place]
    return float(top - max(_valley(heights[place::-1], top), _valley(heights[place:], top)))


def _valley(ahead: Floats, top: float) -> float:
    """Return the lowest height met on the way to higher ground."""
    higher = np.flatnonzero(ahead > top)
    return float(np.min(ahead[: higher[0]] if len(higher) else ahead))


def within(heights: Floats, reach: int) -> tuple[Floats, Floats]:
    """Return the lowest and the highest height within ``reach`` places on either side of each place."""
    padded = np.pad(heights, reach, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    return windows.min(axis=1), windows.max(axis=1)
