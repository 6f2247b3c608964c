"""A 2×2 Hessian: one term with both letters, and a wave or an exponential of one of them."""

import numpy as np

from upslope.maths import derivative, hessian, matrix, number, parse, tidy
from upslope.questions import Draw, Misconception, matrix_part
from upslope.questions.misconceptions import hessian as slips

NAMES = ("x", "y")
WAVES = {"sin": "sine", "cos": "cosine", "exp": "exponential"}
ONCE = (
    "The wave or the exponential is bent too little. Its inside has a slope, and you differentiate twice: "
    "that slope comes out both times."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a xᵐ yⁿ, whose mixed derivative is not constant, plus sin, cos or exp of k times one letter."""
    a, k = (int(n) for n in rng.choice(np.arange(2, 6), 2, replace=False))
    power = str(rng.choice(["x^2*y^2", "x^3*y", "x*y^3", "x^2*y", "x*y^2"]))
    wave, row = str(rng.choice(list(WAVES))), int(rng.integers(2))
    f = parse(f"{a}*{power} + {wave}({k}*{NAMES[row]})", NAMES)
    worked = hessian(f, NAMES)
    rows = [list(entries) for entries in worked.result.rows]
    waving = parse(f"{wave}({k}*{NAMES[row]})", NAMES)
    bend = derivative(derivative(waving, NAMES[row]), NAMES[row])
    rows[row][row] = tidy(rows[row][row] - bend + bend / number(k))
    mistakes = (
        slips.mixed_terms_missing(f, NAMES),
        Misconception("inner-slope-once", ONCE, str(matrix(rows))),
    )
    part = matrix_part(
        "hessian", worked.result, variables=NAMES, label="$\\mathbf{H} =$", misconceptions=mistakes
    )
    slopes = {f"by_{v}": derivative(f, v) for v in NAMES}
    return Draw({"f": f, "wave": WAVES[wave], **slopes, "worked": worked}, (part,))
