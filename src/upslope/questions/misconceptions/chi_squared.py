"""Mistakes with χ² = Σ r²/σ², and with the slope of one of its terms by a parameter of the model.

A residual r is the measured value ``y`` minus the model's; in formulas both may be letters.
"""

from collections.abc import Sequence
from fractions import Fraction

from upslope.maths import Expression, derivative, number, parse, tidy
from upslope.questions.variant import Misconception

Number = int | float | Fraction | Expression


def residual_sign_turned(model: Expression, parameter: str, y: Number, sigma: Number) -> Misconception:
    """2·r/σ²·∂f/∂a."""
    return Misconception(
        "residual-sign-turned",
        "The size is right, the sign is not. The model is subtracted in the residual, so its derivative "
        "brings a minus.",
        str(2 * (number(y) - model) / number(sigma) ** 2 * derivative(model, parameter)),
    )


def model_slope_forgotten(model: Expression, y: Number, sigma: Number) -> Misconception:
    """−2·r/σ²."""
    return Misconception(
        "model-slope-forgotten",
        "You differentiated the square. Inside stands the model, which changes with the parameter at a "
        "rate of its own: multiply by that.",
        str(-2 * (number(y) - model) / number(sigma) ** 2),
    )


def two_forgotten(model: Expression, parameter: str, y: Number, sigma: Number) -> Misconception:
    """−r/σ²·∂f/∂a."""
    return Misconception(
        "two-forgotten",
        "The square brings down a 2, and it is missing. Everything else is right.",
        str(-(number(y) - model) / number(sigma) ** 2 * derivative(model, parameter)),
    )


def error_bar_not_squared(residuals: Sequence[Number], sigma: Number) -> Misconception:
    """Σ r²/σ."""
    return Misconception(
        "error-bar-not-squared",
        "You squared the residuals and left $\\sigma$ as it was. Divide first, then square: each residual "
        "counts how many error bars it is long.",
        str(tidy(_squares(residuals) / number(sigma))),
    )


def error_bar_left_out(residuals: Sequence[Number]) -> Misconception:
    """Σ r²."""
    return Misconception(
        "error-bar-left-out",
        "This is the sum of squared residuals. A miss matters less where the measurement is rough: divide "
        "each residual by its $\\sigma$ before you square.",
        str(tidy(_squares(residuals))),
    )


def residuals_not_squared(residuals: Sequence[Number], sigma: Number) -> Misconception:
    """Σ |r|/σ."""
    sizes = (parse("abs(x)").substitute({"x": number(r)}) for r in residuals)
    return Misconception(
        "residuals-not-squared",
        "You added the lengths of the residuals. In $\\chi^2$ each is squared, so that one large miss "
        "weighs more than several small ones.",
        str(tidy(sum(sizes, number(0)) / number(sigma))),
    )


def residuals_cancel(residuals: Sequence[Number], sigma: Number) -> Misconception:
    """Σ r/σ."""
    return Misconception(
        "residuals-cancel",
        "You added the residuals with their signs, so points above and below cancel. A bad line could come "
        "out perfect. Square each one first.",
        str(tidy(sum((number(r) for r in residuals), number(0)) / number(sigma))),
    )


def divided_by_the_count_twice(residuals: Sequence[Number]) -> Misconception:
    """Σ r²/N², for the mean of the squares."""
    return Misconception(
        "divided-by-the-count-twice",
        "You divided by the number of points twice. A mean divides once: with four misses of 1 the mean of "
        "the squares is 1.",
        str(tidy(_squares(residuals) / number(len(residuals) ** 2))),
    )


def _squares(residuals: Sequence[Number]) -> Expression:
    return sum((number(r) * number(r) for r in residuals), number(0))
