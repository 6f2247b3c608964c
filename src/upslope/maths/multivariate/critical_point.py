"""What kind of critical point it is: minimum, maximum or saddle, from the second derivatives there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression, number
from upslope.maths.expressions.matrix import Matrix, row_vector
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import equation
from upslope.maths.multivariate.given_functions import Variables, free_name, names_of
from upslope.maths.multivariate.gradient import gradient_step
from upslope.maths.multivariate.hessian import second_step
from upslope.maths.multivariate.point import (
    Point,
    as_float,
    at_point,
    checked_point,
    place,
    precision_at,
    put_in,
    with_decimal,
)
from upslope.maths.multivariate.second_derivative_test import second_derivative_test

Kind: TypeAlias = Literal["minimum", "maximum", "saddle", "cannot tell", "not critical"]


@dataclass(frozen=True)
class CriticalPoint:
    """A point, the value of the function there, what kind of point it is, and how that was found.

    "cannot tell" means that second derivatives do not decide; "not critical" that the gradient is not zero.
    """

    point: Mapping[str, Expression]
    value: Expression
    kind: Kind
    working: Derivation


def classify_critical_point(f: Expression, variables: Variables, at: Point) -> CriticalPoint:
    """Return whether ``f`` has a minimum, a maximum or a saddle at a point, worked from its Hessian there.

    ``at`` gives every letter of ``f`` a value. Exact points are judged exactly; at points with decimals, what
    is smaller than about a millionth counts as 0. Raises MathsError for variables or a point that do not fit,
    and where ``f`` or a derivative has no value.

    Source: Apostol, Calculus, vol. II, sections 9.9 to 9.12; Riley, Hobson & Bence, Mathematical Methods,
    3rd ed., section 5.8.
    """
    names = names_of(variables)
    first = gradient_step(f, names)
    point = checked_point(at, names, f.variables)
    _check_closed(f, point)
    value = at_point(f, point)
    precision = precision_at(*point.values())
    shown = precision.shown(value)
    slopes = _at_entries(first.end, point)
    there = (first, *put_in(first.end, point))
    if any(abs(as_float(entry)) > precision.level for entry in slopes.children):
        return CriticalPoint(point, shown, "not critical", _not_level(f, point, there))
    second = second_step(first.end, names)
    verdict = second_derivative_test(_at_entries(second.end, point), names, precision)
    steps = (*there, second, *put_in(second.end, point), *verdict.steps)
    conclusion = f"{verdict.reason}. {_meaning(verdict.kind, place(point), with_decimal(shown))}"
    working = Derivation(_problem(f, point), steps[-1].end, steps, conclusion)
    return CriticalPoint(point, shown, verdict.kind, working)


def _check_closed(f: Expression, point: Mapping[str, Expression]) -> None:
    still = sorted(f.substitute(point).variables)
    if still:
        letters = ", ".join(still)
        raise MathsError(f"What kind of point it is depends on {letters}.", f"Give {letters} a value too.")


def _at_entries(entries: Expression, point: Mapping[str, Expression]) -> Matrix:
    """The exact values of a row or a matrix at the point."""
    values = at_point(entries, point)
    return values if isinstance(values, Matrix) else row_vector([values])


def _problem(f: Expression, point: Mapping[str, Expression]) -> str:
    return rf"{free_name(f.variables)} = {to_latex(f)}, \quad {place(point)}"


def _not_level(f: Expression, point: Mapping[str, Expression], steps: tuple[Step, ...]) -> Derivation:
    row = steps[-1].end
    unequal = equation(row, row.rebuild((number(0),) * len(row.children)), "≠")
    why = "At a critical point every slope is $0$. Here at least one is not."
    step = Step("not level", row, unequal, why, link="⇒")
    conclusion = (
        f"The gradient at ${place(point)}$ is not zero: the function still rises in one direction and falls "
        "the opposite way. So this is no critical point. Look where all partial derivatives are $0$ at once."
    )
    return Derivation(_problem(f, point), unequal, (*steps, step), conclusion)


def _meaning(kind: Kind, where: str, value: str) -> str:
    if kind == "cannot tell":
        return f"Look at values of the function close to ${where}$ to see what it is."
    return f"That makes ${where}$ a {kind}, and the function has the value ${value}$ there."
