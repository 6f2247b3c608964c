"""The derivative from its definition: rise over run, the run shrinking to nothing."""

from math import comb

from upslope.maths.derivation import Derivation, Move, chained
from upslope.maths.errors import MathsError
from upslope.maths.expression import (
    Expression,
    Negative,
    Product,
    Quotient,
    Symbol,
    Unworked,
    in_one_row,
    number,
    sum_of,
)
from upslope.maths.polynomial import Coefficients, coefficients
from upslope.maths.printing import to_latex
from upslope.maths.tidy import tidy

HIGHEST_DEGREE = 4


def first_principles(expression: Expression, x: str = "x", step: str = "") -> Derivation:
    """Return the derivative worked out as the limit of rise over run.

    ``step`` names the run, ``Δx`` if left out. Works for polynomials up to degree 4 and for a constant
    divided by ``x``; raises MathsError for others.
    """
    run = Symbol(step or f"Δ{x}")
    problem = Unworked("derivative", expression, x)
    found = coefficients(expression, x)
    constant = tidy(expression * Symbol(x))
    if found is not None and max(found, default=0) <= HIGHEST_DEGREE:
        moves = _polynomial_moves(expression, found, Symbol(x), run)
    elif x not in constant.variables:
        moves = _reciprocal_moves(expression, constant, Symbol(x), run)
    else:
        raise MathsError(
            f"{expression} is neither a polynomial up to degree {HIGHEST_DEGREE} nor a constant over {x}.",
            "Use differentiate for this function.",
        )
    return Derivation(to_latex(problem), moves[-1][1], chained(problem, moves))


def _definition(expression: Expression, x: Symbol, run: Symbol) -> Move:
    rise = in_one_row(expression.substitute({x.name: x + run})) - expression
    why = (
        f"The slope between two points of the curve is rise over run. Let the run be ${to_latex(run)}$, "
        "and watch where the slope goes as the run shrinks to nothing."
    )
    return "definition", _limit(rise / run, run), why


def _limit(body: Expression, run: Symbol) -> Unworked:
    return Unworked("limit", body, run.name)


def _polynomial_moves(expression: Expression, found: Coefficients, x: Symbol, run: Symbol) -> list[Move]:
    shown = to_latex(run)
    kept = [_monomial(found[n], (x, n)) for n in sorted(found, reverse=True)]
    grown = [
        _monomial(found[n] * comb(n, k), (x, n - k), (run, k))
        for n in sorted(found, reverse=True)
        for k in range(1, n + 1)
    ]
    every = [
        _monomial(found[n] * comb(n, k), (x, n - k), (run, k))
        for n in sorted(found, reverse=True)
        for k in range(n + 1)
    ]
    expanded = _added([*every, *(Negative(term) for term in kept)])
    left_over = _added(grown)
    divided = [tidy(term / run) for term in grown]
    result = tidy(_added([term for term in divided if run.name not in term.variables]))
    return [
        _definition(expression, x, run),
        ("expand", _limit(expanded / run, run), "Multiply the brackets out."),
        (
            "cancel",
            _limit(left_over / run, run),
            f"Every term without ${shown}$ is there twice, once with a minus sign.",
        ),
        (
            "divide",
            _limit(_added(divided), run),
            f"Every term on top holds ${shown}$, so it can be divided out.",
        ),
        ("limit", result, f"Now let ${shown}$ shrink to nothing: what still holds ${shown}$ goes with it."),
    ]


def _monomial(coefficient: Expression, *powers: tuple[Symbol, int]) -> Expression:
    return tidy(Product((coefficient, *(letter**exponent for letter, exponent in powers))))


def _added(terms: list[Expression]) -> Expression:
    """The terms in a row, nothing collected; a term with two minus signs loses both."""
    plain = (_without_double_sign(term) for term in terms)
    return sum_of(tuple(plain))


def _without_double_sign(term: Expression) -> Expression:
    if isinstance(term, Negative) and isinstance(term.argument, Negative):
        return term.argument.argument
    return term


def _reciprocal_moves(expression: Expression, constant: Expression, x: Symbol, run: Symbol) -> list[Move]:
    shown = to_latex(run)
    both = Product((x, x + run))
    above = _added([_multiple(constant, x), Negative(_multiple(constant, x + run))])
    change = tidy(-constant * run)
    return [
        _definition(expression, x, run),
        ("common denominator", _limit(above / both / run, run), "Bring both fractions over the same bottom."),
        ("cancel", _limit(Quotient(change, both) / run, run), "On top, what does not hold the run cancels."),
        ("divide", _limit(tidy(-constant) / both, run), f"Divide top and bottom by ${shown}$."),
        (
            "limit",
            tidy(-constant / x**2),
            f"Now let ${shown}$ shrink to nothing: the second factor below becomes ${x.name}$.",
        ),
    ]


def _multiple(constant: Expression, expression: Expression) -> Expression:
    if isinstance(constant, Negative):
        return -_multiple(constant.argument, expression)
    return expression if constant == number(1) else Product((constant, expression))
