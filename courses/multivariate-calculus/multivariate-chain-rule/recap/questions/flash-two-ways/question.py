"""A row of two slopes times a column of two speeds."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

ONE_WAY = "That is the first way. The second reaches $f$ as well: add what it brings."
CROSSED = "Slopes and speeds are crossed. Each slope belongs to the speed of its own variable."
RATES = "You added the slopes. How fast does each variable move? Multiply by that first."


def generate(rng: np.random.Generator) -> Draw:
    """Return a row and a column, small, with different slopes and different speeds."""
    while True:
        fx, fy = int(rng.integers(2, 6)), int(rng.choice([-4, -3, -2, 2, 3, 4, 5]))
        xt, yt = (int(n) for n in rng.choice([1, 2, 3, 4, 5], 2, replace=False))
        right, wrong = fx * xt + fy * yt, (fx * xt, fx * yt + fy * xt, fx + fy)
        if len({right, *wrong}) == 4:
            break
    mistakes = (
        Misconception("first-way-only", ONE_WAY, str(wrong[0])),
        Misconception("ways-crossed", CROSSED, str(wrong[1])),
        Misconception("speeds-forgotten", RATES, str(wrong[2])),
    )
    part = number_part("slope", right, label="$df/dt =$", misconceptions=mistakes)
    values = {"fx": fx, "fy": fy, "xt": xt, "yt": yt, "answer": right}
    return Draw({**values, "sign": "+" if fy > 0 else "-", "size": abs(fy)}, (distinct(part),))
