"""No fraction below a fraction line: 1/(x²/9 + 1) as 9/(x² + 9)."""

from fractions import Fraction

from upslope.maths.expressions.expression import (
    Expression,
    Power,
    Product,
    Quotient,
    Sum,
    number,
    product_of,
)
from upslope.maths.simplification.common_factor import common_factor
from upslope.maths.simplification.term_sums import terms_of
from upslope.maths.simplification.terms import rational_value


def without_inner_fractions(expression: Expression) -> Expression:
    """Return a tidy tree with the brackets below fraction lines multiplied by their denominators.

    What comes back has still to be tidied. Letters never stand below two lines in a tidy tree; numbers may,
    because decimals are better left alone: 1/(0.3x + 1) is no 10/(3x + 10).
    """
    node = expression.rebuild(tuple(without_inner_fractions(child) for child in expression.children))
    if not isinstance(node, Quotient):
        return node
    below = node.denominator.factors if isinstance(node.denominator, Product) else (node.denominator,)
    scales = [_scale(factor) for factor in below]
    if all(scale == 1 for scale in scales):
        return node
    above = product_of((*map(number, scales), node.numerator))
    return Quotient(above, product_of(tuple(map(_scaled, below))))


def _scale(factor: Expression) -> int:
    """What a factor below the line has to be multiplied by to be free of fractions."""
    if isinstance(factor, Power) and isinstance(factor.base, Sum):
        power = rational_value(factor.exponent) or Fraction(0)
        return _scale(factor.base) ** int(power) if power.denominator == 1 else 1
    return common_factor(terms_of(factor)).coefficient.denominator if isinstance(factor, Sum) else 1


def _scaled(factor: Expression) -> Expression:
    """The factor multiplied by its scale."""
    if isinstance(factor, Power):
        return Power(_scaled(factor.base), factor.exponent) if _scale(factor) > 1 else factor
    if not isinstance(factor, Sum):
        return factor
    scale = number(_scale(factor))
    return Sum(tuple(Product((scale, term)) for term in factor.terms))
