"""The input at which a neuron says one half."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

BIAS = "That is the bias: the height of the line at 0. Where does the line cross 0?"
SIGN = "There the sum is twice the bias, and not 0. Look at the sign."
HALF = "It is the neuron that says one half, not the input. Which sum does σ turn into one half?"


def generate(rng: np.random.Generator) -> Draw:
    """Return a weight from 2 to 5 and a bias that makes it tip over at a whole number other than 0."""
    w, at = int(rng.integers(2, 6)), int(rng.choice([-5, -4, -3, -2, 2, 3, 4, 5]))
    b = -w * at
    mistakes = (
        Misconception("bias-for-the-place", BIAS, str(b)),
        Misconception("tipping-sign-turned", SIGN, str(-at)),
        Misconception("half-for-the-input", HALF, "0.5"),
    )
    part = number_part("place", at, label="$a =$", misconceptions=mistakes)
    values = {"w": w, "sign": "+" if b > 0 else "-", "size": abs(b), "answer": at}
    return Draw(values, (distinct(part),))
