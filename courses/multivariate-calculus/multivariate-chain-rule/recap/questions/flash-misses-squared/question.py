"""The cost of one answer of two numbers."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

ADDED = "You added the misses and left them as they are. Square each one first."
TOGETHER = "You added the misses before you squared. Square each one, then add."
ROOT = "That is the distance. The cost is its square: leave the root away."


def generate(rng: np.random.Generator) -> Draw:
    """Return a place from 1 to 9, and two misses from 1 to 4 of either sign."""
    y1, y2 = (int(n) for n in rng.integers(1, 10, 2))
    d1, d2 = (int(n) for n in rng.choice([-4, -3, -2, 2, 3, 4], 2))
    cost = d1**2 + d2**2
    mistakes = (
        Misconception("misses-not-squared", ADDED, str(abs(d1) + abs(d2))),
        Misconception("misses-added-first", TOGETHER, str((d1 + d2) ** 2)),
        Misconception("length-not-squared", ROOT, f"sqrt({cost})"),
    )
    part = number_part("cost", cost, label="$C =$", misconceptions=mistakes)
    shown = {"y1": y1, "y2": y2, "a1": y1 + d1, "a2": y2 + d2, "d1": d1, "d2": d2}
    return Draw({**shown, "s1": d1**2, "s2": d2**2, "answer": cost}, (distinct(part),))
