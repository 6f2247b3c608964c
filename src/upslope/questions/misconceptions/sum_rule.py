"""Mistakes with sums and constants."""

from upslope.maths import Expression, derivative
from upslope.questions.variant import Misconception


def constant_survives(changing: Expression, constant: Expression, x: str = "x") -> Misconception:
    """f′ + c for f + c."""
    return Misconception(
        "constant-survives",
        "The constant at the end is still there. It lifts the whole curve without tilting it anywhere, so "
        "its slope is 0 and it disappears.",
        str(derivative(changing, x) + constant),
    )


def constant_becomes_one(changing: Expression, x: str = "x") -> Misconception:
    """f′ + 1 for f + c."""
    return Misconception(
        "constant-becomes-one",
        "The constant at the end turned into 1. It is $x$ that has the slope 1. A constant does not "
        "change at all, and its slope is 0.",
        str(derivative(changing, x) + 1),
    )


def first_term_only(first: Expression, x: str = "x") -> Misconception:
    """f′ for f + g."""
    return Misconception(
        "first-term-only",
        "The first term is done well. The other terms change too: differentiate each of them, and add up.",
        str(derivative(first, x)),
    )


def last_term_untouched(first: Expression, last: Expression, x: str = "x") -> Misconception:
    """f′ + g for f + g."""
    return Misconception(
        "last-term-untouched",
        "The last term is still as it was. Every term of a sum is differentiated on its own, the last one "
        "as well.",
        str(derivative(first, x) + last),
    )
