"""Mistakes with one step of Newton and Raphson from ``at``: x − f(x)/f′(x)."""

from fractions import Fraction

from upslope.maths import Expression, derivative, symbol
from upslope.questions.variant import Misconception

Number = int | float | Fraction | Expression


def ratio_turned_over(f: Expression, at: Number, x: str = "x") -> Misconception:
    """x − f′/f."""
    return Misconception(
        "ratio-turned-over",
        "You divided the slope by the height. The tangent comes down a height at so much per step: height "
        "over slope is how far it has to go.",
        _at(symbol(x) - derivative(f, x) / f, at, x),
    )


def step_added(f: Expression, at: Number, x: str = "x") -> Misconception:
    """x + f/f′."""
    return Misconception(
        "newton-step-added",
        "The step has the right length and goes the wrong way. Above the axis on a climbing curve the root "
        "lies to the left: subtract.",
        _at(symbol(x) + f / derivative(f, x), at, x),
    )


def second_derivative_used(f: Expression, at: Number, x: str = "x") -> Misconception:
    """x − f′/f″."""
    slope = derivative(f, x)
    return Misconception(
        "second-derivative-used",
        "This step looks for a place where the slope is 0, the bottom of a valley. To find a root, follow "
        "the tangent of the function itself: its height over its slope.",
        _at(symbol(x) - slope / derivative(slope, x), at, x),
    )


def slope_left_out(f: Expression, at: Number, x: str = "x") -> Misconception:
    """x − f."""
    return Misconception(
        "newton-slope-left-out",
        "You stepped back by the height. How far to go depends on how steep the tangent is: divide the "
        "height by the slope.",
        _at(symbol(x) - f, at, x),
    )


def step_for_the_point(f: Expression, at: Number, x: str = "x") -> Misconception:
    """f/f′."""
    return Misconception(
        "step-for-the-point",
        "This is the length of the step. The question asks where it leads: subtract it from the point you "
        "stand at.",
        _at(f / derivative(f, x), at, x),
    )


def _at(formula: Expression, at: Number, x: str) -> str:
    return str(formula.substitute({x: at}))
