"""The slope at an angle to the gradient whose cosine is known by heart."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

COSINES = {60: Fraction(1, 2), 90: Fraction(0), 120: Fraction(-1, 2), 180: Fraction(-1)}
ALONG = "That is straight uphill. You walk at an angle to it."
SHARE = "You took a share of the right angle. The slope follows the cosine of the angle, not the angle."


def generate(rng: np.random.Generator) -> Draw:
    """Return an even steepness and one of four angles."""
    steep, angle = 2 * int(rng.integers(1, 10)), int(rng.choice(list(COSINES)))
    slope = steep * COSINES[angle]
    mistakes = (
        Misconception("steepest-slope-for-any", ALONG, str(steep)),
        Misconception("share-of-the-angle", SHARE, str(steep * Fraction(90 - angle, 90))),
    )
    part = number_part("slope", slope, label="Slope:", misconceptions=mistakes)
    return Draw({"steep": steep, "angle": angle, "slope": int(slope)}, (distinct(part),))
