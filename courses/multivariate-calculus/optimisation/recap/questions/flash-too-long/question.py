"""The limit of the step size in a valley of constant bend."""

from fractions import Fraction

import numpy as np

from upslope.maths import number, symbol, tidy
from upslope.questions import Draw, Misconception, distinct, number_part

BEST = "That is the best step size: one hop to the bottom. It may be longer and still come home, to and fro."
COEFFICIENT = "Take the bend, the second derivative. The number in front of the square is half of it."


def generate(rng: np.random.Generator) -> Draw:
    """Return half of k x², k even from 4 to 40."""
    k = 2 * int(rng.integers(2, 21))
    mistakes = (
        Misconception("best-step-for-the-longest", BEST, str(Fraction(1, k))),
        Misconception("coefficient-for-the-bend", COEFFICIENT, str(Fraction(4, k))),
    )
    part = number_part("limit", Fraction(2, k), label="Beyond", misconceptions=mistakes)
    values = {"f": tidy(number(k // 2) * symbol("x") ** 2), "bend": k, "limit": number(Fraction(2, k))}
    return Draw(values, (distinct(part),))
