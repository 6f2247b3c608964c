"""Slope and intercept of the best line through five points with whole numbers."""

from fractions import Fraction

import numpy as np

from upslope.maths import fit_line_worked
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part
from upslope.questions.misconceptions import line_fit

SCENES = (
    "A puppy is told to sit; somebody counts how often it does, week by week.",
    "A goldfish is timed as it learns its way, lap by lap.",
    "A violinist counts her wrong notes after so many weeks.",
    "A boat measures the depth on its way out.",
    "A bus counts its passengers, stop by stop.",
    "A café counts umbrellas left behind, by hours of rain.",
)
ADDED = (
    "From the means you walk back to $x = 0$: the rise on that way is taken off, $c = \\bar y - m\\,\\bar x$."
)
FIRST = "This is the height of the first dot. The best line need not go through any dot."
UNDIVIDED = (
    "That is the sum of the products. Divide it by the sum of the squared distances $(x_i - \\bar x)^2$."
)
MEAN = "This is the mean of $y$. The line has it at the mean of $x$, not at 0: from there walk back."
UNIT = "You divided by the spread of $y$. A slope counts per step in $x$: the spread of $x$ stands below."


def generate(rng: np.random.Generator) -> Draw:
    """Return five neighbouring whole x and y from 0 to 9, so that m and c are whole tenths."""
    first = int(rng.integers(0, 4))
    xs = list(range(first, first + 5))
    xbar = first + 2
    while True:
        ys = [int(n) for n in rng.integers(0, 10, 5)]
        ybar = Fraction(sum(ys), 5)
        sxy = sum((x - xbar) * (y - ybar) for x, y in zip(xs, ys, strict=True))
        if abs(sxy) >= 6 and sum((y - ybar) ** 2 for y in ys) < sxy * sxy:
            break
    m = sxy / 10
    upright = sum((y - ybar) ** 2 for y in ys)
    c = ybar - m * xbar
    slope = number_part(
        "m",
        m,
        label="$m =$",
        misconceptions=(
            line_fit.first_point_to_last(xs, ys),
            line_fit.line_through_the_origin(xs, ys),
            line_fit.regression_of_x_on_y(xs, ys),
            Misconception("not-divided-by-the-squares", UNDIVIDED, str(sxy)),
            Misconception("divided-by-the-spread-of-y", UNIT, str(sxy / upright)),
            line_fit.slope_and_intercept_swapped(c),
        ),
    )
    intercept = number_part(
        "c",
        c,
        label="$c =$",
        misconceptions=(
            line_fit.slope_and_intercept_swapped(m),
            Misconception("walked-the-wrong-way", ADDED, str(ybar + m * xbar)),
            Misconception("mean-for-intercept", MEAN, str(ybar)),
            Misconception("height-of-the-first", FIRST, str(ys[0])),
        ),
        follow_through=FollowThrough(f"{ybar} - ({xbar})*m"),
    )
    values = {f"{name}{k + 1}": column[k] for name, column in (("x", xs), ("y", ys)) for k in range(5)}
    means = {"xbar": xbar, "ybar": ybar, "dx": xs[0] - xbar, "dy": ys[0] - ybar, "sxy": sxy, "sxx": 10}
    worked = fit_line_worked(xs, ys)
    scene = str(rng.choice(SCENES))
    return Draw({**values, **means, "scene": scene, "worked": worked}, (distinct(slope), distinct(intercept)))
