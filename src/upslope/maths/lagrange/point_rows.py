"""Points found by a method, written as rows of equations: ``[x, y, f] = [1, 2, 5]``."""

from collections.abc import Iterable, Sequence
from typing import Literal

from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import Expression, Operand
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation, system
from upslope.maths.lagrange.constrained_points import ConstrainedPoint
from upslope.maths.solving.closed_form import Written


def named_rows(names: Sequence[Operand], rows: Iterable[Sequence[Written]]) -> Expression:
    """Return one equation a row: the names on the left, the numbers on the right, = or ≈ between."""
    left = row_vector(names)
    return system(Equation(left, row_vector([entry.tree for entry in row]), link(row)) for row in rows)


def link(numbers: Sequence[Written]) -> Literal["=", "≈"]:
    """Return = for numbers that are all exact, ≈ otherwise."""
    return "=" if all(entry.is_exact for entry in numbers) else "≈"


def at_point(expression: Expression, variables: tuple[str, ...], row: ConstrainedPoint) -> Expression:
    """Return the expression with the numbers of the point in place of the letters."""
    return expression.substitute({name: entry.tree for name, entry in zip(variables, row.point, strict=True)})


def point_latex(row: ConstrainedPoint) -> str:
    """Return the point as a person writes it in a sentence: (1, 2)."""
    inside = r",\ ".join(to_latex(entry.tree) for entry in row.point)
    tall = r"\frac" in inside or r"\sqrt" in inside
    return rf"\left({inside}\right)" if tall else f"({inside})"


def place_latex(place: Sequence[float]) -> str:
    """Return a point known to a few digits: (0.71, 2)."""
    return "(" + r",\ ".join(to_latex(rounded(float(value), 4)) for value in place) + ")"
