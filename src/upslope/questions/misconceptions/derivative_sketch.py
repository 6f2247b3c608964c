"""Mistakes in drawing the derivative under the graph of a function f."""

from upslope.maths import Expression, derivative
from upslope.questions.variant import Misconception

CLUES = {
    "sign": "Where the given curve climbs its slope is above the axis; where it falls, below.",
    "zeros": "The slope is zero exactly where the given curve is flat: count those places.",
    "turning points": "The slope is largest or smallest where the given curve is steepest.",
    "direction": "The slope rises where the given curve bends upwards, like a bowl.",
    "asymptotes": "Look at where the given curve becomes steeper without end, or breaks off.",
    "ends": "Look at how steep the given curve is at its two ends.",
    "heights": "Lay a straight edge along the given curve there: how far up for one step to the right?",
}
"""A sentence for each feature of a sketch, for ``sketch_part(clues=…)``."""


def sketch_mistakes(f: Expression, x: str = "x") -> tuple[Misconception, ...]:
    """The function itself, the slope upside down, the slope of the slope."""
    return function_itself(f), slope_upside_down(f, x), slope_of_the_slope(f, x)


def function_itself(f: Expression) -> Misconception:
    """f."""
    return Misconception(
        "function-itself",
        "You drew the given curve once more. Below it belongs how steep it is: where it is flat, however "
        "high up, the slope is zero.",
        str(f),
    )


def slope_upside_down(f: Expression, x: str = "x") -> Misconception:
    """−f′."""
    return Misconception(
        "slope-upside-down",
        "The shape is right, and upside down. Walk along the given curve from left to right: going uphill "
        "the slope is positive, going downhill negative.",
        str(-derivative(f, x)),
    )


def slope_of_the_slope(f: Expression, x: str = "x") -> Misconception:
    """f′′."""
    return Misconception(
        "slope-of-the-slope",
        "You went one step too far: this is how the slope itself changes. Ask only how steep the given "
        "curve is.",
        str(derivative(derivative(f, x), x)),
    )


def slope_shifted(f: Expression, by: float, x: str = "x") -> Misconception:
    """f′ + ``by``."""
    return Misconception(
        "slope-shifted",
        "The shape is right, and it sits too high or too low. Start from the places where the given curve is "
        "flat: there the slope is zero, so there your curve meets the axis.",
        f"({derivative(f, x)}) + ({by})",
    )
