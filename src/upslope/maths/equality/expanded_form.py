"""The form "expanded": every bracket multiplied out, like terms together."""

from collections.abc import Iterator
from itertools import combinations

from upslope.maths.equality.form_check import FormCheck, not_yet, shown
from upslope.maths.expressions.expression import (
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    number,
    product_of,
)
from upslope.maths.simplification.rational_polynomial import Monomial, polynomial
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidy


def expanded(expression: Expression) -> FormCheck:
    """Return what is left to multiply out or to collect; insides of functions and exponents do not count."""
    terms = expression.terms if isinstance(expression, Sum) else (expression,)
    bare = [term.argument if isinstance(term, Negative) else term for term in terms]
    for inside in bare:
        if isinstance(inside, Sum):
            return not_yet(
                f"The brackets around {shown(inside)} can go.",
                "Leave them out; after a minus sign, change the sign of each term inside.",
            )
    problems = (problem for term in bare for problem in _left_to_expand(term))
    done = FormCheck(True, "All brackets are multiplied out, and like terms are together.")
    return next(problems, None) or like_terms(terms) or done


def _left_to_expand(term: Expression) -> Iterator[FormCheck]:
    """What is left to do within a term, from the outside in."""
    match term:
        case Product(factors=factors):
            yield from _left_in_product(term, factors)
        case Quotient(numerator=above, denominator=below) if _is_sum(above) and not _is_sum(below):
            yield not_yet(
                f"{shown(term)} can be split into a fraction for each term.",
                f"Divide each term of {shown(above)} by {shown(below)}.",
            )
        case Power(base=Sum(), exponent=exponent) if is_whole(exponent) and tidy(exponent) != number(-1):
            yield not_yet(
                f"The power {shown(term)} can be multiplied out.",
                "Write the bracket as often as the exponent says, and multiply.",
            )
        case Power(base=Product() | Quotient() | Negative() | Power(), exponent=exponent) if is_whole(
            exponent
        ):
            yield not_yet(
                f"The brackets in {shown(term)} can go.", "Give the exponent to each factor inside."
            )
        case _ if not isinstance(term, Negative | Quotient):
            return
    for child in term.children:
        yield from _left_to_expand(child)


def _left_in_product(term: Expression, factors: tuple[Expression, ...]) -> Iterator[FormCheck]:
    if any(_is_sum(factor) for factor in factors):
        yield not_yet(
            f"The brackets in {shown(term)} can be multiplied out.",
            "Multiply each term in the brackets by what stands beside them.",
        )
    bases = [factor.base if isinstance(factor, Power) else factor for factor in factors]
    for one, other in combinations(range(len(factors)), 2):
        numbers = not factors[one].variables and isinstance(factors[one], Number)
        if bases[one] == bases[other] or (numbers and isinstance(factors[other], Number)):
            pair = product_of((factors[one], factors[other]))
            yield not_yet(f"{shown(pair)} can be multiplied together.", f"Write {shown(tidy(pair))} for it.")


def _is_sum(expression: Expression) -> bool:
    inside = expression.argument if isinstance(expression, Negative) else expression
    return isinstance(inside, Sum)


def is_whole(exponent: Expression) -> bool:
    """Whether an exponent is a whole number, with either sign."""
    value = rational_value(tidy(exponent))
    return value is not None and value.denominator == 1


def like_terms(terms: tuple[Expression, ...]) -> FormCheck | None:
    """Return the first two terms that differ by a number alone; a term that is 0 counts too."""
    seen: dict[frozenset[Monomial], Expression] = {}
    for term in terms:
        found = polynomial(term)
        if found is None:
            continue
        if not found and len(terms) > 1:
            return not_yet(f"The term {shown(term)} is 0.", "Leave it out.")
        if frozenset(found) in seen:
            one = seen[frozenset(found)]
            return not_yet(
                f"{shown(one)} and {shown(term)} are like terms.",
                f"Together they are {shown(tidy(one + term))}.",
            )
        seen[frozenset(found)] = term
    return None
