"""The number of entries of a Hessian."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

TWICE = "Not two for each dial: every slope may change with *every* dial."


def generate(rng: np.random.Generator) -> Draw:
    """Return a round number of dials, from 3 to 200."""
    n = int(rng.choice([3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 30, 40, 50, 60, 80, 90, 100, 200]))
    mistakes = (Misconception("two-for-each-dial", TWICE, str(2 * n)),)
    part = number_part("entries", n * n, label="Entries:", misconceptions=mistakes)
    return Draw({"n": n, "entries": n * n}, (distinct(part),))
