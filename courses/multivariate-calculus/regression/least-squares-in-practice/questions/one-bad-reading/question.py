"""Five readings at 1 to 5, one of them typed wrongly: by how much the slope of the best line changes."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

EVENLY = (
    "You shared the slip out evenly among the five. A reading far from the middle has a longer lever "
    "than that."
)
ALL = "Then the line would follow the one bad reading and forget the others."
END = "You tilted the line about its other end. The best line tilts about the mean of the readings."
SIGN = "The size is right. Which way does a reading on this side tilt the line?"


def generate(rng: np.random.Generator) -> Draw:
    """Return a slip of a multiple of 5 in one of the outer four readings."""
    slip = 5 * int(rng.integers(1, 7)) * int(rng.choice([-1, 1]))
    at = int(rng.choice([1, 2, 4, 5]))
    change = Fraction(slip * (at - 3), 10)
    mistakes = (
        Misconception("shared-out-evenly", EVENLY, str(Fraction(slip, 5))),
        Misconception("line-through-the-bad-one", ALL, str(slip)),
        Misconception("tilted-about-the-other-end", END, str(Fraction(slip, 4))),
        Misconception("tilted-the-wrong-way", SIGN, str(-change)),
    )
    part = number_part("change", str(change), label="It changes by", misconceptions=mistakes)
    values = {
        "slip": abs(slip),
        "way": "too high" if slip > 0 else "too low",
        "at": at,
        "lever": at - 3,
        "signed": slip,
        "change": f"{float(change):g}",
    }
    return Draw(values, (distinct(part),))
