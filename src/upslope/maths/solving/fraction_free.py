"""An equation ``expression = 0`` in an easier form with the same solutions.

Fractions are multiplied out, because a pole looks like a root to a method that looks for a change of sign;
powers of e are divided out, because they are never zero; and ``x^3 = 0`` becomes ``x = 0``, because where
slopes vanish Newton's method is slow and proves nothing. What comes out has every zero of the expression, and
perhaps some more where the expression has no value.
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from math import gcd

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import (
    Call,
    E,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    number,
    product_of,
    sum_of,
)
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidy

Divisors = Mapping[Expression, int]
_HIGHEST = 6
_AS_QUOTIENTS = {"tan": ("sin", "cos"), "cot": ("cos", "sin"), "sec": (None, "cos"), "csc": (None, "sin")}


def fraction_free(expression: Expression) -> Expression:
    """Return what is zero wherever this is: ``1 - x*y`` for ``1/x - y``, ``x*y`` for ``x^2*y``."""
    above, _ = _parts(expression)
    return _without_powers(_without_exponentials(_tidy_if_short(above)))


def _tidy_if_short(expression: Expression) -> Expression:
    try:
        return tidy(expression)
    except MathsError:
        return expression


def _parts(expression: Expression) -> tuple[Expression, Divisors]:
    """The expression as what stands above one fraction line, and the factors below it with their powers."""
    match expression:
        case Negative(argument=argument):
            above, below = _parts(argument)
            return Negative(above), below
        case Sum(terms=terms):
            return _over_one_line([_parts(term) for term in terms])
        case Product(factors=factors):
            parts = [_parts(factor) for factor in factors]
            return product_of(tuple(above for above, _ in parts)), reduce(
                _both, (below for _, below in parts)
            )
        case Quotient(numerator=numerator, denominator=denominator):
            return _divided(_parts(numerator), _parts(denominator))
        case Power():
            return _power(expression)
        case Call(name=name, argument=argument) if name in _AS_QUOTIENTS:
            top, bottom = _AS_QUOTIENTS[name]
            return (Call(top, argument) if top else number(1)), {Call(bottom, argument): 1}
    return expression, {}


def _power(expression: Power) -> tuple[Expression, Divisors]:
    value = rational_value(expression.exponent)
    if value is None or abs(value) > _HIGHEST:
        return expression, {}
    if value.denominator != 1:
        size = Power(expression.base, number(abs(value)))
        return (number(1), {size: 1}) if value < 0 else (expression, {})
    above, below = _parts(expression.base)
    if not below and value > 0:
        return expression, {}
    if value < 0:
        above, below = _divided((number(1), {}), (above, below))
    count = abs(int(value))
    return Power(above, number(count)), {base: count * times for base, times in below.items()}


def _over_one_line(parts: list[tuple[Expression, Divisors]]) -> tuple[Expression, Divisors]:
    """Fractions added: each above multiplied by the factors that are below others and not below it."""
    common: dict[Expression, int] = {}
    for _, below in parts:
        for base, times in below.items():
            common[base] = max(times, common.get(base, 0))
    terms = tuple(
        product_of((above, *_written({base: n - below.get(base, 0) for base, n in common.items()})))
        for above, below in parts
    )
    return sum_of(terms), common


def _divided(
    above: tuple[Expression, Divisors], below: tuple[Expression, Divisors]
) -> tuple[Expression, Divisors]:
    top = product_of((above[0], *_written(below[1])))
    return top, _both(above[1], _factors(below[0]))


def _factors(expression: Expression) -> Divisors:
    """The factors of an expression with whole powers; a minus sign is the factor -1."""
    match expression:
        case Negative(argument=argument):
            return _both({number(-1): 1}, _factors(argument))
        case Product(factors=factors):
            return reduce(_both, map(_factors, factors))
        case Power(base=base, exponent=Number(value=value, places=0)):
            return {factor: times * int(value) for factor, times in _factors(base).items()}
    return {expression: 1}


def _both(one: Divisors, other: Divisors) -> Divisors:
    return {base: one.get(base, 0) + other.get(base, 0) for base in (*one, *other)}


def _written(factors: Divisors) -> tuple[Expression, ...]:
    return tuple(
        base if times == 1 else Power(base, number(times)) for base, times in factors.items() if times
    )


def _without_exponentials(expression: Expression) -> Expression:
    """Divided by a power of e that every term has, or by the first where each has its own.

    They are never zero, underflow far from the origin, and what is left of their exponents is simpler.
    """
    match expression:
        case Negative(argument=argument):
            return Negative(_without_exponentials(argument))
        case Product(factors=factors):
            return product_of(tuple(map(_without_exponentials, factors)))
        case Power(base=base) if base == E:
            return number(1)
        case Sum(terms=terms):
            parts = [_exponent_and_rest(term) for term in terms]
            if all(exponent is not None for exponent, _ in parts):
                return sum_of(tuple(_divided_by(parts[0][0] or number(0), *part) for part in parts))
    return expression


def _exponent_and_rest(term: Expression) -> tuple[Expression | None, Expression]:
    """What e is raised to in a term, None if it is not there, and the rest of the term."""
    if isinstance(term, Negative):
        exponent, rest = _exponent_and_rest(term.argument)
        return exponent, Negative(rest)
    factors = term.factors if isinstance(term, Product) else (term,)
    powers = [factor for factor in factors if isinstance(factor, Power) and factor.base == E]
    rest = product_of(tuple(factor for factor in factors if factor not in powers))
    return (sum_of(tuple(power.exponent for power in powers)) if powers else None), rest


def _divided_by(shared: Expression, exponent: Expression | None, rest: Expression) -> Expression:
    left = tidy((exponent or number(0)) - shared)
    return rest if left == number(0) else rest * Power(E, left)


def _without_powers(expression: Expression) -> Expression:
    """Every factor once; what all terms of a sum share is taken out of it first."""
    match expression:
        case Negative(argument=argument):
            return _without_powers(argument)
        case Product(factors=factors):
            plain = (_without_powers(factor) for factor in factors if factor.variables)
            return product_of(tuple(dict.fromkeys(plain))) if expression.variables else expression
        case Power(base=base, exponent=exponent) if (rational_value(exponent) or 0) > 0:
            return _without_powers(base)
        case Call(name="sqrt" | "abs", argument=argument):
            return _without_powers(argument)
        case Sum(terms=terms):
            return _shared_taken_out(terms)
    return expression


def _shared_taken_out(terms: tuple[Expression, ...]) -> Expression:
    parts = [_factors(term) for term in terms]
    shared = {
        base: min(part.get(base, 0) for part in parts)
        for base in parts[0]
        if base.variables and all(base in part for part in parts)
    }
    rest = sum_of(tuple(product_of(_written(_less(part, shared))) for part in parts) if shared else terms)
    plain = _tidy_if_short(rest / number(_common_divisor(rest)))
    return product_of(
        (*map(_without_powers, shared), plain.argument if isinstance(plain, Negative) else plain)
    )


def _common_divisor(expression: Expression) -> int:
    """The largest whole number that divides every term's number."""
    terms = _tidy_if_short(expression).children if isinstance(expression, Sum) else (expression,)
    sizes = [_number_in(term) for term in terms]
    return gcd(*(int(size) for size in sizes)) if all(size.denominator == 1 for size in sizes) else 1


def _number_in(term: Expression) -> Fraction:
    match term:
        case Number(value=value) | Product(factors=(Number(value=value), *_)):
            return value
        case Negative(argument=argument):
            return _number_in(argument)
    return Fraction(1)


def _less(factors: Divisors, taken: Divisors) -> Divisors:
    return {base: times - taken.get(base, 0) for base, times in factors.items()}
