"""Decimals: fractions written as decimals for people who began with them, and rounding to so many digits."""

from decimal import Decimal
from fractions import Fraction
from math import floor, isfinite, log10

from upslope.maths.expressions.expression import (
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    decimal,
    number,
    product_of,
)

_MOST_PLACES = 6
_PLAIN = range(-5, 10)


def rounded(value: float, digits: int = 6) -> Expression:
    """Return a float as a decimal number of so many significant digits: ``0.333333``, ``1.2*10^(-9)``.

    Raises ValueError for infinities and NaN.
    """
    if not isfinite(value):
        raise ValueError(f"{value!r} cannot be written as a decimal: use a finite number.")
    shown = Decimal(f"{float(value):.{digits - 1}e}")
    power = floor(log10(abs(shown))) if shown else 0
    if power in _PLAIN:
        return decimal(Fraction(shown))
    mantissa = decimal(Fraction(abs(shown.scaleb(-power))))
    scale = Power(number(10), number(power))
    size = scale if mantissa == number(1) else Product((mantissa, scale))
    return Negative(size) if shown < 0 else size


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
    numerator = product_of(_multiplied_in(value, factors) or (decimal(value), *factors))
    return Quotient(numerator, product_of(divisors)) if divisors else numerator


def _multiplied_in(value: Fraction, factors: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """``0.1*(10*x + 1)`` as ``x + 0.1``: where the bracket holds a number that takes the decimal up."""
    brackets = [factor for factor in factors if isinstance(factor, Sum)]
    if len(brackets) != 1:
        return ()
    scaled = [(value * first, rest) for first, rest in map(_signed_number_first, brackets[0].terms)]
    if not any(size.denominator == 1 for size, _ in scaled):
        return ()
    bracket = Sum(tuple(_written(size, rest) for size, rest in scaled))
    return tuple(bracket if factor == brackets[0] else factor for factor in factors)


def _written(size: Fraction, rest: tuple[Expression, ...]) -> Expression:
    if abs(size) == 1 and rest:
        above = product_of(rest)
    else:
        above = product_of((number(abs(size)) if size.denominator == 1 else decimal(abs(size)), *rest))
    return Negative(above) if size < 0 else above


def _signed_number_first(term: Expression) -> tuple[Fraction, tuple[Expression, ...]]:
    if isinstance(term, Negative):
        first, rest = _number_first(term.argument)
        return -first, rest
    return _number_first(term)


def _number_first(expression: Expression) -> tuple[Fraction, tuple[Expression, ...]]:
    factors = expression.factors if isinstance(expression, Product) else (expression,)
    if isinstance(factors[0], Number):
        return factors[0].value, factors[1:]
    return Fraction(1), factors
