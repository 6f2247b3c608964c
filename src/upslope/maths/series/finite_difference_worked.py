"""A finite difference worked with numbers, and why it is off by as much as it is."""

from fractions import Fraction
from math import ceil, log10

from upslope.maths.differentiation.derivation import Derivation, Link, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.decimals import in_decimals, rounded
from upslope.maths.expressions.expression import (
    Expression,
    Operand,
    Quotient,
    Symbol,
    Unworked,
    in_one_row,
    number,
    sum_of,
    walk,
)
from upslope.maths.expressions.high_precision import exact_value
from upslope.maths.expressions.printing import to_latex
from upslope.maths.series.ascending import ascending, multiple
from upslope.maths.series.coefficient_rings import Exact
from upslope.maths.series.expansion import Expansion, expand
from upslope.maths.series.finite_difference import CENTRAL, Scheme
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied

_FARTHEST_LOOK = 6
_DIGITS_OF_RESULT = 6
_MOST_DIGITS = 16
_NOTHING = 1e-15
_DIGITS = 50


def finite_difference_worked(
    f: Expression, x: str, at: Operand, step: Operand, scheme: Scheme = CENTRAL
) -> Derivation:
    """Return the estimate of the derivative at a point, the numbers put in, and what its error is made of.

    The first step holds, folded inside, the Taylor polynomial that shows the order of the error. The result
    is a number; the conclusion compares it with the true one. Raises MathsError for other letters, for a step
    that is not above 0, and where the function has no derivatives at the point or no value beside it.
    Source: Press et al., Numerical Recipes, 3rd ed., section 5.7; Riley, Hobson & Bence, Mathematical
    Methods, 3rd ed., section 27.5.
    """
    found, size = expand(f, x, at, _FARTHEST_LOOK), in_decimals(tidied(number(step)))
    _check(found, size)
    run = Symbol(f"Δ{x}")
    formula = _quotient(_moved(found, Symbol(x), run, scheme), run, scheme)
    places = _moved(found, found.point, size, scheme)
    literal = _quotient(places, size, scheme)
    values, link = _worked_out(places, scheme)
    shown = _quotient(values, size, scheme)
    result = _number(literal, _DIGITS_OF_RESULT)
    put_in = f"Here ${found.place}$ and ${to_latex(run)} = {to_latex(size)}$."
    steps = (
        Step(
            "rise over run",
            _still_to_do(found, scheme),
            formula,
            _WHY[scheme.name],
            _why_off(found, run, scheme),
            "≈",
        ),
        Step("put in the numbers", formula, literal, put_in, link="⇒"),
        Step("values", literal, shown, "Work out the function at each place.", link=link),
        Step("divide", shown, result, "Subtract, and divide by what stands below the line.", link=link),
    )
    return Derivation(to_latex(formula), result, steps, _conclusion(found, literal, size, scheme))


def _check(found: Expansion, size: Expression) -> None:
    letters = sorted((found.expression.variables | found.point.variables | size.variables) - {found.x})
    if letters:
        raise MathsError(
            f"There are no numbers to work with while {', '.join(letters)} can be anything.",
            "Put a number for every other letter.",
        )
    if not exact_value(size, {}, _DIGITS) > 0:
        raise MathsError(f"{size} is no step to the right.", "Choose a step above 0, such as 0.1.")


def _still_to_do(found: Expansion, scheme: Scheme) -> Expression:
    waiting = found.expression
    for _ in range(scheme.derivative):
        waiting = Unworked("derivative", waiting, found.x)
    return waiting


def _moved(found: Expansion, point: Expression, run: Expression, scheme: Scheme) -> list[Expression]:
    """The function at every place that the scheme looks at, the place put in as it is."""
    moves = {
        0: point,
        1: run if point == number(0) else point + run,
        -1: -run if point == number(0) else point - run,
    }
    return [in_one_row(found.expression.substitute({found.x: moves[k]})) for k in scheme.weights]


def _quotient(values: list[Expression], run: Expression, scheme: Scheme) -> Expression:
    terms = [
        -_times(-weight, value) if weight < 0 else _times(weight, value)
        for weight, value in zip(scheme.weights.values(), values, strict=True)
    ]
    return Quotient(sum_of(tuple(terms)), _times(scheme.divisor, _power(run, scheme.derivative)))


def _power(base: Expression, exponent: int) -> Expression:
    return base if exponent == 1 else base**exponent


def _times(factor: int, value: Expression) -> Expression:
    return value if factor == 1 else number(factor) * value


