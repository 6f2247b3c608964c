"""The form "factored": a product in which nothing can be taken out or taken apart any more."""

from collections.abc import Iterator

from upslope.maths.equality.expanded_form import is_whole, like_terms
from upslope.maths.equality.form_check import FormCheck, not_yet, shown
from upslope.maths.expressions.expression import (
    Expression,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    number,
    product_of,
)
from upslope.maths.simplification.rational_factor import proper_factor
from upslope.maths.simplification.rational_polynomial import (
    Polynomial,
    common_letters,
    content,
    divided,
    has_divisors,
    letters,
    polynomial,
)
from upslope.maths.simplification.tidy import tidy


def factored(expression: Expression) -> FormCheck:
    """Return what can still be taken out of a factor, or how one can be taken apart over the fractions."""
    sums = [factor for factor in _factors(expression) if isinstance(factor, Sum)]
    problems = (problem for factor in sums if (problem := _left_to_factor(factor)))
    done = FormCheck(True, "I see nothing more that can be taken out.")
    return next(problems, done)


def _factors(expression: Expression) -> Iterator[Expression]:
    """What is multiplied, divided by or raised to a whole power."""
    match expression:
        case Product() | Quotient() | Negative():
            for child in expression.children:
                yield from _factors(child)
        case Power(base=base, exponent=exponent) if is_whole(exponent):
            yield from _factors(base)
        case _:
            yield expression


def _left_to_factor(factor: Sum) -> FormCheck | None:
    found = polynomial(factor)
    like = like_terms(factor.terms)
    if like or found is None or not letters(found):
        return like
    number_out, letters_out = content(found), common_letters(found)
    if number_out > 1 or letters_out:
        powers = (letter**power for letter, power in letters_out.items())
        out = tidy(product_of((number(number_out), *powers)))
        rest = divided(found, number_out, letters_out)
        return not_yet(
            f"{shown(out)} can be taken out of {shown(factor)}.",
            f"What is left in the brackets is {shown(rest)}.",
        )
    return None if has_divisors(found) else _taken_apart(factor, found)


def _taken_apart(factor: Expression, found: Polynomial) -> FormCheck | None:
    part = proper_factor(found)
    if isinstance(part, Expression):
        return not_yet(
            f"{shown(factor)} can be taken apart.", f"{shown(part)} divides it: find the other factor."
        )
    if part:
        return not_yet(f"{shown(factor)} can be taken apart.", "Look for two brackets that make it up.")
    return None
