"""Mistakes with the matrix of slopes of several functions, at a point where one is given."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from upslope.maths import Expression, Matrix, derivative, matrix
from upslope.questions.variant import Misconception

Number = int | float | Fraction | Expression


def transposed(jacobian: Matrix) -> Misconception:
    """Jᵀ."""
    return Misconception(
        "jacobian-transposed",
        "All the slopes are there, with rows and columns exchanged. Each function has a row of its own, and "
        "each variable a column.",
        str(jacobian.transpose),
    )


def coordinates_swapped(
    functions: Sequence[Expression], variables: tuple[str, str], point: Mapping[str, Number]
) -> Misconception:
    """J at (b, a) instead of (a, b)."""
    x, y = variables
    return Misconception(
        "coordinates-swapped",
        "The slopes are right, and you put the coordinates in the wrong way round. The first number of the "
        "point belongs to the first variable.",
        str(_slopes(functions, variables).substitute({x: point[y], y: point[x]})),
    )


def point_put_in_first(functions: Sequence[Expression], variables: Sequence[str]) -> Misconception:
    """0 everywhere."""
    return Misconception(
        "point-put-in-first",
        "You put the point in and then differentiated. Numbers do not change, so every slope came out as 0. "
        "Differentiate while the letters are still letters; the point comes last.",
        str(matrix([[0 for _ in variables] for _ in functions])),
    )


def slopes_at_the_origin(functions: Sequence[Expression], variables: Sequence[str]) -> Misconception:
    """J at 0."""
    return Misconception(
        "slopes-at-the-origin",
        "These are the slopes at the origin. The ground is different at the point in the question: put its "
        "coordinates into your slopes.",
        str(_slopes(functions, variables).substitute(dict.fromkeys(variables, 0))),
    )


def _slopes(functions: Sequence[Expression], variables: Sequence[str]) -> Matrix:
    return matrix([[derivative(f, v) for v in variables] for f in functions])
