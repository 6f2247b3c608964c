"""The slope of a hillside in a direction that is given with a length of 5 or 13."""

import math

import numpy as np

from upslope.maths import directional_derivative, parse, tidy
from upslope.questions import Draw, Misconception, distinct, number_part
from upslope.questions.misconceptions import gradient

STEEPEST = (
    "That is the steepest slope, straight up along the arrow. You walk off at an angle, so it is less steep: "
    "multiply the row by your own direction."
)
ACROSS = (
    "Each slope has met the other part of the direction. The slope along $x$ goes with the part along $x$."
)
DIRECTIONS = ((3, 4), (4, 3), (5, 12), (12, 5))


def generate(rng: np.random.Generator) -> Draw:
    """Return a x² + b x y, a place and a direction of whole length, whose slopes are different and not 0."""
    a, b, x, y = (int(n) for n in rng.integers(1, 4, 4))
    u, v = (int(n) for n in DIRECTIONS[int(rng.integers(4))])
    u, v = (u, -v) if rng.integers(2) else (u, v)
    f = tidy(parse(f"{a}x^2 + {b}x y", ("x", "y")))
    slopes, length = (2 * a * x + b * y, b * x), math.isqrt(u * u + v * v)
    worked = directional_derivative(f, ("x", "y"), (u, v), {"x": x, "y": y})
    mistakes = (
        gradient.direction_not_made_one(slopes, (u, v)),
        Misconception("steepest-slope-for-any", STEEPEST, f"sqrt({slopes[0] ** 2 + slopes[1] ** 2})"),
        Misconception("parts-crossed", ACROSS, f"{slopes[0] * v + slopes[1] * u}/{length}"),
    )
    part = number_part(
        "slope", worked.result, label="The slope that way:", decimals=3, misconceptions=mistakes
    )
    words = {"east": f"{u} to the east", "north": f"{abs(v)} to the {'north' if v > 0 else 'south'}"}
    numbers = {"x": x, "y": y, "u": u, "v": v, "length": length}
    row = {"east_slope": slopes[0], "north_slope": slopes[1]}
    return Draw({"f": f, "worked": worked, **words, **numbers, **row}, (distinct(part),))
