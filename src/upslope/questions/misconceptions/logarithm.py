"""Mistakes with the logarithm of ``inside``, written g below."""

from upslope.maths import Expression, derivative, number, parse
from upslope.questions.variant import Misconception


def slope_of_the_inside_forgotten(inside: Expression) -> Misconception:
    """1/g."""
    return Misconception(
        "slope-of-the-inside-forgotten",
        "One over the inside is the slope of the logarithm, and that is right. The inside changes too: its "
        "derivative goes on top.",
        str(number(1) / inside),
    )


def reciprocal_of_the_logarithm(inside: Expression) -> Misconception:
    """1/ln(g)."""
    return Misconception(
        "reciprocal-of-the-logarithm",
        "You put one over the logarithm. The slope of $\\ln x$ is $1/x$: one over what stands inside, and "
        "the logarithm itself is gone.",
        str(number(1) / _ln(inside)),
    )


def logarithm_of_the_slope(inside: Expression, x: str = "x") -> Misconception:
    """ln(g′)."""
    return Misconception(
        "logarithm-of-the-slope",
        "You differentiated the inside and left the logarithm around it. The slope of the logarithm is one "
        "over the inside; the derivative of the inside multiplies that.",
        str(_ln(derivative(inside, x))),
    )


def _ln(inside: Expression) -> Expression:
    return parse("ln(x)").substitute({"x": inside})
