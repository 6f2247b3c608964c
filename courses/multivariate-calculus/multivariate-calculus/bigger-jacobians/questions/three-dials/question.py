"""A 3×3 Jacobian with zeros: not every variable is in every function."""

import numpy as np

from upslope.maths import jacobian, matrix, number, parse, row_vector
from upslope.questions import Draw, Misconception, matrix_part
from upslope.questions.misconceptions import jacobian as slips

NAMES = ("x", "y", "z")
ONES = (
    "Where a variable does not occur in a function you wrote 1. Turning it changes nothing there: a constant "
    "has the slope 0."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a product, a sum and a power, in three mixed rows and with mixed letters."""
    a, b, c = (int(n) for n in rng.choice(np.arange(2, 10), 3, replace=False))
    p, q, r = (str(name) for name in rng.permutation(NAMES))
    texts = [f"{a}{p}*{q}", f"{q}^2 + {b}{r}", f"{r}^3 - {c}{p}"]
    rows = dict(zip("uvw", (parse(texts[int(k)], NAMES) for k in rng.permutation(3)), strict=True))
    worked = jacobian(rows, NAMES)
    zero, one = number(0), number(1)
    ones = matrix([[one if entry == zero else entry for entry in row] for row in worked.result.rows])
    part = matrix_part(
        "jacobian",
        worked.result,
        variables=NAMES,
        label="$\\mathbf{J} =$",
        misconceptions=(slips.transposed(worked.result), Misconception("absent-letter-one", ONES, str(ones))),
    )
    return Draw({**rows, "first": row_vector(list(worked.result.rows[0])), "worked": worked}, (part,))
