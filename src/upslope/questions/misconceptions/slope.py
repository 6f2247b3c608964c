"""Mistakes with the slope between two points (x₁, y₁) and (x₂, y₂).

All numbers are whole numbers or fractions.
"""

from fractions import Fraction

from upslope.questions.variant import Misconception

Number = int | Fraction


def run_over_rise(rise: Number, run: Number) -> Misconception:
    """run/rise, for a rise that is not 0."""
    return Misconception(
        "run-over-rise",
        "You divided the run by the rise. The slope says how much you climb for one step to the right, so "
        "the run goes below.",
        str(Fraction(run) / rise),
    )


def rise_only(rise: Number) -> Misconception:
    """The rise, never divided."""
    return Misconception(
        "rise-only",
        "This is the rise, the whole climb from one point to the other. Divide it by the run to get the "
        "climb for one step.",
        str(rise),
    )


def run_only(run: Number) -> Misconception:
    """The run alone."""
    return Misconception(
        "run-only",
        "This is the run, the way to the right. The slope compares it with the climb: rise divided by run.",
        str(run),
    )


def order_swapped(rise: Number, run: Number) -> Misconception:
    """−rise/run: one difference taken backwards."""
    return Misconception(
        "order-swapped",
        "The size is right, the sign is not. Take both differences in the same order: second point minus "
        "first, above and below. A line that climbs to the right has a slope above zero.",
        str(-Fraction(rise) / run),
    )


def height_for_slope(height: Number) -> Misconception:
    """The value of the function instead of its slope."""
    return Misconception(
        "height-for-slope",
        "This is how high the curve is there. The slope is how fast its height changes as you step to the "
        "right.",
        str(height),
    )


def slope_from_the_origin(x: Number, y: Number) -> Misconception:
    """y/x at one point, for x not 0."""
    return Misconception(
        "slope-from-the-origin",
        "You divided the height by how far right the point lies. That is the slope of a line from the "
        "origin. Use the differences between the two points.",
        str(Fraction(y) / x),
    )