def _worked_out(places: list[Expression], scheme: Scheme) -> tuple[list[Expression], Link]:
    """The values as decimals, with so many digits that their difference still has some."""
    try:
        exact = [exact_value(place, {}, _DIGITS) for place in places]
    except ArithmeticError as error:
        shown = ", ".join(map(str, places))
        raise MathsError(f"Not each of {shown} has a value.", "Choose a shorter step.") from error
    rise = abs(sum(weight * value for weight, value in zip(scheme.weights.values(), exact, strict=True)))
    lost = log10(max(map(abs, exact)) / rise) if rise > _NOTHING else 0
    digits = _DIGITS_OF_RESULT + 2 + max(0, ceil(lost))
    if digits > _MOST_DIGITS:
        raise MathsError(
            f"With this step the values are so alike that they would need {digits} digits.",
            "Choose a longer step, such as 0.001.",
        )
    values = [_number(place, digits) for place in places]
    same = all(
        rational_value(value) == rational_value(tidied(place))
        for value, place in zip(values, places, strict=True)
    )
    return values, "=" if same else "≈"


def _number(tree: Expression, digits: int) -> Expression:
    """The value as a decimal: exact where it ends after a few places, else of so many digits."""
    value = tidied(tree)
    plain = in_decimals(value)
    if rational_value(value) is not None and not any(isinstance(node, Quotient) for node in walk(plain)):
        return plain
    return rounded(float(exact_value(tree, {}, _DIGITS)), digits)


def _left_over(found: Expansion, scheme: Scheme) -> list[Exact]:
    """The coefficients of the powers of the step in the estimate: the derivative first, then its error."""
    return [
        found.exact[power] * Fraction(sum(w * k**power for k, w in scheme.weights.items()), scheme.divisor)
        for power in range(scheme.derivative, found.order + 1)
    ]


def _leading(found: Expansion, scheme: Scheme) -> tuple[int, Exact] | None:
    """The first power of the step in the error that does not vanish, and its coefficient."""
    errors = enumerate((tidied(number(value)) for value in _left_over(found, scheme)[1:]), 1)
    return next(((power, value) for power, value in errors if value != number(0)), None)


def _why_off(found: Expansion, run: Symbol, scheme: Scheme) -> tuple[Step, ...]:
    """The step from the formula at the point to its Taylor polynomial, as far as the first error."""
    leading = _leading(found, scheme)
    last = leading[0] if leading else 0
    shown = [found.written(value) for value in _left_over(found, scheme)[: last + 1]]
    start = _quotient(_moved(found, found.point, run, scheme), run, scheme)
    below = to_latex(_power(run, scheme.derivative))
    why = (
        f"How good is that? Put the Taylor polynomial about ${found.place}$ in for the function. The value "
        f"at the point cancels{_ALSO_CANCELS.get(scheme.name, '')}. Divide out ${below}$, and what stands "
        "beside the derivative is the error."
    )
    return (Step("the error", start, ascending(shown, run), why, link="≈"),)


def _conclusion(found: Expansion, literal: Expression, size: Expression, scheme: Scheme) -> str:
    true = found.derivative_at_point(scheme.derivative)
    name = "slope" if scheme.derivative == 1 else "second derivative"
    start = f"The true {name} is ${to_latex(found.written(true))}$"
    off = abs(float(exact_value(literal - number(true), {}, _DIGITS)))
    leading = _leading(found, scheme)
    if leading is None or off < _NOTHING:
        return f"{start}: for this function the estimate is exact."
    power, coefficient = leading
    run = Symbol(f"Δ{found.x}")
    term = to_latex(multiple(found.written(coefficient), power, run))
    luck = ", better than elsewhere" if power > scheme.order else ""
    return (
        f"{start}, so this is off by about ${to_latex(rounded(off, 2))}$. The error begins with ${term}$: it "
        f"is $O({_order(run, power)})${luck}. A step ten times shorter makes it about {_TIMES[power]} times "
        "smaller, until rounding takes over."
    )


def _order(run: Symbol, power: int) -> str:
    return to_latex(run) if power == 1 else f"{to_latex(run)}^{{{power}}}"


_TIMES = ("", "ten", "a hundred", "a thousand", "ten thousand", "a hundred thousand")
_WHY = {
    "forward": "The slope of a short line to a point on the right stands in for the slope of the curve.",
    "backward": "The slope of a short line to a point on the left stands in for the slope of the curve.",
    "central": "The slope of a short line, from a point on the left to one on the right, stands in for it.",
    "second central": "Slope on the right minus slope on the left, over the step: how the slope changes.",
}
_ALSO_CANCELS = {
    "central": ", and so do all even powers of the step",
    "second central": ", and so do all odd powers of the step",
}
