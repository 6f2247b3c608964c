"""Mistakes with a quotient u/v."""

from upslope.maths import Expression, derivative
from upslope.questions.variant import Misconception


def quotient_of_derivatives(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """u′/v′."""
    return Misconception(
        "quotient-of-derivatives",
        "You divided one derivative by the other. A quotient is a product in disguise, and in a product "
        "the factors take turns to change.",
        str(derivative(u, x) / derivative(v, x)),
    )


def turns_swapped(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """(u·v′ − u′·v)/v²."""
    return Misconception(
        "quotient-turns-swapped",
        "Both terms are there with their signs the wrong way round. When the top grows, the quotient "
        "grows, so the term with the top's derivative carries the plus.",
        str((u * derivative(v, x) - derivative(u, x) * v) / v**2),
    )


def minus_lost(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """(u′·v + u·v′)/v²."""
    return Misconception(
        "quotient-minus-lost",
        "Both terms are there, and a minus got lost. When the bottom grows, the quotient shrinks, so the "
        "term with the bottom's derivative carries a minus.",
        str((derivative(u, x) * v + u * derivative(v, x)) / v**2),
    )


def bottom_not_squared(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """(u′·v − u·v′)/v."""
    return Misconception(
        "quotient-bottom-not-squared",
        "The top of your fraction is right. The bottom has to be squared: dividing by something that "
        "itself changes costs one more division by it.",
        str((derivative(u, x) * v - u * derivative(v, x)) / v),
    )


def top_only(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """u′/v."""
    return Misconception(
        "quotient-top-only",
        "You let the top change and held the bottom still. The bottom changes as well: give it its turn.",
        str(derivative(u, x) / v),
    )
