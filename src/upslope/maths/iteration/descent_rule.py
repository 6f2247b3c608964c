"""The rule of gradient descent for many walkers at once: the method's step, and when the walk is over."""

import numpy as np

from upslope.maths.expressions.array_values import overflows
from upslope.maths.iteration.descent_methods import Method, Place
from upslope.maths.iteration.endings import (
    CONVERGED,
    DIVERGING,
    FLAT,
    GOING_ON,
    LEFT_THE_DOMAIN,
    OUT_OF_STEPS,
    Codes,
    Flags,
    Points,
    scale,
    size,
)
from upslope.maths.iteration.iteration import Rule, Walks, walk
from upslope.maths.iteration.landscape import Landscape, curvatures

_CLOSE = 1e-6
_UNSEEN = 1e-12
_LEVEL = 1e-9
_NO_SLOPE = 1e-13
_ASIDE = 1e-2
_LONG_RUN = 10


def descent_rule(landscape: Landscape, method: Method) -> Rule:
    """Return the rule that takes the method's steps and ends a walk at a minimum or where it cannot go on."""

    def rule(points: Points, previous: Points) -> tuple[Points, Codes]:
        heights, slopes = landscape.height(points), landscape.gradient(points)
        usable = np.isfinite(heights) & np.isfinite(slopes).all(axis=0)
        codes = np.where(usable, np.int8(GOING_ON), np.int8(LEFT_THE_DOMAIN))
        codes[overflows(landscape.height, points) & (points != previous).any(axis=0)] = DIVERGING
        last_step = (points - previous)[:, usable]
        step = np.zeros_like(points)
        if usable.any():
            here = Place(landscape, points[:, usable], last_step, heights[usable], slopes[:, usable])
            step[:, usable] = method(here)
            codes[usable] = _arrivals(here, step[:, usable])
        return step, codes

    return rule


def descent_walks(landscape: Landscape, rule: Rule, starts: Points, most_steps: int) -> Walks:
    """Walk by a rule of ``descent_rule`` from starts of shape (n, m).

    A walk that was climbing in ever longer steps when these ran out is "diverging". One that fell off the
    range of numbers stands where it last had a height.
    """
    walks = walk(rule, starts, most_steps)
    climbed = landscape.height(walks.points) > landscape.height(starts)
    walks.codes[(walks.codes == OUT_OF_STEPS) & climbed & (walks.unslowed >= _LONG_RUN)] = DIVERGING
    off = (walks.codes == DIVERGING) & ~np.isfinite(landscape.height(walks.points))
    walks.points[:, off] = walks.previous[:, off]
    walks.steps[off] -= 1
    return walks


def _arrivals(here: Place, step: Points) -> Codes:
    """Return the codes of walkers with a height: at a minimum, stuck, or going on."""
    codes = np.full(here.f.shape, GOING_ON, np.int8)
    new, old, unit = size(step), size(here.last_step), scale(here.points)
    unseen = ~(new > _UNSEEN * unit)
    # What is left of the way if the steps go on shrinking as they do.
    left = new * new / np.where(new < old, old - new, np.nan)
    look = unseen | (left <= _CLOSE * unit)
    if look.any():
        looking = Place(
            here.landscape, here.points[:, look], here.last_step[:, look], here.f[look], here.J[:, look]
        )
        codes[look] = np.where(is_minimum(looking), CONVERGED, codes[look])
    codes[unseen & (codes == GOING_ON)] = FLAT
    return codes


def is_minimum(here: Place) -> Flags:
    """Whether walkers stand at a minimum, to a millionth of max(1, |x|) in every direction.

    Along each eigenvector of the Hessian the curvature must be positive, and the slope over it, which is the
    distance to the bottom (Nocedal & Wright, Numerical Optimization, 2nd ed., theorem 2.4), small. Where a
    direction has no curvature the slope must be zero and the ground beside not lower.
    """
    values, vectors = curvatures(here.H)
    slopes = np.abs(np.einsum("mji,jm->mi", vectors, here.J))
    unit, largest = scale(here.points)[:, None], np.abs(values).max(axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        curved = values > _LEVEL * largest
        at_bottom = curved & (slopes <= _CLOSE * unit * values)
    level = (np.abs(values) <= _LEVEL * largest) & (slopes <= _NO_SLOPE * np.maximum(largest * unit, 1e-280))
    if level.any():
        level &= _is_floor(here, vectors, level, curved.any(axis=1))
    minimum: Flags = (at_bottom | level).all(axis=1)
    return minimum


def _is_floor(here: Place, vectors: Points, level: Flags, curved: Flags) -> Flags:
    """Whether the ground beside is nowhere lower; where nothing is curved it must also rise somewhere."""
    floor, rises = level.copy(), curved.copy()
    for direction in range(level.shape[1]):
        for side in (_ASIDE, -_ASIDE):
            aside = here.landscape.height(
                here.points + side * scale(here.points) * vectors[:, :, direction].T
            )
            floor[:, direction] &= ~(aside < here.f)
            rises |= aside > here.f
    return floor & rises[:, None]
