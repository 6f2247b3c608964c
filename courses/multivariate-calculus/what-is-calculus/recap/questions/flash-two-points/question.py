"""The slope of a line through two points, small enough for the head."""

import numpy as np

from upslope.questions import Draw, distinct, number_part
from upslope.questions.misconceptions import slope as slips


def generate(rng: np.random.Generator) -> Draw:
    """Return a run from 2 to 4 and a whole slope from 2 to 5, up or down."""
    run, slope = int(rng.integers(2, 5)), int(rng.choice([-4, -3, -2, 2, 3, 4, 5]))
    x1, y1 = int(rng.integers(0, 5)), int(rng.integers(0, 6))
    rise = slope * run
    mistakes = (slips.rise_only(rise), slips.run_over_rise(rise, run), slips.order_swapped(rise, run))
    part = number_part("slope", slope, label="Slope:", misconceptions=mistakes)
    places = {"x1": x1, "y1": y1, "x2": x1 + run, "y2": y1 + rise}
    return Draw({**places, "run": run, "rise": rise, "slope": slope}, (distinct(part),))
