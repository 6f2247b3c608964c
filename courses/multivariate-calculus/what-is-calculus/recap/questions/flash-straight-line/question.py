"""The derivative of a x ± b: one number, the same everywhere."""

import numpy as np

from upslope.maths import number, parse
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import sum_rule

LETTER_LEFT = "The exponent of a plain $x$ is 1. It comes down, and what is left above is 0: no $x$ remains."


def generate(rng: np.random.Generator) -> Draw:
    """Return a x + b or a x − b with two different whole numbers."""
    a, b = (int(n) for n in rng.choice(np.arange(2, 12), 2, replace=False))
    sign = str(rng.choice(["+", "-"]))
    mistakes = (
        sum_rule.constant_survives(parse(f"{a}x"), number(int(f"{sign}{b}"))),
        sum_rule.constant_becomes_one(parse(f"{a}x")),
        Misconception("letter-left-standing", LETTER_LEFT, f"{a}x"),
    )
    part = expression_part("derivative", str(a), label="Derivative:", misconceptions=mistakes)
    return Draw({"f": parse(f"{a}x {sign} {b}"), "slope": a, "lift": b}, (distinct(part),))
