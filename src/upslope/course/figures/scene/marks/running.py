"""Functions of one letter inside marks: their slope, and a running letter that no name can clash with."""

from upslope.course.figures.scene.calls import PLACEHOLDER
from upslope.course.figures.scene.functions import Function
from upslope.course.figures.scene.marks.mark import Mark
from upslope.maths import Expression, MathsError, symbol

RUNNING = PLACEHOLDER
"""The letter that runs along a curve which the mark itself makes."""


def read_function(mark: Mark, key: str = "of") -> Function:
    """Return the formula under a key as a function of the mark's ``variable``. Raises ContentError."""
    inside, inner = mark.running(mark.table.text("variable", "x"))
    return Function(inner, inside.formula(key))


def slope_of(function: Function, mark: Mark) -> Function:
    """Return the derivative. Raises ContentError for a formula that is too large."""
    try:
        return function.derivative(function.parameters[0])
    except MathsError as error:
        raise mark.table.complain(
            f"In {mark.table.what}, the slope cannot be worked out: {error.message}", error.remedy
        ) from None


def straight(place: Expression, height: Expression, slope: Expression) -> tuple[Expression, Expression]:
    """Return the running point of the straight line through a place, with a slope."""
    return symbol(RUNNING), height + slope * (symbol(RUNNING) - place)
