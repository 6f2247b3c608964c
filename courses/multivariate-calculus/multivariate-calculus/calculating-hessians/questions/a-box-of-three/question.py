"""A 3×3 Hessian of a polynomial, with the letters mixed."""

import numpy as np

from upslope.maths import derivative, hessian, matrix, number, parse, tidy
from upslope.questions import Draw, Misconception, matrix_part
from upslope.questions.misconceptions import hessian as slips

NAMES = ("x", "y", "z")
DOUBLED = (
    "You doubled the mixed entries. The two orders give the same, and each of them has a place of its own, "
    "one on either side of the diagonal: nothing to add up."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a p² q + b q r ± c r³ or r², with p, q, r the letters in some order."""
    a, b, c = (int(n) for n in rng.choice(np.arange(2, 8), 3, replace=False))
    p, q, r = (str(name) for name in rng.permutation(NAMES))
    sign, power = str(rng.choice(["+", "-"])), int(rng.integers(2, 4))
    f = parse(f"{a}*{p}^2*{q} + {b}*{q}*{r} {sign} {c}*{r}^{power}", NAMES)
    worked = hessian(f, NAMES)
    doubled = [
        [entry if i == j else tidy(number(2) * entry) for j, entry in enumerate(row)]
        for i, row in enumerate(worked.result.rows)
    ]
    mistakes = (
        slips.mixed_terms_missing(f, NAMES),
        Misconception("mixed-doubled", DOUBLED, str(matrix(doubled))),
    )
    part = matrix_part(
        "hessian", worked.result, variables=NAMES, label="$\\mathbf{H} =$", misconceptions=mistakes
    )
    return Draw({"f": f, "slope": derivative(f, "x"), "worked": worked}, (part,))
