"""Two points of a line: rise over run, with a sign that matters."""

import numpy as np

from upslope.questions import Draw, number_part
from upslope.questions.misconceptions import slope as slips


def generate(rng: np.random.Generator) -> Draw:
    """Return two points of a line with a whole slope, neither flat nor at 45 degrees."""
    slope = int(rng.choice([-5, -4, -3, -2, 2, 3, 4, 5]))
    run = int(rng.integers(2, 6))
    x1, y1 = int(rng.integers(-3, 4)), int(rng.integers(-5, 7))
    rise = slope * run
    mistakes = (slips.run_over_rise(rise, run), slips.order_swapped(rise, run), slips.rise_only(rise))
    part = number_part("slope", slope, label="The slope is", misconceptions=mistakes)
    values = {"x1": x1, "y1": y1, "x2": x1 + run, "y2": y1 + rise, "run": run, "rise": rise, "slope": slope}
    return Draw(values, (part,))
