"""The derivative of a number over x or over a power of x."""

import numpy as np

from upslope.maths import derivative, parse, tidy
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import power_rule


def generate(rng: np.random.Generator) -> Draw:
    """Return a/xⁿ with a from 2 to 7 and n from 1 to 3."""
    a, n = int(rng.integers(2, 8)), int(rng.integers(1, 4))
    f = parse(f"{a}/x^{n}" if n > 1 else f"{a}/x")
    mistakes = (power_rule.exponent_moved_towards_zero(a, -n), power_rule.exponent_not_brought_down(a, -n))
    part = expression_part(
        "derivative", derivative(f), label="Derivative:", domain={"x": (0.5, 3.0)}, misconceptions=mistakes
    )
    power = parse(f"{a}x^(-{n})")
    return Draw({"f": f, "power": power, "answer": tidy(derivative(f))}, (distinct(part),))
