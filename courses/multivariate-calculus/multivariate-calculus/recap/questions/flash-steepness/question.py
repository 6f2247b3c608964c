"""The length of a row of two whole numbers whose root comes out even."""

import numpy as np

from upslope.questions import Draw, distinct, number_part
from upslope.questions.misconceptions import gradient

TRIPLES = ((3, 4, 5), (6, 8, 10), (5, 12, 13), (8, 15, 17))


def generate(rng: np.random.Generator) -> Draw:
    """Return a Pythagorean pair in either order and with any signs, and its length."""
    a, b, length = TRIPLES[rng.integers(len(TRIPLES))]
    s, t = (int(n) for n in rng.choice([-1, 1], 2))
    p, q = (s * a, t * b) if rng.integers(2) else (s * b, t * a)
    mistakes = (gradient.length_by_adding((p, q)), gradient.length_without_root((p, q)))
    part = number_part("steepness", length, label="Steepness:", misconceptions=mistakes)
    squares = " + ".join(f"({n})^2" if n < 0 else f"{n}^2" for n in (p, q))
    return Draw({"p": p, "q": q, "squares": squares, "length": length}, (distinct(part),))
