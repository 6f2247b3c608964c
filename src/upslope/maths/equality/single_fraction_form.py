"""The form "single fraction": one fraction line at most, and nothing to cancel."""

from collections.abc import Iterator
from math import gcd

from upslope.maths.equality.form_check import FormCheck, not_yet, shown
from upslope.maths.expressions.expression import (
    Call,
    E,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    number,
    product_of,
    walk,
)
from upslope.maths.simplification.rational_factor import common_factor
from upslope.maths.simplification.rational_polynomial import (
    Polynomial,
    common_letters,
    content,
    has_divisors,
    polynomial,
)
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidy


def single_fraction(expression: Expression) -> FormCheck:
    """Return where there is a second fraction, a negative power, or something to cancel."""
    factors = _factors(expression)
    fractions = [factor for factor in factors if isinstance(factor, Quotient)]
    if len(fractions) > 1:
        return not_yet("Here are several fractions side by side.", "Multiply them into one.")
    below = fractions[0].denominator if fractions else number(1)
    above = [factor.numerator if isinstance(factor, Quotient) else factor for factor in factors]
    done = FormCheck(True, "There is one fraction line at most, and nothing to cancel.")
    problems = (problem for part in (*above, below) for problem in _fractions_within(part, bool(fractions)))
    return (
        next(problems, None) or (_to_cancel(product_of(tuple(above)), below) if fractions else None) or done
    )


def _factors(expression: Expression) -> tuple[Expression, ...]:
    inside = expression.argument if isinstance(expression, Negative) else expression
    return inside.factors if isinstance(inside, Product) else (inside,)


def _fractions_within(part: Expression, in_fraction: bool) -> Iterator[FormCheck]:
    for node in _outside_functions(part):
        if isinstance(node, Power) and node.base != E and (rational_value(tidy(node.exponent)) or 0) < 0:
            yield not_yet(f"{shown(node)} is a fraction too.", f"Write it as {shown(tidy(node))}.")
        if isinstance(node, Quotient) and in_fraction:
            yield not_yet(
                f"The fraction {shown(node)} stands inside another one.",
                f"Multiply top and bottom by {shown(node.denominator)}.",
            )
        elif isinstance(node, Quotient):
            yield not_yet(
                f"The fraction {shown(node)} is only a part of this.",
                f"Write everything above one line, over {shown(node.denominator)} or a multiple of it.",
            )


def _outside_functions(expression: Expression) -> Iterator[Expression]:
    """Every node that stands neither in a function's argument nor in an exponent."""
    yield expression
    match expression:
        case Call():
            return
        case Power(base=base):
            yield from _outside_functions(base)
        case _:
            for child in expression.children:
                yield from _outside_functions(child)


def _to_cancel(above: Expression, below: Expression) -> FormCheck | None:
    top, bottom = polynomial(above), polynomial(below)
    if below == number(1):
        return not_yet("Dividing by 1 changes nothing.", "Leave the fraction line out.")
    if not top or not bottom or has_divisors(top) or has_divisors(bottom):
        return None
    decimals = any(isinstance(node, Number) and node.places for node in walk(above / below))
    plain = (None if decimals else _shared_number(top, bottom)) or _shared_letters(top, bottom)
    shared = plain or common_factor(top, bottom)
    if isinstance(shared, Expression):
        return not_yet(f"{shown(shared)} divides top and bottom.", "Cancel it.")
    if shared:
        return not_yet("Top and bottom have a factor in common.", "Factor both, and cancel it.")
    return None


def _shared_number(top: Polynomial, bottom: Polynomial) -> Expression | None:
    divisor = gcd(content(top), content(bottom))
    return number(divisor) if divisor > 1 else None


def _shared_letters(top: Polynomial, bottom: Polynomial) -> Expression | None:
    above, below = common_letters(top), common_letters(bottom)
    powers = [letter ** min(above[letter], below[letter]) for letter in above if letter in below]
    return tidy(product_of(tuple(powers))) if powers else None
