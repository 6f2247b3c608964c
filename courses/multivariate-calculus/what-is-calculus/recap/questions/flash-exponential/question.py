"""The derivative of e to k x."""

import numpy as np

from upslope.maths import derivative, parse
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import exponential


def generate(rng: np.random.Generator) -> Draw:
    """Return e to k x with k from −9 to 9, neither −1 nor 0 nor 1."""
    k = int(rng.choice([n for n in range(-9, 10) if abs(n) > 1]))
    exponent = parse(f"{k}x")
    f = parse("e") ** exponent
    mistakes = (
        exponential.rate_forgotten(exponent),
        exponential.exponential_lost(exponent),
        exponential.power_rule_on_exponential(exponent),
    )
    part = expression_part(
        "derivative", derivative(f), label="Derivative:", domain={"x": (-0.5, 0.5)}, misconceptions=mistakes
    )
    return Draw({"f": f, "k": k, "answer": derivative(f)}, (distinct(part),))
