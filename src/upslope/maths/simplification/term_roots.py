"""Roots of single terms: what comes out of the root, in the form a person would write."""

from fractions import Fraction

from upslope.maths.expressions.expression import Constant, E, Expression, Sum, number
from upslope.maths.simplification.common_factor import common_factor
from upslope.maths.simplification.roots import exact_root, is_small, largest_square, square_root
from upslope.maths.simplification.term_sums import terms_of, written
from upslope.maths.simplification.terms import HALF, ONE, Term, join, rational_value


def comes_out_in_full(base: Expression, exponent: Expression) -> bool:
    """Whether a root and this power can be done in one: √(x³) is x^(3/2), but √(x²) is not x."""
    value = rational_value(exponent)
    if exponent == number(1) or value is None:
        return base == E and value is None
    return isinstance(base, Constant) or value.denominator > 1 or value.numerator % 2 == 1


def root_of_number(size: Fraction, value: Fraction) -> Term:
    """Return a positive number raised to a fraction: √12 as 2√3, 1/√2 as √2/2."""
    out = exact_root(size, value)
    if out is not None:
        return Term(out, {})
    if value.denominator != 2 or not is_small(size, value):
        return Term(ONE, {number(size): number(value)})
    before, inside = square_root(size)
    return Term(before * size ** int(value - HALF), {number(inside): number(HALF)})


def root_of_bracket(bracket: Sum, value: Fraction) -> Term:
    """Return a sum raised to a fraction: a number that all its terms share comes out, if its root does."""
    terms = terms_of(bracket)
    content = common_factor(terms).coefficient
    for factor in (content, Fraction(1, content.denominator)):
        out = exact_root(factor, value)
        if factor != 1 and out is not None:
            rest = written([Term(term.coefficient / factor, term.powers) for term in terms])
            return Term(out, {rest: number(value)})
    return Term(ONE, {bracket: number(value)})


def root_of_product(term: Term, value: Fraction) -> Term:
    """Return a term with several factors raised to a fraction: √(8x) as 2√(2x)."""
    size = term.coefficient
    square = Fraction(largest_square(size.numerator), largest_square(size.denominator)) ** 2
    factor = size if value.denominator != 2 else square
    out = exact_root(factor, value)
    if out is None:
        return Term(ONE, {join(term): number(value)})
    return Term(out, {join(Term(size / factor, term.powers)): number(value)})
