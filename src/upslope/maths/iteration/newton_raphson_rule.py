"""The rule of Newton–Raphson for many walkers at once: along the tangent to the axis, and when that ends."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.differentiation.differentiation import derivative
from upslope.maths.expressions.array_values import array_values, overflows, rounding_errors
from upslope.maths.expressions.expression import Expression
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

_STILL = 1e-10
_SHRINKING = 0.95
_SHORT = 1e-2
_MARGIN = 4
_WELL_ABOVE = 100
_UNDERFLOW = 1e-290
_ASIDE = 0.00837  # no round number, lest a second root stand exactly there
_LONG_RUN = 10
_SINGULAR = 1e-13

Heights: TypeAlias = NDArray[Any]
Slopes: TypeAlias = NDArray[Any]


def newton_rule(functions: tuple[Expression, ...], variables: tuple[str, ...]) -> Rule:
    """Return the rule x → x - f(x) J(x)⁻¹ for n functions of n variables; for one of one, x - f(x)/f'(x).

    Raises MathsError for a symbol that is not a variable, and for functions too large to differentiate.
    """
    values = [array_values(f, variables) for f in functions]
    slopes = [[array_values(derivative(f, name), variables) for name in variables] for f in functions]
    solve = _divided if len(functions) == 1 else _solved

    def rule(points: Points, previous: Points) -> tuple[Points, Codes]:
        heights = np.stack([value(points) for value in values])
        jacobians = np.stack([[slope(points) for slope in row] for row in slopes])
        step = -solve(jacobians, heights)
        codes = _stuck(heights, jacobians, step)
        moved = (points != previous).any(axis=0)
        for value in values:
            codes[moved & overflows(value, points)] = DIVERGING
        standing = (size(points - previous) <= _STILL * scale(points)) & (codes == GOING_ON)
        codes[standing & (size(step) <= _SHRINKING * size(points - previous))] = CONVERGED
        near = (codes == FLAT) | (codes == LEFT_THE_DOMAIN) | (size(step) <= _SHORT * scale(points))
        near &= np.isfinite(heights).all(axis=0)
        codes[near] = np.where(_is_root(functions, variables, points[:, near]), CONVERGED, codes[near])
        return step, codes

    return rule


def newton_walks(rule: Rule, starts: Points, most_steps: int) -> Walks:
    """Walk by a rule of ``newton_rule`` from starts of shape (n, m).

    A walk that one step threw beyond all reach has met a level tangent: it is "flat", and stands where that
    tangent was. One that never slowed down, until its steps or the digits were used up, is "diverging".
    """
    walks = walk(rule, starts, most_steps)
    thrown = (walks.codes == DIVERGING) & (walks.unslowed < 2)
    walks.codes[thrown] = FLAT
    walks.points[:, thrown] = walks.previous[:, thrown]
    walks.steps[thrown] -= 1
    outward = size(walks.points) > size(walks.previous)
    gave_up = (walks.codes == OUT_OF_STEPS) | (walks.codes == FLAT)
    walks.codes[gave_up & outward & (walks.unslowed >= _LONG_RUN)] = DIVERGING
    return walks


def _stuck(heights: Heights, jacobians: Slopes, step: Points) -> Codes:
    """Return the codes of those who cannot take a step: no height or slope here, or a level tangent."""
    codes = np.full(heights.shape[1], GOING_ON, np.int8)
    codes[~np.isfinite(step).all(axis=0)] = FLAT
    has_value = np.isfinite(heights).all(axis=0) & np.isfinite(jacobians).all(axis=(0, 1))
    codes[~has_value] = LEFT_THE_DOMAIN
    return codes


def _is_root(functions: tuple[Expression, ...], variables: tuple[str, ...], points: Points) -> Flags:
    """Whether every function is 0 here as far as can be told, and some function is not a little aside.

    Without the second half, exp(-x) would have a root at x = 746, where it is rounded to 0, and 2 + cos(x)
    one at x = 10²², where nobody can tell what it is.
    """
    measured = [rounding_errors(f, variables, points) for f in functions]
    root: Flags = np.all([sizes <= _MARGIN * errors for sizes, errors in measured], axis=0)
    if not root.any():
        return root
    apart = np.zeros_like(root)
    for coordinate in range(len(variables)):
        for side in (_ASIDE, -_ASIDE):
            aside = points.copy()
            aside[coordinate] += side * scale(points)
            for f, (_, errors) in zip(functions, measured, strict=True):
                sizes, errors_aside = rounding_errors(f, variables, aside)
                apart |= sizes > np.maximum(_WELL_ABOVE * np.maximum(errors, errors_aside), _UNDERFLOW)
    return root & apart


def _divided(jacobians: Slopes, heights: Heights) -> Points:
    quotients: Points = heights / jacobians[0]
    return quotients


def _solved(jacobians: Slopes, heights: Heights) -> Points:
    """Return J⁻¹ f; NaN where J is singular as far as double precision can tell, or holds NaN."""
    matrices = np.moveaxis(jacobians, -1, 0)
    row_sizes = np.abs(matrices).max(axis=2, keepdims=True)
    level = matrices / np.where(row_sizes > 0, row_sizes, 1)
    sound = np.asarray(np.isfinite(level).all(axis=(1, 2)))
    sound[sound] = _condition(level[sound]) > _SINGULAR
    solved = np.full(heights.shape, np.nan, heights.dtype)
    right = (heights.T[..., None] / row_sizes)[sound]
    solved[:, sound] = np.linalg.solve(level[sound], right)[..., 0].T
    return solved


def _condition(matrices: Slopes) -> NDArray[np.float64]:
    """Return the smallest over the largest singular value of each matrix, 0 for a matrix of zeros."""
    singular = np.linalg.svd(matrices, compute_uv=False)
    ratios: NDArray[np.float64] = singular[:, -1] / np.where(singular[:, 0] > 0, singular[:, 0], 1)
    return ratios
