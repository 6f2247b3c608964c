"""Whether a stationary point on a fence is a minimum or a maximum there, judged by the curvature along it."""

from typing import Literal, TypeAlias

import numpy as np

from upslope.maths.expressions.evaluation import to_numpy
from upslope.maths.expressions.expression import Expression
from upslope.maths.lagrange.lagrange_problem import LagrangeProblem
from upslope.maths.solving.definiteness import kind_by_curvature
from upslope.maths.solving.interval_enclosure import Reals
from upslope.maths.solving.root_refinement import polished, slopes_and_values

ConstrainedKind: TypeAlias = Literal["minimum", "maximum", "neither", "alone", "cannot tell"]

_PACES = (0.03, 0.01)
_DIRECTIONS = 16
_NO_DIFFERENCE = 1e-12


def kind_on_fence(problem: LagrangeProblem, place: Reals, multipliers: Reals) -> ConstrainedKind:
    """Return the kind of a stationary point, shape (n,), with its multipliers, shape (k,).

    It is read from the curvature of f - λ·g in the directions along the fence; where that is 0, f is looked
    at a few paces away. "alone" says that the constraints leave no direction to go. Source: Nocedal & Wright,
    Numerical Optimization, 2nd ed., theorems 12.5 and 12.6 (the projected Hessian).
    """
    across = _slopes(problem.on_fence, problem, place)
    along = np.linalg.svd(across)[2][len(across) :]
    if not len(along):
        return "alone"
    curvature = _slopes(problem.gradient.children, problem, place)
    for multiplier, gradient in zip(multipliers, problem.constraint_gradients, strict=True):
        curvature = curvature - multiplier * _slopes(gradient.children, problem, place)
    kind = kind_by_curvature(along @ curvature @ along.T) if np.isfinite(curvature).all() else "cannot tell"
    if kind == "cannot tell":
        return _by_looking(problem, place, along)
    return "neither" if kind == "saddle" else kind


def _slopes(expressions: tuple[Expression, ...], problem: LagrangeProblem, place: Reals) -> Reals:
    slopes, _ = slopes_and_values(expressions, problem.variables, place[None, :])
    matrix: Reals = slopes[0]
    return matrix


def _by_looking(problem: LagrangeProblem, place: Reals, along: Reals) -> ConstrainedKind:
    """Compare f with its values a few paces along the fence, in every direction there is."""
    turns = np.linspace(0, 2 * np.pi, _DIRECTIONS, endpoint=False)
    circle = (
        np.stack([np.cos(turns), np.sin(turns)], axis=1) if len(along) == 2 else np.array([[1.0], [-1.0]])
    )
    paces = np.concatenate([pace * (1 + np.abs(place).max()) * circle @ along for pace in _PACES])
    around = polished(problem.on_fence, problem.variables, place + paces)
    f = to_numpy(problem.f, problem.variables)
    rise = f(*around.T) - f(*place)
    if not np.isfinite(rise).all() or (np.abs(rise) <= _NO_DIFFERENCE * (1 + np.abs(f(*place)))).any():
        return "cannot tell"
    if (rise > 0).all():
        return "minimum"
    return "maximum" if (rise < 0).all() else "neither"
