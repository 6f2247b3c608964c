"""The slope in one direction: the gradient as a row times a column of length 1."""

from collections.abc import Sequence

from upslope.maths.differentiation.derivation import Derivation, Link, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import (
    Expression,
    Operand,
    Product,
    Symbol,
    in_one_row,
    number,
    product_of,
)
from upslope.maths.expressions.matrix import Matrix, column_vector, multiplied_out, row_vector
from upslope.maths.expressions.printing import to_latex
from upslope.maths.multivariate.given_functions import Variables, free_name, names_of
from upslope.maths.multivariate.gradient import gradient_step, length_of
from upslope.maths.multivariate.partial_derivative import slope
from upslope.maths.multivariate.point import (
    Point,
    Precision,
    as_float,
    at_point,
    checked_number,
    checked_point,
    place,
    precision_at,
    put_in,
    with_decimal,
)
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied


def directional_derivative(
    f: Expression, variables: Variables, direction: Sequence[Operand], at: Point | None = None
) -> Derivation:
    """Return how fast ``f`` changes for each unit of distance in a direction: a scalar.

    ``direction`` has one number for each variable and any length but 0. With ``at`` the slope at that point.
    Raises MathsError for what does not fit together and where there is no value.

    Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 10.7.1; Apostol, Calculus, vol. II,
    sections 8.7 and 8.12.
    """
    names = names_of(variables)
    way = _checked_direction(direction, names)
    first = gradient_step(f, names)
    steps = [Step(first.rule, _along(first.start, way), _along(first.end, way), _why(way), first.steps)]
    row, point = first.end, {} if at is None else checked_point(at, names, f.variables)
    if point:
        at_point(f, point)
    for move in put_in(row, point):
        steps.append(Step(move.rule, steps[-1].end, _along(move.end, way), move.why, move.steps, move.link))
        row = move.end
    steps += _worked_out(steps[-1].end, precision_at(way, *point.values()))
    symbolic = row_vector(slope(Symbol(free_name(f.variables)), name, names) for name in names)
    conclusion = _walk(steps[-1].end, row, point) if point else ""
    return Derivation(to_latex(_along(symbolic, way)), steps[-1].end, tuple(steps), conclusion)


def _checked_direction(direction: Sequence[Operand], names: tuple[str, ...]) -> Matrix:
    if len(direction) != len(names):
        raise MathsError(
            f"The direction has {len(direction)} numbers for {len(names)} variables.",
            f"Give one for each of {', '.join(names)}.",
        )
    way = column_vector(checked_number(part, "The direction") for part in direction)
    if way.variables:
        raise MathsError(f"The direction {way} is open.", "Give numbers for it.")
    if as_float(length_of(way)) == 0:
        raise MathsError("A direction of only zeros leads nowhere.", "Give one with a number other than 0.")
    return way


def _along(row: Expression, way: Matrix) -> Expression:
    """The row times the column, divided by the column's length."""
    length = length_of(way)
    share = number(1) / length if rational_value(length) is None else tidied(number(1) / length)
    return Product((row, way) if share == number(1) else (share, row, way))


def _why(way: Matrix) -> str:
    length = length_of(way)
    if length == number(1):
        return "Take the row of slopes. The column is the direction, and its length is $1$ already."
    return (
        "Take the row of slopes. The column is the direction; dividing by its length, "
        f"${to_latex(length)}$, turns it into one unit of distance."
    )


def _worked_out(product: Expression, precision: Precision) -> list[Step]:
    *share, row, way = product.children
    sums = multiplied_out(row * way).children[0]
    literal = product_of((*share, in_one_row(sums)))
    value = precision.shown(tidied(literal))
    link: Link = "=" if tidied(value) == tidied(literal) else "≈"
    steps = [Step("row times column", product, literal, "Entry times entry, and add up.")]
    return steps if value == literal else [*steps, Step("tidy", literal, value, "Work it out.", link=link)]


def _walk(slope_there: Expression, row: Expression, point: dict[str, Expression]) -> str:
    if slope_there.variables:
        return ""
    size = as_float(slope_there)
    if size == 0:
        return f"At ${place(point)}$ this way runs along the contour: for the first moment nothing changes."
    goes = "rises" if size > 0 else "falls"
    return (
        f"Setting out from ${place(point)}$ this way, the function {goes} at the rate "
        f"${with_decimal(slope_there)}$ for each unit of distance. The steepest rate there is "
        f"${with_decimal(length_of(row))}$, the length of the gradient."
    )
