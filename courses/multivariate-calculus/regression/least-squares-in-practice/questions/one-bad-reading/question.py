"""Five readings at 1 to 5, one of them typed wrongly: by how much the slope of the best line changes."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

EVENLY = (
    "You shared the slip out evenly among the five. How far a reading tilts the line depends on how far from "
    "the middle it stands."
)
ALL = (
    "That is the slip itself. The other four readings hold the line, so it gives way by a part of that only."
)
END = "You tilted the line about its other end. The best line tilts about the mean of the readings."
UNDIVIDED = (
    "By so much the top of the fraction changes. Divide by the bottom, the sum of the squared distances."
)
SIGN = "The size is right. Which way does a reading on this side tilt the line?"


def generate(rng: np.random.Generator) -> Draw:
    """Return a slip of a multiple of 5 in one of the outer four readings."""
    slip = 5 * int(rng.integers(1, 7)) * int(rng.choice([-1, 1]))
    at = int(rng.choice([1, 2, 4, 5]))
    change = Fraction(slip * (at - 3), 10)
    mistakes = (
        Misconception("tilted-the-wrong-way", SIGN, str(-change)),
        Misconception("shared-out-evenly", EVENLY, str(Fraction(slip, 5))),
        Misconception("slip-for-its-effect", ALL, str(slip)),
        Misconception("tilted-about-the-other-end", END, str(Fraction(slip, at - (5 if at < 3 else 1)))),
        Misconception("not-divided-by-the-squares", UNDIVIDED, str(slip * (at - 3))),
    )
    part = number_part("change", str(change), label="It changes by", misconceptions=mistakes)
    values = {
        "slip": abs(slip),
        "way": "too high" if slip > 0 else "too low",
        "at": at,
        "lever": at - 3,
        "signed": slip,
        "factor": f"({slip})" if slip < 0 else slip,
        "change": f"{float(change):g}",
    }
    return Draw(values, (distinct(part),))
