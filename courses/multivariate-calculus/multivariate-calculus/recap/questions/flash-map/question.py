"""The steepness between two contour lines."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

OVER = "Upside down. Lines that crowd together mean steep ground: the way between them belongs underneath."
RISE = "That is the rise. Divide it by the way you walk for it."


def generate(rng: np.random.Generator) -> Draw:
    """Return a rise of 5, 10, 20 or 50 metres over 2, 4, 5 or 10 times as many."""
    rise, times = int(rng.choice([5, 10, 20, 50])), int(rng.choice([2, 4, 5, 10]))
    mistakes = (Misconception("run-over-rise", OVER, str(times)), Misconception("rise-only", RISE, str(rise)))
    part = number_part("steepness", Fraction(1, times), label="Steepness:", misconceptions=mistakes)
    values = {"rise": rise, "run": rise * times, "slope": f"{1 / times:g}"}
    return Draw(values, (distinct(part),))
