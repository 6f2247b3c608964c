"""The Jacobian of several functions: one row for each output, one column for each input."""

from collections.abc import Mapping

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.expressions.expression import Expression, Negative, Symbol
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.printing import to_latex
from upslope.maths.multivariate.determinant import determinant
from upslope.maths.multivariate.given_functions import Functions, Variables, named_functions, names_of
from upslope.maths.multivariate.partial_derivative import slope, slopes_step
from upslope.maths.multivariate.point import (
    Point,
    as_float,
    at_point,
    checked_point,
    place,
    put_in,
    with_decimal,
)

_MEASURES = ("length", "area", "volume")


def jacobian(functions: Functions, variables: Variables, at: Point | None = None) -> Derivation:
    """Return the matrix of partial derivatives, one row a function and one column a variable.

    ``functions`` by name (``{"x": r*cos(theta), "y": …}``) or in their order; m functions of n variables make
    an m×n matrix. With ``at``, a value for every variable, the matrix at that point. Raises MathsError for
    functions, variables or a point that do not fit, and where there is no value.

    Source: Spivak, Calculus on Manifolds, theorem 2-7; Riley, Hobson & Bence, Mathematical Methods, 3rd ed.,
    section 6.4.4.
    """
    named, names = named_functions(functions), names_of(variables)
    first = jacobian_step(named, names)
    steps = (first, *(put_in(first.end, _point(named, names, at)) if at is not None else ()))
    symbolic = Matrix(tuple(tuple(slope(Symbol(f), name, names) for name in names) for f in named))
    return Derivation(to_latex(symbolic), steps[-1].end, steps, _shape(len(named), len(names)))


def jacobian_determinant(functions: Functions, variables: Variables, at: Point | None = None) -> Derivation:
    """Return the determinant of the Jacobian of as many functions as variables, up to three, and its meaning.

    It is worked with letters first; ``at`` is put in at the end. Raises MathsError where ``jacobian`` does,
    and for a Jacobian that is not square.

    Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 6.4.
    """
    named, names = named_functions(functions), names_of(variables)
    first = jacobian_step(named, names)
    steps = (first, *determinant(first.end).steps)
    point = _point(named, names, at) if at is not None else {}
    steps = (*steps, *put_in(steps[-1].end, point))
    outputs, inputs = (", ".join(to_latex(Symbol(name)) for name in group) for group in (named, names))
    problem = rf"\left|\frac{{\partial({outputs})}}{{\partial({inputs})}}\right|"
    return Derivation(problem, steps[-1].end, steps, _scale(steps[-1].end, point, len(names)))


def jacobian_step(named: Mapping[str, Expression], names: tuple[str, ...]) -> Step:
    """Return the step from the matrix of derivatives still to do to their values, entry by entry inside."""
    rows = [[slope(f, name, names) for name in names] for f in named.values()]
    why = "Every row belongs to one function, every column to one variable."
    return slopes_step(rows, "partial derivatives", why)


def _point(named: Mapping[str, Expression], names: tuple[str, ...], at: Point) -> dict[str, Expression]:
    """The checked point, at which every function has a value."""
    point = checked_point(at, names, frozenset().union(*(f.variables for f in named.values())))
    for f in named.values():
        at_point(f, point)
    return point


def _shape(outputs: int, inputs: int) -> str:
    return (
        f"{_counted(outputs, 'function')} of {_counted(inputs, 'variable')}: {_counted(outputs, 'row')} and "
        f"{_counted(inputs, 'column')}, so the shape is ${outputs} \\times {inputs}$."
    )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _scale(scale: Expression, point: Mapping[str, Expression], dimensions: int) -> str:
    """What the determinant means, with its value where there is one."""
    measure = _MEASURES[dimensions - 1]
    if scale.variables:
        return (
            f"A small {measure} is scaled by this factor on its way from inputs to outputs. A minus sign "
            "says that it is also turned over, as in a mirror."
        )
    size = as_float(scale)
    where = f"At ${place(point)}$" if point else "Everywhere"
    if size == 0:
        return f"{where} a small {measure} is squashed flat, so there is no way back from outputs to inputs."
    mirrored = ", and turned over as in a mirror" if size < 0 else ""
    factor = with_decimal(scale.argument if isinstance(scale, Negative) else scale)
    return f"{where} a small {measure} becomes ${factor}$ times as large{mirrored}."
