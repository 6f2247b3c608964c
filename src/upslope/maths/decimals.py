"""Fractions written as decimals, for people who began with decimals."""

from fractions import Fraction

from upslope.maths.expression import Expression, Number, Product, Quotient, decimal, product_of

_MOST_PLACES = 6


def in_decimals(expression: Expression) -> Expression:
    """Return a tidy tree with fractions that end after a few places as decimals: ``3*x/5`` as ``0.6*x``."""
    children = tuple(in_decimals(child) for child in expression.children)
    node = expression.rebuild(children)
    if not isinstance(node, Quotient):
        return node
    (above, factors), (below, divisors) = _number_first(node.numerator), _number_first(node.denominator)
    value = above / below if below else Fraction(1)
    if value.denominator == 1 or (value * 10**_MOST_PLACES).denominator != 1:
        return node
    numerator = product_of((decimal(value), *factors))
    return Quotient(numerator, product_of(divisors)) if divisors else numerator


def _number_first(expression: Expression) -> tuple[Fraction, tuple[Expression, ...]]:
    factors = expression.factors if isinstance(expression, Product) else (expression,)
    if isinstance(factors[0], Number):
        return factors[0].value, factors[1:]
    return Fraction(1), factors
