"""How a walk of many steps can end, and how to tell: back where it was, too far away, never slowing down.

Points have shape (n, m): n coordinates of each of m walkers. A size is that of the largest coordinate.
"""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.iteration.solution import ENDINGS

Points: TypeAlias = NDArray[Any]  # float64 or complex128
Sizes: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Codes: TypeAlias = NDArray[np.int8]

CONVERGED, CYCLING, DIVERGING, FLAT, LEFT_THE_DOMAIN, OUT_OF_STEPS = range(len(ENDINGS))
GOING_ON = -1

LONGEST_CYCLE = 16

_FAR = 1e12
_SAME_PLACE = 1e-10
_STEP_THAT_SHOWS = 1e-7


def size(points: Points) -> Sizes:
    """Return the size of each walker's largest coordinate, shape (m,)."""
    sizes: Sizes = np.abs(points).max(axis=0)
    return sizes


def scale(points: Points) -> Sizes:
    """Return what a distance at these points is measured against: their size, but at least 1."""
    return np.maximum(1.0, size(points))


def reach(starts: Points) -> Sizes:
    """Return how far a walk may lead before it counts as gone: a million million times its start, or 1."""
    with np.errstate(over="ignore"):
        return _FAR * scale(starts)


def has_come_back(points: Points, anchor: Points, last_size: Sizes) -> Flags:
    """Whether walkers stand where they stood at their anchor, though their steps are still long.

    Measured against the last step, so that a walk that slows down on its way to a limit never counts.
    """
    back: Flags = size(points - anchor) <= _SAME_PLACE * last_size
    return back & (last_size > _STEP_THAT_SHOWS * scale(points))


def is_next_anchor(taken: int, anchored: int) -> bool:
    """Whether to remember the point after ``taken`` steps instead of the one after ``anchored``.

    Brent's way to find a cycle with the memory of one point: look back to the steps 0, 1, 3, 7, 15, and from
    there to every 16th, so that cycles of up to 16 steps are found however late a walk falls into them
    (R. P. Brent, An improved Monte Carlo factorization algorithm, BIT 20, 1980).
    """
    return taken - anchored == min(anchored + 1, LONGEST_CYCLE)


def does_not_slow_down(step: Points, last_step: Points, taken: int) -> Flags:
    """Whether the new step is longer than the last, or as good as equal and in the same direction.

    A walk to infinity through ever smaller steps (Newton–Raphson on exp(-x²)) loses less than 1/taken of its
    step each time; a walk to a root of any multiplicity up to ``taken`` loses more.
    """
    new, old = size(step), size(last_step)
    onward = (step * np.conj(last_step)).real.sum(axis=0) > 0
    unslowed: Flags = (new > old * (1 + 1e-9)) | (onward & (new >= old * (1 - 1 / max(taken, 1))))
    return unslowed
