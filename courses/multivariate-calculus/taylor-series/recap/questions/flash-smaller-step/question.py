"""By how much an error shrinks with the step."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

SAME = "That is what the step does. The error shrinks by that factor once for each power."
TIMES = "You multiplied by the exponent. A power means: that many factors, multiplied."


def generate(rng: np.random.Generator) -> Draw:
    """Return an order from 2 to 4 and a step 2, 3, 5 or 10 times smaller, with at most four digits."""
    k, n = int(rng.choice([2, 3, 5, 10])), int(rng.integers(2, 5))
    if k == 5:
        n = min(n, 3)
    mistakes = (
        Misconception("error-with-the-step", SAME, str(k)),
        Misconception("times-the-order", TIMES, str(k * n)),
    )
    part = number_part("factor", k**n, label="Times smaller:", misconceptions=mistakes)
    return Draw({"k": k, "n": n, "shown": rf"\Delta x^{n}", "answer": k**n}, (distinct(part),))
