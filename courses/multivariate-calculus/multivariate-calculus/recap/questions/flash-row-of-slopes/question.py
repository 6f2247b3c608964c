"""The row of slopes of k·x·y at a point."""

import numpy as np

from upslope.maths import derivative, parse, row_vector, tidy
from upslope.questions import Draw, distinct, matrix_part
from upslope.questions.misconceptions import gradient


def generate(rng: np.random.Generator) -> Draw:
    """Return k x y and two different coordinates from 1 to 5."""
    k = int(rng.integers(1, 4))
    p, q = (int(n) for n in rng.choice(np.arange(1, 6), 2, replace=False))
    f = tidy(parse(f"{k} x y", ("x", "y")))
    slopes = (k * q, k * p)
    answer = row_vector(list(slopes))
    mistakes = (gradient.slopes_swapped(slopes),)
    part = matrix_part("row", answer, variables=(), label="$\\mathbf{J} =$", misconceptions=mistakes)
    slopes_of_f = {"slope_x": tidy(derivative(f, "x")), "slope_y": tidy(derivative(f, "y"))}
    return Draw({"f": f, "p": p, "q": q, **slopes_of_f, "answer": answer}, (distinct(part),))
