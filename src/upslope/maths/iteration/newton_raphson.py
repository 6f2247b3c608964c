"""Newton–Raphson: along the tangent to the axis, again and again, until it settles on a root."""

from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.statement import Equation
from upslope.maths.iteration.endings import CYCLING, LEFT_THE_DOMAIN
from upslope.maths.iteration.iteration import affordable, recorded
from upslope.maths.iteration.newton_raphson_journey import Journey
from upslope.maths.iteration.newton_raphson_outcome import newton_outcome
from upslope.maths.iteration.newton_raphson_rule import newton_rule, newton_walks
from upslope.maths.iteration.solution import ENDINGS, Solution

MOST_STEPS = 100


def newton_raphson(f: Expression, start: float, x: str = "x", steps: int = MOST_STEPS) -> Solution:
    """Look for a root of ``f``, a function of the one variable ``x``, from ``start``.

    x_{n+1} = x_n - f(x_n)/f'(x_n), the slope being the exact derivative. It has converged where f is 0 within
    rounding, or where steps have shrunk below 1e-10 of max(1, |x|). A search that fails is a Solution too:
    its outcome says how it ended. At most ``steps`` are taken, fewer for very long functions. Raises
    MathsError for open letters, a start that is not finite, and a function too large to differentiate.

    Source: Press et al., Numerical Recipes, 3rd ed., section 9.4.
    """
    return _search((f,), (x,), (start,), steps)


def newton_raphson_system(
    equations: Sequence[Expression],
    variables: Sequence[str],
    start: Iterable[float],
    steps: int = MOST_STEPS,
) -> Solution:
    """Look for a point where n equations in n variables hold together; an expression f stands for f = 0.

    x_{n+1} = x_n - J(x_n)⁻¹ f(x_n) with the Jacobian matrix J of exact partial derivatives. ``start`` has one
    value for each variable. Ends, limits and errors are those of ``newton_raphson``; "flat" means that the
    determinant of J is 0. Raises MathsError too where the numbers of equations, variables and values differ.

    Source: Press et al., Numerical Recipes, 3rd ed., section 9.6.
    """
    functions = tuple(_as_function(row) for row in equations)
    point = tuple(start)
    if not 0 < len(functions) == len(variables) == len(point):
        raise MathsError(
            f"There are {len(functions)} equations, {len(variables)} variables and {len(point)} values "
            "to start from.",
            "Give as many of each as of the others.",
        )
    return _search(functions, tuple(variables), point, steps)


def _as_function(row: Expression) -> Expression:
    return row.left - row.right if isinstance(row, Equation) else row


def _search(
    functions: tuple[Expression, ...], variables: tuple[str, ...], start: tuple[float, ...], steps: int
) -> Solution:
    if not all(map(isfinite, start)):
        raise MathsError(f"No search can start at {start}.", "Start at a finite number.")
    path: list[NDArray[Any]] = []
    rule = recorded(newton_rule(functions, variables), path)
    first = np.array([[float(value)] for value in start])
    walks = newton_walks(rule, first, affordable(steps, functions, len(functions)))
    code, taken = int(walks.codes[0]), int(walks.steps[0])
    rows = np.array(path)
    journey = Journey(functions, variables, rows, taken, int(walks.periods[0]) if code == CYCLING else 0)
    kept = rows if code == LEFT_THE_DOMAIN else rows[: taken + 1]
    return Solution(walks.points[:, 0], kept, newton_outcome(ENDINGS[code], journey))
