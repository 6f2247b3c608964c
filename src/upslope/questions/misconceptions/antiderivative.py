"""Mistakes on the way back from a derivative, for c·xⁿ with n not −1."""

from fractions import Fraction

from upslope.maths import Expression, derivative, number, symbol
from upslope.questions.variant import Misconception

Number = int | Fraction


def differentiated_instead(f: Expression, x: str = "x") -> Misconception:
    """f′."""
    return Misconception(
        "differentiated-instead",
        "You differentiated. The question goes the other way: which function has this one as its slope? "
        "Differentiate your answer, and see whether you come back.",
        str(derivative(f, x)),
    )


def not_divided_by_the_exponent(c: Number, n: Number, x: str = "x") -> Misconception:
    """c·xⁿ⁺¹."""
    return Misconception(
        "not-divided-by-the-exponent",
        "The exponent went up by one, as it should. Differentiate your answer: the new exponent comes down "
        "as a factor. Divide by it.",
        str(_power(c, n, x)),
    )


def divided_by_the_old_exponent(c: Number, n: Number, x: str = "x") -> Misconception:
    """c·xⁿ⁺¹/n, for n not 0."""
    return Misconception(
        "divided-by-the-old-exponent",
        "You divided by the exponent as it was. Differentiate your answer: it is the new exponent that "
        "comes down, so divide by that one.",
        str(_power(c, n, x) / number(n)),
    )


def _power(c: Number, n: Number, x: str) -> Expression:
    return number(c) * symbol(x) ** number(n + 1)
