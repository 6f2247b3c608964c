"""Expressions read as polynomials with fractions as coefficients, to see what they have in common.

Whatever is no number, sum, product or whole power counts as a letter of its own: x eˣ + eˣ is a polynomial
in x and eˣ. Letters may have negative powers where something is divided by them.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from math import gcd

from upslope.maths.expressions.expression import (
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    number,
    product_of,
    sum_of,
)
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidy

Monomial = frozenset[tuple[Expression, int]]
Polynomial = Mapping[Monomial, Fraction]

HIGHEST_POWER = 12
_MOST_TERMS = 200
_ONE: Monomial = frozenset()


def polynomial(expression: Expression) -> Polynomial | None:
    """Return the coefficients of all products of letters that occur, none of them 0.

    None where multiplying out would make hundreds of terms, or something is divided by 0. Raises MathsError
    where a function's argument is too long to be tidied.
    """
    match expression:
        case Number(value=value):
            return _without_zeros({_ONE: value})
        case Symbol() | Constant():
            return _letter(expression)
        case Negative(argument=argument):
            return _product(({_ONE: Fraction(-1)}, polynomial(argument)))
        case Sum(terms=terms):
            return _sum([polynomial(term) for term in terms])
        case Product(factors=factors):
            return _product(polynomial(factor) for factor in factors)
        case Quotient(numerator=above, denominator=below):
            return _product((polynomial(above), _power(below, -1)))
        case Power(base=base, exponent=exponent):
            value_of = rational_value(tidy(exponent))
            if value_of is not None and value_of.denominator == 1:
                return _power(base, int(value_of))
    return _tidied(expression)


def content(found: Polynomial) -> int:
    """Return the largest whole number that divides every coefficient of the polynomial."""
    return gcd(*(coefficient.numerator for coefficient in found.values()))


def common_letters(found: Polynomial) -> dict[Expression, int]:
    """Return each letter that every term has, with the highest power that all of them share."""
    powers = [dict(monomial) for monomial in found]
    shared = set.intersection(*(set(one) for one in powers)) if powers else set()
    lowest = {letter: min(one[letter] for one in powers) for letter in shared}
    return {letter: power for letter, power in lowest.items() if power > 0}


def letters(*found: Polynomial) -> list[Expression]:
    """Return every letter that occurs, in a fixed order."""
    return sorted({letter for one in found for monomial in one for letter, _ in monomial}, key=str)


def has_divisors(found: Polynomial) -> bool:
    """Whether anything is divided by a letter."""
    return any(power < 0 for monomial in found for _, power in monomial)


def divided(found: Polynomial, by: int, powers: Mapping[Expression, int]) -> Expression:
    """Return the polynomial divided by a number and by powers of its letters, as a tidy expression."""
    terms = []
    for monomial, coefficient in found.items():
        rest = [(letter, power - powers.get(letter, 0)) for letter, power in monomial]
        factors = [letter**power for letter, power in rest if power]
        terms.append(product_of((number(coefficient / by), *factors)))
    return tidy(sum_of(tuple(terms)))


def _letter(expression: Expression, power: int = 1) -> Polynomial:
    return {frozenset({(expression, power)}): Fraction(1)}


def _tidied(expression: Expression) -> Polynomial | None:
    """A function or a power as one letter, unless tidying turns it into something simpler."""
    found = tidy(expression)
    simpler = not isinstance(found, type(expression) | Power) and found != expression
    return polynomial(found) if simpler else _letter(found)


def _power(base: Expression, exponent: int) -> Polynomial | None:
    found = polynomial(base)
    if found is None or (not found and exponent < 0):
        return None
    if len(found) <= 1 and abs(exponent) <= HIGHEST_POWER**2:
        return {
            frozenset((letter, power * exponent) for letter, power in monomial if exponent): size**exponent
            for monomial, size in found.items()
        }
    if 0 <= exponent <= HIGHEST_POWER:
        one: Polynomial = {_ONE: Fraction(1)}
        return _product([one, *[found] * exponent])
    return _letter(tidy(base), exponent)


def _sum(parts: Iterable[Polynomial | None]) -> Polynomial | None:
    total: dict[Monomial, Fraction] = {}
    for part in parts:
        if part is None:
            return None
        for monomial, coefficient in part.items():
            total[monomial] = total.get(monomial, Fraction(0)) + coefficient
    return _without_zeros(total)


def _product(parts: Iterable[Polynomial | None]) -> Polynomial | None:
    return reduce(_times, parts)


def _times(left: Polynomial | None, right: Polynomial | None) -> Polynomial | None:
    if left is None or right is None or len(left) * len(right) > _MOST_TERMS:
        return None
    products = ({_joined(one, other): a * b} for one, a in left.items() for other, b in right.items())
    return _sum(products)


def _joined(one: Monomial, other: Monomial) -> Monomial:
    powers = dict(one)
    for letter, power in other:
        powers[letter] = powers.get(letter, 0) + power
    return frozenset((letter, power) for letter, power in powers.items() if power)


def _without_zeros(found: Mapping[Monomial, Fraction]) -> Polynomial:
    return {monomial: coefficient for monomial, coefficient in found.items() if coefficient}
