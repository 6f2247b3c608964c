"""One step along a tangent, from a height that the slope divides."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

WAY = "The length is right, the direction is not: with height and slope above zero the root lies to the left."
FAR = "That is how far it goes. Where does it land? Subtract it from where you stand."


def generate(rng: np.random.Generator) -> Draw:
    """Return a place from 3 to 8, a slope from 2 to 5 and a height of one to four times the slope."""
    x, slope, far = (int(rng.integers(low, high)) for low, high in ((3, 9), (2, 6), (1, 5)))
    mistakes = (Misconception("step-added", WAY, str(x + far)), Misconception("step-alone", FAR, str(far)))
    part = number_part("next", x - far, label="At $x =$", misconceptions=mistakes)
    return Draw({"x": x, "slope": slope, "height": far * slope, "next": x - far}, (distinct(part),))
