"""Walks from many starts at once, each until it ends: the loop that all iterative methods here share.

A rule is the method: it looks at where the walkers stand and says which step each takes next, or how its
walk ends. The loop sees to what is the same for all methods: cycles, flights to infinity, running out of
steps. Points have shape (n, m): n coordinates of each of m walkers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.expressions import expression
from upslope.maths.iteration.endings import (
    CONVERGED,
    CYCLING,
    DIVERGING,
    GOING_ON,
    LEFT_THE_DOMAIN,
    OUT_OF_STEPS,
    Codes,
    Points,
    Sizes,
    does_not_slow_down,
    has_come_back,
    is_next_anchor,
    reach,
    size,
)

Rule: TypeAlias = Callable[[Points, Points], tuple[Points, Codes]]
"""``rule(points, previous) -> (steps, codes)``, shapes (n, m), (n, m) -> (n, m), (m,). A code is an index
into ``ENDINGS`` for a walk that ends where it stands, ``GOING_ON`` otherwise. At a start previous is points.
"""

# So many nodes of functions can one walker work out in a second, slopes ten times as long included.
_MOST_WORK = 200_000


@dataclass
class Walks:
    """How each of m walks ended.

    ``points`` and ``previous`` (n, m) are the last two points; ``codes`` (m,) indices into ``ENDINGS``;
    ``periods`` (m,) the length of the cycle, or 0; ``steps`` (m,) how many were taken; ``unslowed`` (m,) for
    how many steps in a row, up to the end, the walk had not slowed down.
    """

    points: Points
    previous: Points
    codes: Codes
    periods: NDArray[np.int64]
    steps: NDArray[np.int64]
    unslowed: NDArray[np.int64]


@dataclass
class _Walkers:
    """Those still on their way; ``who`` are their places among the starts."""

    who: NDArray[np.int64]
    points: Points
    previous: Points
    anchor: Points
    reach: Sizes
    unslowed: NDArray[np.int64]

    def keep(self, places: NDArray[np.int64]) -> None:
        for name, array in vars(self).items():
            setattr(self, name, array.take(places, axis=-1))

    def move(self, step: Points, taken: int) -> None:
        unslowed = does_not_slow_down(step, self.points - self.previous, taken)
        self.unslowed = np.where(unslowed, self.unslowed + 1, 0)
        self.previous, self.points = self.points, self.points + step


def walk(rule: Rule, starts: Points, most_steps: int) -> Walks:
    """Follow the rule from every start, shape (n, m), until each walk ends or ``most_steps`` are taken."""
    count = starts.shape[1]
    none = np.zeros(count, np.int64)
    ended = Walks(starts.copy(), starts.copy(), none.astype(np.int8), none.copy(), none.copy(), none.copy())
    walkers = _Walkers(np.arange(count), starts, starts, starts, reach(starts), none)
    anchored = 0
    with np.errstate(all="ignore"):
        for taken in range(most_steps + 1):
            step, codes = rule(walkers.points, walkers.previous)
            codes = _judged(walkers, step, codes, taken - anchored)
            if taken == most_steps:
                codes[codes == GOING_ON] = OUT_OF_STEPS
            step = _take_out(walkers, step, codes, ended, (taken, taken - anchored))
            if not walkers.who.size:
                break
            if is_next_anchor(taken, anchored):
                walkers.anchor, anchored = walkers.points, taken
            walkers.move(step, taken)
    return ended


def recorded(rule: Rule, path: list[NDArray[np.float64]]) -> Rule:
    """Return the rule for one walker, adding to ``path`` every point at which it looks around, shape (n,)."""

    def recording(points: Points, previous: Points) -> tuple[Points, Codes]:
        path.append(points[:, 0])
        return rule(points, previous)

    return recording


def affordable(steps: int, functions: tuple[expression.Expression, ...], variables: int) -> int:
    """Return how many of the steps one walker can take within a second or so; at least 1."""
    nodes = sum(1 for f in functions for _ in expression.walk(f)) * (variables + 1)
    return max(1, min(steps, _MOST_WORK // nodes))


def _judged(walkers: _Walkers, step: Points, codes: Codes, lag: int) -> Codes:
    """Return the codes with those of walkers that are too far away, cannot be moved, or have come back."""
    far = (size(walkers.points) > walkers.reach) & (codes != CONVERGED)
    lost = (codes == GOING_ON) & ~np.isfinite(step).all(axis=0)
    codes = np.where(far | lost, np.int8(DIVERGING), codes)
    if lag > 1:
        back = has_come_back(walkers.points, walkers.anchor, size(walkers.points - walkers.previous))
        codes[back & (codes == GOING_ON)] = CYCLING
    return codes


def _take_out(
    walkers: _Walkers, step: Points, codes: Codes, ended: Walks, taken_and_lag: tuple[int, int]
) -> Points:
    """Write down how walks ended and keep the other walkers; return the steps of these."""
    over, onward = np.flatnonzero(codes != GOING_ON), np.flatnonzero(codes == GOING_ON)
    if not over.size:
        return step
    who, taken, lag = walkers.who[over], *taken_and_lag
    ended.codes[who] = codes[over]
    ended.steps[who] = taken
    ended.periods[who] = np.where(codes[over] == CYCLING, lag, 0)
    ended.unslowed[who] = walkers.unslowed[over]
    ended.previous[:, who] = walkers.previous[:, over]
    lands = codes[over] != LEFT_THE_DOMAIN
    ended.points[:, who] = np.where(lands, walkers.points[:, over], walkers.previous[:, over])
    walkers.keep(onward)
    return step.take(onward, axis=-1)
