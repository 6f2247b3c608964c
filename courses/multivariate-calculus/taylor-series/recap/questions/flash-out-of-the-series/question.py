"""The n-th derivative at 0 from the coefficient of the n-th power."""

from math import factorial

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

TAKEN = "That is the number before the power. Differentiating brings down a factor each time."
ORDER = "One factor came down, and there were more: each time the power is lowered, one falls out."


def generate(rng: np.random.Generator) -> Draw:
    """Return a coefficient from 2 to 9 before the second, third or fourth power."""
    c, n = int(rng.integers(2, 10)), int(rng.integers(2, 5))
    mistakes = (
        Misconception("coefficient-for-the-derivative", TAKEN, str(c)),
        Misconception("order-for-the-factorial", ORDER, str(c * n)),
    )
    part = number_part("derivative", c * factorial(n), label="It is", misconceptions=mistakes)
    values = {"c": c, "n": n, "dashes": "'" * n, "factorial": factorial(n), "answer": c * factorial(n)}
    return Draw(values, (distinct(part),))
