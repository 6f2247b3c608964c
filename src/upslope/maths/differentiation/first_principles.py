"""The derivative from its definition: rise over run, the run shrinking to nothing."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from upslope.maths.differentiation.derivation import Derivation, Move, chained
from upslope.maths.differentiation.first_principles_of_functions import (
    cosine_moves,
    exponential_moves,
    logarithm_moves,
    sine_moves,
)
from upslope.maths.differentiation.first_principles_of_powers import (
    constant_moves,
    polynomial_moves,
    reciprocal_moves,
    root_moves,
)
from upslope.maths.differentiation.secant import Secant, opening
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import (
    Call,
    E,
    Expression,
    Negative,
    Power,
    Product,
    Quotient,
    Symbol,
    Unworked,
    number,
    product_of,
)
from upslope.maths.expressions.printing import to_latex
from upslope.maths.simplification.polynomial import coefficients
from upslope.maths.simplification.terms import HALF, rational_value
from upslope.maths.simplification.tidy import tidy

Way: TypeAlias = Callable[[Secant], list[Move]]

HIGHEST_DEGREE = 4
HIGHEST_POWER = 8
HIGHEST_RECIPROCAL = 4


def first_principles(expression: Expression, x: str = "x", step: str = "") -> Derivation:
    """Return the derivative worked out as the limit of rise over run.

    ``step`` names the run, ``Δx`` if left out. Works for polynomials up to degree 4, single powers up to the
    8th, one over a power up to the 4th, √x, e^x, ln x, sin x and cos x, each with a constant factor. Raises
    MathsError for others.
    """
    letter, run = Symbol(x), Symbol(step or f"Δ{x}")
    if run.name in expression.variables | {x}:
        raise MathsError(f"The run is called {run}, and {run} stands in {expression}.", "Use another name.")
    constant, core, way = _approach(expression, letter)
    secant = Secant(letter, run, constant)
    moves = [*opening(expression, core, secant), *way(secant)]
    problem = Unworked("derivative", expression, x)
    return Derivation(to_latex(problem), moves[-1][1], chained(problem, moves))


def _approach(expression: Expression, x: Symbol) -> tuple[Expression, Expression, Way]:
    """A constant that waits in front, the function that is left, and how to work on it."""
    found = coefficients(expression, x.name)
    degree = max(found or {}, default=0)
    if found is not None and degree <= (HIGHEST_POWER if len(found) == 1 else HIGHEST_DEGREE):
        return number(1), expression, partial(polynomial_moves, found) if degree else constant_moves
    constant, core = _constant_and_core(expression, x.name)
    way = _way(core, x)
    if way is None:
        raise MathsError(
            f"{expression} is not among the functions worked from first principles here: polynomials up to "
            f"degree {HIGHEST_DEGREE}, one power of {x}, a root of {x}, e^{x}, ln({x}), sin({x}), cos({x}), "
            "perhaps with a constant in front.",
            "Use differentiate for this function.",
        )
    return tidy(constant), core, way


def _constant_and_core(expression: Expression, x: str) -> tuple[Expression, Expression]:
    """The factor without ``x``, and what is left: 3·sin(x), sin(x)/2, −2/x."""
    match expression:
        case Negative(argument=argument):
            constant, core = _constant_and_core(argument, x)
            return -constant, core
        case Product(factors=factors):
            waiting = tuple(factor for factor in factors if x not in factor.variables)
            moving = tuple(factor for factor in factors if x in factor.variables)
            if len(moving) == 1:
                constant, core = _constant_and_core(moving[0], x)
                return product_of((*waiting, constant)), core
        case Quotient(numerator=above, denominator=below) if x not in below.variables:
            constant, core = _constant_and_core(above, x)
            return constant / below, core
        case Quotient(numerator=above, denominator=below) if x not in above.variables:
            constant, core = _constant_and_core(below, x)
            return above / constant, number(1) / core
    return number(1), expression


def _way(core: Expression, x: Symbol) -> Way | None:
    """How to work on a function without a constant in front; None where no way is known here."""
    match core:
        case Call(name=name, argument=argument) if argument == x:
            return _OF_FUNCTIONS.get(name)
        case Power(base=base, exponent=exponent) if base == E and exponent == x:
            return exponential_moves
        case Power(base=base, exponent=exponent) if base == x and rational_value(tidy(exponent)) == HALF:
            return root_moves
    power = _reciprocal_power(core, x)
    return None if power is None else partial(reciprocal_moves, power)


def _reciprocal_power(core: Expression, x: Symbol) -> int | None:
    """The 2 of 1/x² and of x^(−2)."""
    match core:
        case Quotient(denominator=below) if below == x:
            return 1
        case Quotient(denominator=Power(base=base, exponent=exponent)) if base == x:
            power = rational_value(exponent)
        case Power(base=base, exponent=Negative(argument=exponent)) if base == x:
            power = rational_value(exponent)
        case _:
            return None
    return next((whole for whole in range(1, HIGHEST_RECIPROCAL + 1) if whole == power), None)


_OF_FUNCTIONS: dict[str, Way] = {
    "sqrt": root_moves,
    "exp": exponential_moves,
    "ln": logarithm_moves,
    "sin": sine_moves,
    "cos": cosine_moves,
}
