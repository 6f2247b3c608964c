"""Half the second derivative stands before the square."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

WHOLE = "That is the bend itself. Differentiating $x^2$ twice leaves a 2, which has to be undone."
DOUBLED = "The wrong way round: the 2 that falls out is divided by, so the number gets smaller."


def generate(rng: np.random.Generator) -> Draw:
    """Return a height, a slope and a second derivative of either sign."""
    height, slope = (int(n) for n in rng.integers(2, 10, 2))
    bend = int(rng.integers(2, 13)) * int(rng.choice([-1, 1]))
    mistakes = (
        Misconception("bend-not-halved", WHOLE, str(bend)),
        Misconception("bend-doubled", DOUBLED, str(2 * bend)),
    )
    part = number_part("dial", Fraction(bend, 2), label="Before $x^2$:", misconceptions=mistakes)
    values = {"height": height, "slope": slope, "bend": bend, "answer": Fraction(bend, 2)}
    return Draw(values, (distinct(part),))
