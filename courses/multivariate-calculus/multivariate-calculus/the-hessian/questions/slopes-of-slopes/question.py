"""The Hessian of two terms, one of which holds both variables."""

import numpy as np

from upslope.maths import derivative, hessian, parse
from upslope.questions import Draw, matrix_part
from upslope.questions.misconceptions import hessian as slips

NAMES = ("x", "y")


def generate(rng: np.random.Generator) -> Draw:
    """Return a x² y or a x y², plus or minus b times a cube of the other letter or a square."""
    a, b = (int(n) for n in rng.choice(np.arange(2, 8), 2, replace=False))
    both, alone = (("x^2*y", "y^3"), ("x*y^2", "x^3"), ("x^3*y", "y^2"), ("x*y^3", "x^2"))[rng.integers(4)]
    f = parse(f"{a}{both} {rng.choice(['+', '-'])} {b}{alone}", NAMES)
    worked = hessian(f, NAMES)
    mistakes = (slips.mixed_terms_missing(f, NAMES), slips.slopes_multiplied(f, NAMES))
    part = matrix_part(
        "hessian", worked.result, variables=NAMES, label="$\\mathbf{H} =$", misconceptions=mistakes
    )
    return Draw({"f": f, "slope": derivative(f, "x"), "worked": worked}, (part,))
