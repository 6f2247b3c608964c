"""One term of a tidy expression: a number times powers, read from a tree and written down as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from upslope.maths.expressions.expression import (
    Call,
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
)
from upslope.maths.expressions.functions import FUNCTIONS

ONE = Fraction(1)
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Term:
    """``coefficient`` times each base raised to its exponent. Bases and exponents are tidy."""

    coefficient: Fraction
    powers: Mapping[Expression, Expression]

    @property
    def key(self) -> frozenset[tuple[Expression, Expression]]:
        """What like terms have in common."""
        return frozenset(self.powers.items())

    @property
    def degree(self) -> Fraction | None:
        """The sum of the exponents where only letters and constants are raised to numbers; None otherwise."""
        total = Fraction(0)
        for base, exponent in self.powers.items():
            value = rational_value(exponent)
            if value is None or not isinstance(base, Symbol | Constant):
                return None
            total += value if isinstance(base, Symbol) else 0
        return total


def rational_value(expression: Expression) -> Fraction | None:
    """Return the value of a tidy number (``3``, ``-3``, ``3/2``, ``-3/2``), None for anything else."""
    match expression:
        case Number(value=value):
            return value
        case Negative(argument=argument):
            value_without_sign = rational_value(argument)
            return None if value_without_sign is None else -value_without_sign
        case Quotient(numerator=Number(value=above), denominator=Number(value=below)) if below:
            return above / below
    return None


def term_of(tidied: Expression) -> Term:
    """Return a tidy tree as a term: what ``join`` writes down as this tree.

    A sum is one factor; where every term of it has a minus sign, the sign is taken out.
    """
    match tidied:
        case Number(value=value):
            return Term(value, {})
        case Negative(argument=argument):
            term = term_of(argument)
            return Term(-term.coefficient, term.powers)
        case Product(factors=factors):
            return _together([term_of(factor) for factor in factors])
        case Quotient(numerator=above, denominator=below):
            return _together([term_of(above), _upside_down(term_of(below))])
        case Power(base=base, exponent=exponent):
            return Term(ONE, {base: exponent})
        case Call(name="sqrt", argument=argument):
            return Term(ONE, {argument: number(HALF)})
        case Sum(terms=terms) if all(isinstance(term, Negative) for term in terms):
            return Term(-ONE, {Sum(tuple(term.children[0] for term in terms)): number(1)})
    return Term(ONE, {tidied: number(1)})


def _together(terms: list[Term]) -> Term:
    """The product of terms that have no base in common."""
    coefficient = ONE
    powers: dict[Expression, Expression] = {}
    for term in terms:
        coefficient *= term.coefficient
        powers.update(term.powers)
    return Term(coefficient, powers)


def _upside_down(term: Term) -> Term:
    if not term.coefficient:
        return Term(ONE, {number(0): number(-1)})
    powers = {base: number(-(rational_value(exponent) or 0)) for base, exponent in term.powers.items()}
    return Term(1 / term.coefficient, powers)


def join(term: Term) -> Expression:
    """Write a term down: one fraction where anything is divided, roots as roots, factors in usual order."""
    if not term.coefficient:
        return number(0)
    size = abs(term.coefficient)
    above: list[Expression] = [] if size.numerator == 1 else [number(size.numerator)]
    below: list[Expression] = [] if size.denominator == 1 else [number(size.denominator)]
    for base, exponent in sorted(term.powers.items(), key=_place):
        value = rational_value(exponent)
        if value is not None and value < 0:
            below.append(_raised(base, number(-value)))
        else:
            above.append(_raised(base, exponent))
    joined = product_of(tuple(above))
    if below:
        joined = Quotient(joined, product_of(tuple(below)))
    return Negative(joined) if term.coefficient < 0 else joined


def _raised(base: Expression, exponent: Expression) -> Expression:
    if exponent == number(1):
        return base
    return Call("sqrt", base) if rational_value(exponent) == HALF else Power(base, exponent)


# The order of functions in a product: sec x tan x, never tan x sec x.
_CALLED = ("sin", "cos", "sec", "csc", *FUNCTIONS)


def _place(power: tuple[Expression, Expression]) -> tuple[int, int, str]:
    """Numbers come first, then letters, general powers, brackets, exponentials, and functions last."""
    base, exponent = power
    name, is_general = str(base), rational_value(exponent) is None
    match base:
        case Call():
            return 5, _CALLED.index(base.name), name
        case Symbol():
            return (2 if is_general else 1), 0, name
        case Sum():
            return (2 if is_general else 3), 1, name
    if not base.variables:
        return (4 if exponent.variables else 0), 0, name
    return 5, 0, name


def in_order(terms: list[Term]) -> list[Term]:
    """Polynomials fall from their highest power; other sums keep their order. A sum begins without a minus
    sign where it can, except that a polynomial of three or more terms keeps falling."""
    polynomial = all(term.degree is not None for term in terms)
    if polynomial:
        terms = sorted(terms, key=lambda term: term.degree or 0, reverse=True)
    if terms and terms[0].coefficient < 0 and not (polynomial and len(terms) > 2):
        first = next((index for index, term in enumerate(terms) if term.coefficient > 0), 0)
        terms = [terms[first], *terms[:first], *terms[first + 1 :]]
    return terms
