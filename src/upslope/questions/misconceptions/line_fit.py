"""Mistakes with the line m·x + c that fits points best. Coordinates are whole numbers or fractions."""

from collections.abc import Sequence
from fractions import Fraction

from upslope.questions.variant import Misconception

Number = int | Fraction


def slope_and_intercept_swapped(other: Number) -> Misconception:
    """c where m is asked, or m where c is."""
    return Misconception(
        "slope-and-intercept-swapped",
        "You have the right line and gave its other number. The slope is how much $y$ grows for one step in "
        "$x$; the intercept is where the line crosses $x = 0$.",
        str(other),
    )


def regression_of_x_on_y(xs: Sequence[Number], ys: Sequence[Number]) -> Misconception:
    """m = S_yy/S_xy, for S_xy not 0: the line that makes the sideways misses small."""
    return Misconception(
        "regression-of-x-on-y",
        "This line makes the misses to the side small, as if $y$ were known and $x$ measured. Residuals "
        "are vertical: divide by the spread of the $x$ values.",
        str(_spread(ys, ys) / _spread(xs, ys)),
    )


def line_through_the_origin(xs: Sequence[Number], ys: Sequence[Number]) -> Misconception:
    """m = Σ x·y/Σ x²."""
    products, squares = (
        sum((Fraction(x) * y for x, y in zip(xs, other, strict=True)), Fraction(0)) for other in (ys, xs)
    )
    return Misconception(
        "line-through-the-origin",
        "This is the best line among those through the origin. Yours may cross the axis anywhere: measure "
        "$x$ and $y$ from their means first.",
        str(products / squares),
    )


def first_point_to_last(xs: Sequence[Number], ys: Sequence[Number]) -> Misconception:
    """m = (y_N − y₁)/(x_N − x₁)."""
    return Misconception(
        "first-point-to-last",
        "You drew the line from the first point to the last. The points between have a say as well: the "
        "best line makes all squared misses small together.",
        str((Fraction(ys[-1]) - ys[0]) / (Fraction(xs[-1]) - xs[0])),
    )


def _spread(us: Sequence[Number], vs: Sequence[Number]) -> Fraction:
    """Σ (u − ū)(v − v̄)."""
    u_mean, v_mean = (Fraction(sum(values)) / len(values) for values in (us, vs))
    return sum(((u - u_mean) * (v - v_mean) for u, v in zip(us, vs, strict=True)), Fraction(0))
