"""Taylor polynomials without derivatives: the series of the parts, put together like polynomials."""

from upslope.maths.differentiation.derivation import Step
from upslope.maths.expressions.expression import (
    Call,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    number,
)
from upslope.maths.expressions.printing import to_latex
from upslope.maths.series.ascending import ascending
from upslope.maths.series.coefficient_rings import TooLongError, exact_ring, rounded_ring
from upslope.maths.series.exact_coefficients import series_of
from upslope.maths.series.expansion import Expansion, expand, is_exact
from upslope.maths.series.power_series import PowerSeries
from upslope.maths.simplification.polynomial import coefficients


def steps_by_series(found: Expansion) -> tuple[Step, ...]:
    """Return the one step from the function to its polynomial, with the series of its parts inside."""
    power = to_latex(found.way**found.order)
    why = (
        f"Differentiating this {found.order} times would fill pages. Shorter: write every part as a series "
        f"in ${to_latex(found.way)}$, and put the series together like polynomials, leaving out whatever is "
        f"beyond ${power}$."
    )
    inside = tuple(_part_step(found, part, series) for part, series in _series(found))
    return (Step("work with series", found.expression, found.polynomial, why, inside, "≈"),)


def _series(found: Expansion) -> list[tuple[Expression, PowerSeries]]:
    parts = tuple(_parts(found.expression, found))
    try:
        return list(zip(parts, series_of(parts, found.x, found.point, exact_ring(found.order)), strict=True))
    except TooLongError:
        return list(
            zip(parts, series_of(parts, found.x, found.point, rounded_ring(found.order)), strict=True)
        )


def _parts(expression: Expression, found: Expansion) -> dict[Expression, None]:
    """What has a series of its own worth a line, each once and after all it is made of."""
    inside = {part: None for child in expression.children for part in _parts(child, found)}
    is_polynomial = coefficients(expression, found.x) is not None
    if isinstance(expression, Symbol | Negative) or is_polynomial:
        return inside
    return inside | {expression: None}


def _part_step(found: Expansion, part: Expression, series: PowerSeries) -> Step:
    shown = [found.written(series.coefficient(power)) for power in range(found.order + 1)]
    inside = _outer_step(found, part)
    rule, why = _PUT_IN if inside else _REASONS.get(type(part), _KNOWN)
    return Step(rule, part, ascending(shown, found.way), why, inside, "≈")


def _outer_step(found: Expansion, part: Expression) -> tuple[Step, ...]:
    """The series of the outer function alone, where there is one inside another and its point is short."""
    moving = [child for child in part.children if found.x in child.variables]
    is_outer = isinstance(part, Call) or (isinstance(part, Power) and not isinstance(part.exponent, Number))
    if not is_outer or len(moving) != 1 or moving == [Symbol(found.x)]:
        return ()
    letter = next(Symbol(name) for name in "uvw" if name not in part.variables)
    outer = part.rebuild(tuple(letter if child in moving else child for child in part.children))
    start = series_of((moving[0],), found.x, found.point, exact_ring(0))[0].coefficients[0]
    if not is_exact(start):
        return ()
    alone = expand(outer, letter.name, number(start), found.order)
    shown = (
        f"${to_latex(letter)} = {to_latex(moving[0])}$, which is ${to_latex(alone.point)}$ at ${found.place}$"
    )
    return (Step("outer series", outer, alone.polynomial, f"The outer function, with {shown}.", link="≈"),)


_PUT_IN = (
    "put one series into another",
    "Put the series of what is inside into the series of the outer function.",
)
_KNOWN = "series of a function", "One to know, or to find from its derivatives at the point."
_REASONS: dict[type[Expression], tuple[str, str]] = {
    Sum: ("add the series", "Add the series, power by power."),
    Product: (
        "multiply the series",
        "Multiply the series and collect powers; what lies beyond the order goes.",
    ),
    Power: ("power of a series", "Work out the power of the series and collect powers."),
    Quotient: (
        "divide the series",
        "Divide the series from the lowest power on: each coefficient follows from those before it.",
    ),
}
