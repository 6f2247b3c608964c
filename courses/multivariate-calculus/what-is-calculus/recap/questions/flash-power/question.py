"""The derivative of a power with a number in front."""

import numpy as np

from upslope.maths import derivative, parse, tidy
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import power_rule


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ with a from 1 to 5 and n from 3 to 10."""
    a, n = int(rng.integers(1, 6)), int(rng.integers(3, 11))
    f = tidy(parse(f"{a}x^{n}"))
    mistakes = (power_rule.exponent_not_lowered(a, n), power_rule.exponent_not_brought_down(a, n))
    part = expression_part("derivative", derivative(f), label="Derivative:", misconceptions=mistakes)
    return Draw({"f": f, "n": n, "m": n - 1, "answer": derivative(f)}, (distinct(part),))
