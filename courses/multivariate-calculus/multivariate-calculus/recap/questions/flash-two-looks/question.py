"""A finite difference over a tenth or two."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

RISE = "That is how much it changed. Divide by how far apart the two places are: they are closer than 1."
TIMES = "You multiplied by the step. Over a small step a small change is a large slope: divide."


def generate(rng: np.random.Generator) -> Draw:
    """Return two values a tenth or a fifth apart, with a whole slope from 2 to 6, up or down."""
    step = Fraction(int(rng.integers(1, 3)), 10)
    slope = int(rng.integers(2, 7)) * int(rng.choice([-1, 1]))
    x, y = int(rng.integers(1, 8)), int(rng.integers(2, 10))
    rise = slope * step
    mistakes = (
        Misconception("difference-not-divided", RISE, str(rise)),
        Misconception("multiplied-by-the-step", TIMES, str(rise * step)),
    )
    part = number_part("slope", slope, label="Slope:", misconceptions=mistakes)
    values = {"x1": x, "y1": y, "x2": x + step, "y2": y + rise, "rise": rise, "step": step, "slope": slope}
    return Draw({name: f"{float(value):g}" for name, value in values.items()}, (distinct(part),))
