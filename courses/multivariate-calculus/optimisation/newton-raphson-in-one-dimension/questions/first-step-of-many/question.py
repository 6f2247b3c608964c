"""Height, slope and the first landing of a search, each piece marked by the pieces before it."""

import numpy as np

from upslope.maths import derivative, evaluate, newton_raphson_worked, number, parse, tidy
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part
from upslope.questions.misconceptions import newton_raphson, slope

THINGS = ("bridge", "tide", "fever", "spring", "rumour", "sourdough")
CONSTANT_LOST = (
    "The constant at the end is missing. It has no part in the slope, but the height counts from the axis, "
    "and the constant lifts or lowers the whole curve."
)
ODD = (
    "An odd power of a negative number is negative. Put the number in with brackets round it, and look at "
    "every sign."
)
CONSTANT_KEPT = (
    "The constant is still in your slope. A constant lifts the whole curve and makes it no steeper, so it "
    "has no part in the slope."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return x⁵ − a x³ + b x + c and a start of 1, 2 or −1, with a height and a slope that are not 0."""
    start = int(rng.choice([-1, 1, 2]))
    steep = 0
    while not 2 <= abs(steep) <= 40:
        a, b = (int(n) for n in rng.integers(1, 10, 2))
        steep = 5 * start**4 - 3 * a * start**2 + b
    height = int(rng.choice([n for n in range(-9, 10) if n not in (0, steep, -steep)]))
    c = height - (start**5 - a * start**3 + b * start)
    f = tidy(parse(f"x^5 - {a}x^3 + {b}x + ({c})"))
    right = number(start) - number(height) / number(steep)
    mistakes = (
        newton_raphson.step_added(f, start),
        newton_raphson.ratio_turned_over(f, start),
        newton_raphson.slope_left_out(f, start),
        newton_raphson.step_for_the_point(f, start),
    )
    kept = Misconception("constant-kept-in-the-slope", CONSTANT_KEPT, str(steep + c))
    high: tuple[Misconception, ...] = (Misconception("constant-lost", CONSTANT_LOST, str(height - c)),)
    if start < 0:
        high += (Misconception("sign-lost-in-an-odd-power", ODD, str(2 * c - height)),)
    parts = (
        distinct(number_part("height", height, label=f"$f({start}) =$", misconceptions=high)),
        distinct(
            number_part(
                "steep",
                steep,
                label=f"$f'({start}) =$",
                misconceptions=(slope.height_for_slope(height), kept),
            )
        ),
        distinct(
            number_part(
                "first",
                right,
                label="$x_1 =$",
                decimals=3,
                misconceptions=mistakes,
                follow_through=FollowThrough(f"{start} - height/steep"),
            )
        ),
    )
    values = {"f": f, "start": start, "slope": derivative(f), "height": int(evaluate(f, {"x": start}))}
    worked = newton_raphson_worked(f, start, steps=1)
    return Draw({**values, "thing": str(rng.choice(THINGS)), "worked": worked}, parts)
