"""Linearisation: near one point a smooth curve is almost its tangent, a smooth surface its tangent plane."""

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.differentiation.differentiation import worked
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression, Operand, Sum, Symbol, Unworked, number, sum_of
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import system
from upslope.maths.multivariate.gradient import gradient_step
from upslope.maths.multivariate.point import at_point, place
from upslope.maths.series.ascending import in_a_row, multiple, times
from upslope.maths.series.coefficient_rings import Exact
from upslope.maths.series.expansion import Expansion, expand, is_exact, readable
from upslope.maths.series.taylor_two_variables import taylor_polynomial_of_two
from upslope.maths.simplification.polynomial import coefficients
from upslope.maths.simplification.tidy import tidied

_FARTHEST_LOOK = 6


def linearise(expression: Expression, x: str = "x", about: Operand = 0) -> Derivation:
    """Return f(a) + f'(a) Δx, the straight line that f(a + Δx) follows while Δx is small, step by step.

    The result holds the symbol ``Δx``. Other letters count as constants, and ``about`` may be one, such as a.
    The conclusion names the order of the error and the first term left out. Raises MathsError where the
    function has no value or no slope at the point, and where ``differentiate`` does. Source: Riley, Hobson &
    Bence, Mathematical Methods, 3rd ed., sections 2.1 and 4.6.
    """
    found, run = expand(expression, x, about, 1), Symbol(f"Δ{x}")
    slope = worked(Unworked("derivative", expression, x))
    values = system(
        found.stated(form.substitute({x: found.point}), value)
        for form, value in zip((expression, slope.result), found.exact, strict=True)
    )
    moved = expression.substitute({x: run if found.point == number(0) else found.point + run})
    line = found.polynomial_in(run)
    steps = (
        Step("slope", Unworked("derivative", expression, x), slope.result, _WHY_SLOPE, slope.steps),
        Step("put in the point", slope.result, values, f"Put ${found.place}$ into both: {_NAMES}.", link="⇒"),
        Step("straight line", moved, line, _why_line(found, run), link="=" if _is_line(found) else "≈"),
    )
    problem = rf"\text{{the straight line for }} {to_latex(moved)} \allowbreak \text{{ near }} {found.place}"
    return Derivation(problem, line, steps, _conclusion(found, moved, line, run))


def _why_line(found: Expansion, run: Symbol) -> str:
    shown = to_latex(run)
    return (
        f"Stand at ${found.place}$ and go ${shown}$ along the tangent: start at the value, and rise by the "
        f"slope for every unit of ${shown}$."
    )


def _is_line(found: Expansion) -> bool:
    powers = coefficients(found.expression, found.x)
    return powers is not None and max(powers, default=0) < 2 and all(map(is_exact, found.exact))


def _conclusion(found: Expansion, moved: Expression, line: Expression, run: Symbol) -> str:
    if _is_line(found):
        return "The function is itself a straight line, so nothing is left out."
    left_out = next((term for term in enumerate(_behind(found), 2) if term[1] != 0), None)
    order = left_out[0] if left_out else 2
    big_o = rf"O({to_latex(run)}^{{{order}}})"
    whole = f"So ${to_latex(moved)} = {to_latex(line)} + {big_o}$"
    first = ""
    if left_out:
        term = to_latex(multiple(found.written(left_out[1]), order, run))
        better = ", better than a straight line promises" if order > 2 else ""
        first = f" The first term left out is ${term}${better}."
    return f"{whole}: halve ${to_latex(run)}$, and the error falls to about $1/{2**order}$.{first}"


def _behind(found: Expansion) -> tuple[Exact, ...]:
    """The coefficients that the line leaves out, as far as is looked; nothing where they grow long."""
    try:
        return expand(found.expression, found.x, found.point, _FARTHEST_LOOK).exact[2:]
    except MathsError:
        return ()


def tangent_plane(
    f: Expression, variables: tuple[str, str] = ("x", "y"), about: tuple[Operand, Operand] = (0, 0)
) -> Derivation:
    """Return the height of the tangent plane as an expression in both variables, worked step by step.

    First f(a, b) + J·Δ, the Taylor polynomial of order 1, then multiplied out and collected. Raises
    MathsError where ``taylor_polynomial_of_two`` does. Source: Apostol, Calculus, vol. II, section 8.16.
    """
    touching = taylor_polynomial_of_two(f, variables, about, 1)
    point = dict(zip(variables, map(number, about), strict=True))
    slopes = [at_point(slope, point) for slope in gradient_step(f, variables).end.children]
    rise = sum_of(tuple(slope * at for slope, at in zip(slopes, point.values(), strict=True)))
    start = readable(tidied(at_point(f, point) - rise))
    tilt = [times(readable(slope), Symbol(name)) for name, slope in zip(variables, slopes, strict=True)]
    plane = in_a_row(number(0), (*tilt, *(start.terms if isinstance(start, Sum) else (start,))))
    steps = touching.steps
    if plane != touching.result:
        exact = all(map(is_exact, (*slopes, start)))
        collect = Step("collect", touching.result, plane, _WHY_COLLECT, link="=" if exact else "≈")
        steps = (*steps, collect)
    problem = rf"\text{{the tangent plane of }} {to_latex(f)} \text{{ at }} {place(point)}"
    return Derivation(problem, plane, steps, touching.conclusion)


_NAMES = "from the top, the value and the slope"
_WHY_SLOPE = "A straight line needs a slope: the one the curve has at the point."
_WHY_COLLECT = "Multiply the brackets out and collect the numbers."
