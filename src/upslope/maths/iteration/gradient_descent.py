"""Gradient descent: from the start downhill, step by step, by a method of your choice."""

from collections.abc import Iterable, Sequence
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression
from upslope.maths.iteration.descent_methods import ConstantStep, Method
from upslope.maths.iteration.descent_rule import descent_rule, descent_walks
from upslope.maths.iteration.descent_trail import Trail
from upslope.maths.iteration.endings import CYCLING, LEFT_THE_DOMAIN, OUT_OF_STEPS, Codes, Points
from upslope.maths.iteration.gradient_descent_outcome import descent_outcome
from upslope.maths.iteration.iteration import Rule, recorded
from upslope.maths.iteration.landscape import Landscape
from upslope.maths.iteration.solution import ENDINGS, Solution

MOST_STEPS = 1000
_MOST_WORK = 500_000
USUAL = ConstantStep(0.1)


def gradient_descent(
    f: Expression,
    variables: Sequence[str],
    start: Iterable[float],
    method: Method = USUAL,
    steps: int = MOST_STEPS,
) -> Solution:
    """Walk downhill on ``f`` from ``start``, one value for each of the n variables.

    The method says how to step; the gradient it is given is exact, and so is the Hessian unless the function
    is too long for that. The walk has converged where the curvature is positive in every direction and the
    bottom nearer than 1e-6 of max(1, |x|). One that fails is a Solution too: its outcome says how it ended.
    At most ``steps`` are taken, fewer where they would take about a second. Raises MathsError for open
    letters, a start that does not fit the variables or is not finite, and a function too large to
    differentiate.

    Source: Nocedal & Wright, Numerical Optimization, 2nd ed., chapters 2 and 3.
    """
    names, point = tuple(variables), tuple(map(float, start))
    check_start(names, point)
    landscape = Landscape(f, names)
    path: list[NDArray[np.float64]] = []
    rule = recorded(_in_good_time(descent_rule(landscape, method), landscape), path)
    walks = descent_walks(landscape, rule, np.array(point)[:, None], max(steps, 1))
    code, taken = int(walks.codes[0]), int(walks.steps[0])
    rows = np.array(path)
    trail = Trail(landscape, rows, taken, int(walks.periods[0]) if code == CYCLING else 0)
    kept = rows if code == LEFT_THE_DOMAIN else rows[: taken + 1]
    return Solution(walks.points[:, 0], kept, descent_outcome(ENDINGS[code], trail))


def _in_good_time(rule: Rule, landscape: Landscape) -> Rule:
    """Return the rule, ending a walk once it has cost about a second."""

    def in_time(points: Points, previous: Points) -> tuple[Points, Codes]:
        if landscape.work > _MOST_WORK:
            return np.zeros_like(points), np.full(points.shape[1], OUT_OF_STEPS, np.int8)
        return rule(points, previous)

    return in_time


def check_start(variables: tuple[str, ...], point: tuple[float, ...]) -> None:
    """Raise MathsError unless there is one finite value for each of one or more different variables."""
    if not variables or len(set(variables)) != len(variables) or len(point) != len(variables):
        raise MathsError(
            f"The start has {len(point)} values for the variables {', '.join(variables) or 'of none'}.",
            "Give one value for each variable, and each variable once.",
        )
    if not all(map(isfinite, point)):
        raise MathsError(f"No walk can start at {point}.", "Start at finite numbers.")
