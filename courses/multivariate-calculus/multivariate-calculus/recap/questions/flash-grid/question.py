"""The size of a grid: settings to the power of dials."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

TIMES = (
    "That would do if the dials did not meddle with one another. For every setting of one, all settings of "
    "the others must be tried."
)
TURNED = "Base and exponent are exchanged. Each dial *multiplies* by its number of settings."
GRIDS = (
    (2, 3),
    (2, 4),
    (2, 5),
    (2, 6),
    (3, 2),
    (3, 3),
    (4, 3),
    (5, 2),
    (5, 3),
    (10, 2),
    (10, 3),
    (10, 4),
    (10, 6),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a number of settings and a number of dials whose power is known by heart."""
    k, n = GRIDS[rng.integers(len(GRIDS))]
    mistakes = (
        Misconception("settings-times-dials", TIMES, str(k * n)),
        Misconception("power-turned-round", TURNED, str(n**k)),
    )
    part = number_part("tries", k**n, label="Tries:", misconceptions=mistakes)
    return Draw({"k": k, "n": n, "tries": k**n}, (distinct(part),))
