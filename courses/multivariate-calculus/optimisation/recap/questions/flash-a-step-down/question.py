"""A step of gradient descent with one dial."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

UP = "That way the ground climbs. Go against the slope: subtract."
WHOLE = "You stepped the whole slope. The step size says which share of it to go."


def generate(rng: np.random.Generator) -> Draw:
    """Return a place from 3 to 9, a slope from 2 to 9 up or down, and a tenth, a fifth or a half."""
    x, slope = int(rng.integers(3, 10)), int(rng.integers(2, 10)) * int(rng.choice([-1, 1]))
    size = Fraction(1, int(rng.choice([2, 5, 10])))
    mistakes = (
        Misconception("walked-uphill", UP, str(x + size * slope)),
        Misconception("step-size-forgotten", WHOLE, str(x - slope)),
    )
    landed = x - size * slope
    part = number_part("landed", landed, label="At $x =$", misconceptions=mistakes)
    shown = f"({slope})" if slope < 0 else str(slope)
    values = {
        "x": x,
        "slope": slope,
        "size": f"{float(size):g}",
        "shown": shown,
        "next": f"{float(landed):g}",
    }
    return Draw(values, (distinct(part),))
