"""The factor by which areas grow, from a matrix with a zero in it."""

import numpy as np

from upslope.maths import matrix
from upslope.questions import Draw, Misconception, distinct, number_part

ADDED = "You added the two numbers. An area is one side *times* the other."
SIGN = "The sign says that the patch has been turned over. Its area is as large as before the sign."


def generate(rng: np.random.Generator) -> Draw:
    """Return [a, b; 0, d] or [0, b; c, d] with entries from 2 to 6."""
    first, second, third = (int(k) for k in rng.integers(2, 7, 3))
    if rng.integers(2):
        square, det = matrix([[first, third], [0, second]]), first * second
        products = rf"{first} \cdot {second}"
    else:
        square, det = matrix([[0, first], [second, third]]), -first * second
        products = rf"-{first} \cdot {second}"
    mistakes = (
        Misconception("sides-added", ADDED, str(first + second)),
        *((Misconception("area-below-zero", SIGN, str(det)),) if det < 0 else ()),
    )
    part = number_part("factor", abs(det), label="Factor:", misconceptions=mistakes)
    values = {"jacobian": square, "products": products, "det": det, "factor": abs(det)}
    return Draw(values, (distinct(part),))
