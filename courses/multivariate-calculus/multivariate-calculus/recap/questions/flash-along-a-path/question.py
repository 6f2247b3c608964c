"""A total derivative from four small numbers."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

ONE = "That is the share of one letter. The other moves as well: add its slope times its speed."
SLOPES = "You added the slopes. How fast you move counts too: multiply each slope by its speed."


def generate(rng: np.random.Generator) -> Draw:
    """Return two slopes and two speeds from 2 to 6."""
    fx, fy, dx, dy = (int(k) for k in rng.integers(2, 7, 4))
    mistakes = (
        Misconception("rates-forgotten", SLOPES, str(fx + fy)),
        Misconception("branch-forgotten", ONE, str(fx * dx)),
    )
    part = number_part("slope", fx * dx + fy * dy, label="$\\dfrac{df}{dt} =$", misconceptions=mistakes)
    values = {"fx": fx, "fy": fy, "dx": dx, "dy": dy, "answer": fx * dx + fy * dy}
    return Draw(values, (distinct(part),))
