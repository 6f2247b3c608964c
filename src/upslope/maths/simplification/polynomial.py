"""Reading an expression as a polynomial in one letter."""

from collections.abc import Iterable
from functools import reduce

from upslope.maths.expressions.expression import (
    Expression,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    number,
    sum_of,
)
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidy

Coefficients = dict[int, Expression]
HIGHEST_DEGREE = 12


def coefficients(expression: Expression, x: str = "x") -> Coefficients | None:
    """Return the tidy coefficient of every power of ``x`` that occurs (power → coefficient, never 0).

    None where the expression is no polynomial in ``x``, or one of a higher degree than ``HIGHEST_DEGREE``.
    Other letters may stand in the coefficients.
    """
    if x not in expression.variables:
        return _without_zeros({0: expression})
    match expression:
        case Symbol():
            return {1: number(1)}
        case Negative(argument=argument):
            return _product([{0: number(-1)}, coefficients(argument, x)])
        case Sum(terms=terms):
            return _sum([coefficients(term, x) for term in terms])
        case Product(factors=factors):
            return _product([coefficients(factor, x) for factor in factors])
        case Quotient(numerator=above, denominator=below) if x not in below.variables:
            return _product([coefficients(above, x), {0: number(1) / below}])
        case Power(base=base, exponent=exponent):
            value = rational_value(exponent)
            if value is not None and value.denominator == 1 and 0 <= value <= HIGHEST_DEGREE:
                return _product([coefficients(base, x)] * int(value))
    return None


def _sum(parts: Iterable[Coefficients | None]) -> Coefficients | None:
    total: dict[int, tuple[Expression, ...]] = {}
    for part in parts:
        if part is None:
            return None
        for power, coefficient in part.items():
            total[power] = (*total.get(power, ()), coefficient)
    return _without_zeros({power: sum_of(terms) for power, terms in total.items()})


def _product(parts: Iterable[Coefficients | None]) -> Coefficients | None:
    one: Coefficients | None = {0: number(1)}
    return reduce(_times, parts, one)


def _times(left: Coefficients | None, right: Coefficients | None) -> Coefficients | None:
    if left is None or right is None or max(left, default=0) + max(right, default=0) > HIGHEST_DEGREE:
        return None
    return _sum({n + m: a * b} for n, a in left.items() for m, b in right.items())


def _without_zeros(found: Coefficients) -> Coefficients:
    tidied = {power: tidy(coefficient) for power, coefficient in found.items()}
    return {power: coefficient for power, coefficient in tidied.items() if coefficient != number(0)}
