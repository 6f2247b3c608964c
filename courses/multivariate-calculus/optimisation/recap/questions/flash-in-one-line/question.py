"""The factor between two gradients in one line."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part
from upslope.questions.misconceptions import lagrange

SIGN = "The length is right. Look which way the two arrows point."


def generate(rng: np.random.Generator) -> Draw:
    """Return a column of two numbers and a whole multiple of it, along it or against it."""
    r, s = (int(n) for n in rng.choice(np.arange(1, 6), 2, replace=False))
    s *= int(rng.choice([-1, 1]))
    factor = int(rng.integers(2, 6)) * int(rng.choice([-1, 1]))
    mistakes = (
        lagrange.multiplier_turned_over(Fraction(factor)),
        Misconception("sign-of-lambda", SIGN, str(-factor)),
    )
    part = number_part("lambda", factor, label=r"$\lambda =$", misconceptions=mistakes)
    shown = {"s_shown": f"({s})" if s < 0 else str(s)}
    return Draw(
        {"p": factor * r, "q": factor * s, "r": r, "s": s, "factor": factor, **shown}, (distinct(part),)
    )
