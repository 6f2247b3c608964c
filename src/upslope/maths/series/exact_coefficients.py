"""The coefficients of a Taylor series from series arithmetic, and the reasons why there may be none."""

from fractions import Fraction

from upslope.maths.errors import MathsError
from upslope.maths.expressions.bounds import check_size
from upslope.maths.expressions.evaluation import work_out
from upslope.maths.expressions.expression import Expression, Operand, Symbol, number
from upslope.maths.expressions.high_precision import OutOfReachError, UndefinedHereError, exact_value
from upslope.maths.series.coefficient_rings import Exact, TooLongError, exact_ring, rounded_ring
from upslope.maths.series.power_series import PowerSeries, Ring
from upslope.maths.series.series_functions import series_arithmetic
from upslope.maths.simplification.tidy import tidied

HIGHEST_ORDER = 12
MOST_PARTS = 150
DEEPEST = 24
_NOTHING = Fraction(1, 10**80)
_OTHER_POINTS = (1, 2, -1, 3, -3, 10)


def exact_coefficients(expression: Expression, x: str, point: Expression, order: int) -> tuple[Exact, ...]:
    """Return the ``order + 1`` coefficients of the powers of (x − point), lowest first.

    They are Fractions or tidy trees, or Fractions of a hundred digits where trees would grow long. Raises
    MathsError for an order above 12, for an expression of more than 150 nodes or 24 levels, and where the
    function has no value or no derivatives at the point.
    """
    check_order(order, HIGHEST_ORDER)
    check_size(expression, MOST_PARTS, DEEPEST)
    try:
        return _coefficients(expression, x, point, exact_ring(order))
    except TooLongError:
        return _rounded(expression, x, point, order)


def check_order(order: int, highest: int) -> None:
    """Raise MathsError for an order that is negative or too high."""
    if not 0 <= order <= highest:
        raise MathsError(
            f"{order} is not an order I can work with.", f"Choose a whole number from 0 to {highest}."
        )


def expansion_point(x: str, about: Operand) -> Expression:
    """Return the point as a tidy tree. Raises MathsError where it holds the variable itself."""
    point = tidied(number(about))
    if x in point.variables:
        raise MathsError(
            f"A function of {x} cannot be expanded about {point}, which moves with {x}.",
            "Choose a fixed number.",
        )
    return point


def series_of(
    trees: tuple[Expression, ...], x: str, point: Expression, ring: Ring
) -> tuple[PowerSeries, ...]:
    """Return the series of several expressions about the point. Raises what the ring raises."""
    letters = {name for tree in (*trees, point) for name in tree.variables}
    others = {name: Symbol(name) for name in letters - {x}}
    start = ring.settle(work_out(point, others, ring.base))
    values = {name: PowerSeries((letter,), ring) for name, letter in others.items()}
    values[x] = PowerSeries((start, Fraction(1))[: ring.order + 1], ring)
    arithmetic = series_arithmetic(ring)
    return tuple(work_out(tree, values, arithmetic) for tree in trees)


def _coefficients(expression: Expression, x: str, point: Expression, ring: Ring) -> tuple[Exact, ...]:
    try:
        (series,) = series_of((expression,), x, point, ring)
    except (ZeroDivisionError, UndefinedHereError) as error:
        raise _not_smooth(expression, x, point) from error
    except (OutOfReachError, OverflowError) as error:
        raise MathsError(
            f"The values of {expression} at {x} = {point} are too large for me to write down.",
            "Choose a point where the function is smaller.",
        ) from error
    return tuple(series.coefficient(power) for power in range(ring.order + 1))


def _rounded(expression: Expression, x: str, point: Expression, order: int) -> tuple[Exact, ...]:
    letters = sorted((expression.variables | point.variables) - {x})
    if letters:
        raise MathsError(
            f"The coefficients of {expression} about {x} = {point} grow too long while "
            f"{', '.join(letters)} can be anything.",
            "Put numbers for the other letters, or choose a lower order.",
        )
    found = _coefficients(expression, x, point, rounded_ring(order))
    nothing = max(abs(value) for value in found if isinstance(value, Fraction)) * _NOTHING
    return tuple(Fraction(0) if isinstance(v, Fraction) and abs(v) < nothing else v for v in found)


def _not_smooth(expression: Expression, x: str, point: Expression) -> MathsError:
    try:
        exact_value(expression.substitute({x: point}), {}, 50)
    except (ArithmeticError, KeyError):
        why = "has no value at {}, so there is nothing to match."
    else:
        why = (
            "has a value at {}, but no derivatives to match: the curve has a corner, an upright tangent or "
            "an end there."
        )
    return MathsError(
        f"{expression} {why.format(f'{x} = {point}')}",
        f"Expand about another point{_example(expression, x)}.",
    )


def _example(expression: Expression, x: str) -> str:
    """A whole number about which the function can be expanded, in words; nothing where none was found."""
    for point in _OTHER_POINTS:
        try:
            series_of((expression,), x, number(point), exact_ring(1))
        except ArithmeticError:
            continue
        return f", for example {x} = {point}"
    return ""
