"""The gradient as a row of slopes: the Jacobian of a function with one output. It points uphill."""

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.expressions.expression import Call, Expression, Power, Symbol, number, sum_of
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.expressions.printing import to_latex
from upslope.maths.multivariate.given_functions import Variables, check_scalar, free_name, names_of
from upslope.maths.multivariate.partial_derivative import slope, slopes_step
from upslope.maths.multivariate.point import Point, at_point, checked_point, place, put_in, with_decimal
from upslope.maths.simplification.tidy import tidied


def gradient(f: Expression, variables: Variables, at: Point | None = None) -> Derivation:
    """Return the row of partial derivatives (1×n) of a scalar function of n variables, entry by entry.

    With ``at``, a value for every variable, the row at that point: exact, or in decimals where the point has
    some. Raises MathsError for variables or a point that do not fit, and where there is no value.

    Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 10.7.1; Apostol, Calculus, vol. II,
    section 8.12.
    """
    names = names_of(variables)
    first = gradient_step(f, names)
    problem = to_latex(row_vector(slope(Symbol(free_name(f.variables)), name, names) for name in names))
    if at is None:
        return Derivation(problem, first.end, (first,))
    point = checked_point(at, names, f.variables)
    at_point(f, point)
    steps = (first, *put_in(first.end, point))
    return Derivation(problem, steps[-1].end, steps, _uphill(steps[-1].end, point))


def gradient_step(f: Expression, names: tuple[str, ...]) -> Step:
    """Return the step from the row of derivatives still to do to the row of slopes, entry by entry inside."""
    check_scalar(f)
    many = "one slope for each variable, in a row" if len(names) > 1 else "the one slope there is"
    return slopes_step([[slope(f, name, names) for name in names]], "partial derivatives", f"Take {many}.")


def length_of(vector: Expression) -> Expression:
    """Return the length of a row or a column, tidy: the root of the sum of the squares of its entries."""
    return tidied(Call("sqrt", sum_of(tuple(Power(entry, number(2)) for entry in vector.children))))


def _uphill(row: Expression, point: dict[str, Expression]) -> str:
    if row.variables:
        return ""
    if all(entry == number(0) for entry in row.children):
        return f"At ${place(point)}$ every slope is $0$: the ground is level there, and no way is uphill."
    return (
        f"At ${place(point)}$ this row, drawn as an arrow, points straight uphill. Its length, "
        f"${with_decimal(length_of(row))}$, is the slope in that direction."
    )
