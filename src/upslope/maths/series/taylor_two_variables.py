"""Taylor polynomials of two variables: a value, a tilted plane, a paraboloid, from Jacobian and Hessian."""

from itertools import combinations_with_replacement

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.bounds import check_size
from upslope.maths.expressions.expression import Expression, Operand, Symbol
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.expressions.printing import to_latex
from upslope.maths.multivariate.given_functions import names_of
from upslope.maths.multivariate.gradient import gradient_step
from upslope.maths.multivariate.hessian import second_step
from upslope.maths.multivariate.partial_derivative import partial_derivative
from upslope.maths.multivariate.point import at_point, checked_point, place, put_in
from upslope.maths.series.exact_coefficients import DEEPEST, MOST_PARTS, expansion_point
from upslope.maths.series.surface_terms import SurfaceTerms

HIGHEST_ORDER = 3


def taylor_polynomial_of_two(
    f: Expression,
    variables: tuple[str, str] = ("x", "y"),
    about: tuple[Operand, Operand] = (0, 0),
    order: int = 2,
) -> Derivation:
    """Return the Taylor polynomial f + J·Δ + ½ Δᵀ H Δ (+ third order) about a point, worked step by step.

    J is the Jacobian (1×2), H the Hessian (2×2), Δ the column (2×1) of the ways from the point. The result is
    multiplied out but for powers of (x − a) and (y − b), the lowest order first. Orders are 1 to 3. Raises
    MathsError for other orders, for other than two variables, and where a derivative has no value at the
    point. Source: Apostol, Calculus, vol. II, section 9.10; Riley, Hobson & Bence, Mathematical Methods, 3rd
    ed., section 5.7.
    """
    if not 1 <= order <= HIGHEST_ORDER:
        raise MathsError(f"{order} is not an order I can work with.", "Choose 1, 2 or 3.")
    check_size(f, MOST_PARTS, DEEPEST)
    point = _point(f, names_of(variables), about)
    value = at_point(f, point)
    slopes = _derivatives(f, tuple(point), order)
    found = SurfaceTerms(point, value, tuple(_entrywise(step.end, point) for step in slopes))
    steps = (
        *put_in(f, point),
        *(each for step in slopes for each in (step, *put_in(step.end, point))),
        *found.put_together(f),
    )
    return Derivation(
        _problem(f, order, place(point)), found.polynomial, steps, _conclusion(order, place(point))
    )


def _problem(f: Expression, order: int, where: str) -> str:
    of, near = rf"\text{{ for }} {to_latex(f)}", rf"\text{{ near }} {where}"
    return rf"\text{{the polynomial of order }} {order} \allowbreak {of} \allowbreak {near}"


def _conclusion(order: int, where: str) -> str:
    shape, power = _SHAPES[order - 1]
    return (
        f"{shape} Close to ${where}$ it follows the surface; as you come closer, the error shrinks at least "
        f"as fast as the {power} of the distance."
    )


def _point(f: Expression, names: tuple[str, ...], about: tuple[Operand, Operand]) -> dict[str, Expression]:
    if len(names) != 2 or len(about) != 2:
        raise MathsError(
            f"{len(names)} variables and {len(about)} coordinates are given, where I need two of each.",
            "Give two names, such as x and y, and two numbers.",
        )
    values = {name: expansion_point(name, value) for name, value in zip(names, about, strict=True)}
    return checked_point(values, names, f.variables)


def _derivatives(f: Expression, names: tuple[str, ...], order: int) -> list[Step]:
    """The steps to the Jacobian, the Hessian and the row of third derivatives, as far as the order goes."""
    steps = [gradient_step(f, names)]
    if order > 1:
        steps.append(second_step(steps[0].end, names))
    if order > 2:
        steps.append(_third_step(f, names))
    return steps


def _third_step(f: Expression, names: tuple[str, ...]) -> Step:
    worked = [partial_derivative(f, *chosen) for chosen in combinations_with_replacement(names, 3)]
    x, y = (f"${to_latex(Symbol(name))}$" for name in names)
    return Step(
        "third derivatives",
        row_vector(each.steps[0].start for each in worked),
        row_vector(each.result for each in worked),
        f"Differentiate once more. Four are different: by {x} three times, twice, once, and by {y} only.",
        tuple(step for each in worked for step in each.steps),
    )


def _entrywise(derivatives: Expression, point: dict[str, Expression]) -> Expression:
    return derivatives.rebuild(tuple(at_point(entry, point) for entry in derivatives.children))


_SHAPES = (
    ("This is the tangent plane.", "square"),
    ("This is the paraboloid that has the same slopes and bends the same way.", "third power"),
    (
        "This surface has the same slopes and bends the same way, and its bending changes the same way.",
        "fourth power",
    ),
)
