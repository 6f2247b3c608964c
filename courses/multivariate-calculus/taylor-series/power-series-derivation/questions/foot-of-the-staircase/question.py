"""A power differentiated until a number is left: its coefficient times a factorial."""

from math import factorial

import numpy as np

from upslope.maths import derivative, parse, to_latex
from upslope.questions import Draw, Misconception, distinct, number_part

ONCE = (
    "You let the exponent come down once. On each further step a smaller exponent comes down as well: "
    "multiply them all."
)
ALONE = "That is the factorial alone. The number in front of the power waits through every step, and stays."
ADDED = "You added what came down. Every exponent comes to the front as a factor, so multiply."


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ with n from 3 to 5, and what is left of it after n derivatives."""
    a, n = int(rng.integers(2, 8)), int(rng.integers(3, 6))
    stairs = [parse(f"{a} x^{n}")]
    while len(stairs) <= n:
        stairs.append(derivative(stairs[-1]))
    mistakes = (
        Misconception("exponent-down-once", ONCE, str(a * n)),
        Misconception("factorial-alone", ALONE, str(factorial(n))),
        Misconception("factors-added", ADDED, str(a * n * (n + 1) // 2)),
    )
    part = number_part("left", a * factorial(n), label="What is left:", misconceptions=mistakes)
    values = {
        "f": stairs[0],
        "n": n,
        "a": a,
        "product": r" \cdot ".join(str(k) for k in range(n, 0, -1)),
        "stairs": r",\; ".join(to_latex(each) for each in stairs),
        "factorial": factorial(n),
        "answer": a * factorial(n),
    }
    return Draw(values, (distinct(part),))
