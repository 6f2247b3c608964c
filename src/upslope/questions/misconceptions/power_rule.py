"""Mistakes with the power rule, for c·xⁿ with n not 0."""

from fractions import Fraction

from upslope.maths import Expression, number, symbol
from upslope.questions.variant import Misconception

Number = int | Fraction


def exponent_not_lowered(c: Number, n: Number, x: str = "x") -> Misconception:
    """c·n·xⁿ."""
    return Misconception(
        "exponent-not-lowered",
        "The exponent came to the front, and it stayed up there as well. Once it has come down, the new "
        "exponent is one less.",
        str(_term(c * n, n, x)),
    )


def exponent_not_brought_down(c: Number, n: Number, x: str = "x") -> Misconception:
    """c·xⁿ⁻¹."""
    return Misconception(
        "exponent-not-brought-down",
        "The new exponent is right. The old one also has to come to the front as a factor: the steeper "
        "the power, the larger its slope.",
        str(_term(c, n - 1, x)),
    )


def exponent_raised(c: Number, n: Number, x: str = "x") -> Misconception:
    """c·xⁿ⁺¹/(n+1), for n not −1."""
    return Misconception(
        "exponent-raised",
        "You raised the exponent and divided by it. That finds a function whose derivative is this one. "
        "To differentiate, multiply by the exponent and lower it.",
        str(_term(Fraction(c) / (n + 1), n + 1, x)),
    )


def exponent_moved_towards_zero(c: Number, n: Number, x: str = "x") -> Misconception:
    """c·n·xⁿ⁺¹, tempting when n is negative."""
    return Misconception(
        "exponent-moved-towards-zero",
        "The exponent came to the front as it should. Up there it went the wrong way: one less than a "
        "negative number lies further below zero.",
        str(_term(c * n, n + 1, x)),
    )


def coefficient_dropped(c: Number, n: Number, x: str = "x") -> Misconception:
    """n·xⁿ⁻¹, for c not 1."""
    return Misconception(
        "coefficient-dropped",
        "The power is differentiated well, and the number in front of it got lost. A constant factor "
        "stretches the curve and every slope with it, so it stays.",
        str(_term(n, n - 1, x)),
    )


def _term(c: Number, n: Number, x: str) -> Expression:
    return number(c) * symbol(x) ** number(n)
