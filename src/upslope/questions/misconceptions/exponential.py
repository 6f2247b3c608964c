"""Mistakes with e to the power of ``exponent``, written g below."""

from upslope.maths import Expression, derivative, number, parse
from upslope.questions.variant import Misconception


def power_rule_on_exponential(exponent: Expression) -> Misconception:
    """g·e^(g − 1)."""
    return Misconception(
        "power-rule-on-exponential",
        "The power rule is for a variable raised to a fixed power. Here the base is fixed and the power "
        "varies, and $e$ to such a power keeps its form.",
        str(exponent * _e(exponent - number(1))),
    )


def rate_forgotten(exponent: Expression) -> Misconception:
    """e^g."""
    return Misconception(
        "rate-forgotten",
        "$e^x$ is its own slope. This exponent is more than a plain $x$ and changes at a rate of its own: "
        "that rate is a factor.",
        str(_e(exponent)),
    )


def exponential_lost(exponent: Expression, x: str = "x") -> Misconception:
    """g′."""
    return Misconception(
        "exponential-lost",
        "This is the slope of the exponent. The exponential is still there after differentiating: the "
        "slope of the exponent multiplies it.",
        str(derivative(exponent, x)),
    )


def _e(exponent: Expression) -> Expression:
    return parse("e") ** exponent
