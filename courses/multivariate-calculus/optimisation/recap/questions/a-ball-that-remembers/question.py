"""One step with momentum, in a valley where the second entry turns its sign."""

from fractions import Fraction

import numpy as np

from upslope.maths import column_vector, number
from upslope.questions import Draw, Misconception, distinct, matrix_part

PLAIN = "That is a plain step. A ball also keeps a share of its last one: add it."
ALL = "You kept all of the last step. Only the share that is asked for stays."
UP = "You added the gradient, which points uphill. The memory stays, the gradient turns round."


def generate(rng: np.random.Generator) -> Draw:
    """Return a step to the left and up, and a gradient that goes on to the left and turns back down."""
    c, d = -2 * int(rng.integers(1, 4)), 2 * int(rng.integers(1, 4))
    p, q, size = int(rng.integers(2, 8)), int(rng.integers(2, 8)), Fraction(1, int(rng.choice([2, 5, 10])))
    push = (-size * p, -size * q)
    half = Fraction(1, 2)

    def column(share: Fraction, sign: int = 1) -> str:
        return str(column_vector([number(share * c + sign * push[0]), number(share * d + sign * push[1])]))

    mistakes = (
        Misconception("memory-left-out", PLAIN, column(Fraction(0))),
        Misconception("all-of-it-kept", ALL, column(Fraction(1))),
        Misconception("memory-and-uphill", UP, column(half, -1)),
    )
    answer = column_vector([half * c + push[0], half * d + push[1]])
    part = matrix_part("step", answer, variables=(), label="The next step:", misconceptions=mistakes)
    halves = {"half_c": c // 2, "half_d": d // 2, "size": f"{float(size):g}"}
    return Draw({"c": c, "d": d, "p": p, "q": q, "answer": answer, **halves}, (distinct(part),))
