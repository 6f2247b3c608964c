"""One step towards a lowest place: slope over bend, not height over slope."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

ROOT = "That leads to where the cost is zero. Its lowest place is where the *slope* is zero."
WAY = "The length is right. Climbing slope, upward bend: the bottom lies behind you, so subtract."


def generate(rng: np.random.Generator) -> Draw:
    """Return a place, a bend, a slope that the bend divides, and a height."""
    x, bend, far = (int(rng.integers(low, high)) for low, high in ((3, 9), (2, 6), (1, 4)))
    slope, height = bend * far, int(rng.integers(5, 30))
    mistakes = (
        Misconception("root-for-the-bottom", ROOT, str(x - Fraction(height, slope))),
        Misconception("step-added", WAY, str(x + far)),
    )
    part = number_part("next", x - far, label="To $x =$", misconceptions=mistakes)
    values = {"x": x, "height": height, "slope": slope, "bend": bend, "next": x - far}
    return Draw(values, (distinct(part),))
