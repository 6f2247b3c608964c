"""One step downhill on a bowl with a twist, as a column."""

from fractions import Fraction

import numpy as np

from upslope.maths import column_vector, derivative, evaluate, gradient_descent_worked, parse, tidy
from upslope.questions import Draw, distinct, matrix_part
from upslope.questions.misconceptions import gradient_descent


def generate(rng: np.random.Generator) -> Draw:
    """Return a x² + x y + c y² with c not a, a place off the middle, and a tenth or a fifth as step size."""
    a, c = (int(n) for n in rng.choice(np.arange(1, 5), 2, replace=False))
    x, y = int(rng.integers(1, 5)), int(rng.integers(1, 5))
    step = Fraction(1, int(rng.choice([5, 10])))
    f = tidy(parse(f"{a}x^2 + x y + {c}y^2", ("x", "y")))
    at = {"x": x, "y": y}
    slopes = [round(float(evaluate(derivative(f, name), at))) for name in ("x", "y")]
    landed = column_vector([x - step * slopes[0], y - step * slopes[1]])
    mistakes = (
        gradient_descent.uphill(f, at, step),
        gradient_descent.step_size_forgotten(f, at),
        gradient_descent.start_forgotten(f, at, step),
        gradient_descent.gradient_made_one(f, at, step),
    )
    part = matrix_part("place", landed, variables=(), label="You land at", misconceptions=mistakes)
    values = {"x": x, "y": y, "step": f"{float(step):g}", "east": slopes[0], "north": slopes[1]}
    worked = gradient_descent_worked(f, ("x", "y"), (x, y), step, 1)
    return Draw({"f": f, "worked": worked, **values}, (distinct(part),))
