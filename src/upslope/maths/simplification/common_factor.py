"""The largest factor that all terms of a sum have in common, and which part of it to take out."""

from collections.abc import Iterable
from fractions import Fraction
from math import gcd, lcm

from upslope.maths.expressions.expression import Constant, Expression, Number, Symbol, number
from upslope.maths.simplification.terms import Term, rational_value

_ZERO = number(0)


def common_factor(terms: Iterable[Term]) -> Term:
    """Return the largest factor of all the terms, one over their common denominator included.

    What remains of each, divided by it, has a whole number in front and nothing below a line.
    """
    terms = list(terms)
    powers = {
        base: power
        for base in dict.fromkeys(base for term in terms for base in term.powers)
        if (power := _least([term.powers.get(base, _ZERO) for term in terms])) != _ZERO
    }
    numerator = gcd(*(term.coefficient.numerator for term in terms))
    return Term(Fraction(numerator, lcm(*(term.coefficient.denominator for term in terms))), powers)


def _least(exponents: list[Expression]) -> Expression:
    """The least of the exponents; 0 where they cannot be put in order and are not all the same."""
    values = [value for exponent in exponents if (value := rational_value(exponent)) is not None]
    if len(values) == len(exponents):
        return number(min(values))
    return exponents[0] if len(set(exponents)) == 1 else _ZERO


def cancelling(factor: Term, below: Term) -> Term:
    """Return the part of a common factor that is one over something, or cancels with ``below``."""
    powers: dict[Expression, Expression] = {}
    for base, exponent in factor.powers.items():
        value = rational_value(exponent) or Fraction(0)
        room = -(rational_value(below.powers.get(base, _ZERO)) or Fraction(0))
        least = min(value, max(room, Fraction(0)))
        powers |= {base: number(least)} if least else {}
    whole = gcd(factor.coefficient.numerator, below.coefficient.denominator)
    return Term(Fraction(whole, factor.coefficient.denominator), powers)


def stands_out(factor: Term) -> bool:
    """Whether anyone would take this factor out of a sum: it holds a bracket, a function, an exponential."""
    return any(
        rational_value(exponent) is None or not isinstance(base, Symbol | Constant | Number)
        for base, exponent in factor.powers.items()
    )
