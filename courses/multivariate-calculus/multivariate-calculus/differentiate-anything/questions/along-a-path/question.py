"""x² + b x y along a path with x = c t and y = t²."""

import numpy as np

from upslope.maths import derivative, parse, total_derivative
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import total_derivative as slips


def generate(rng: np.random.Generator) -> Draw:
    """Return a function with a square and a product, and a path, with b and c from 2 to 6."""
    b, c = (int(n) for n in rng.choice(np.arange(2, 7), 2, replace=False))
    f = parse(f"x^2 + {b} x y" if rng.integers(2) else f"{b} x y - x^2", ("x", "y"))
    path = {"x": parse(f"{c} t", ("t",)), "y": parse("t^2", ("t",))}
    worked = total_derivative(f, path)
    mistakes = (
        slips.branch_forgotten(f, path, "y"),
        slips.rates_forgotten(f, path),
        slips.slopes_forgotten(path),
    )
    part = expression_part(
        "rate", worked.result, variables=("t",), label=r"$\dfrac{df}{dt} =$", misconceptions=mistakes
    )
    slopes = {"fx": derivative(f, "x"), "fy": derivative(f, "y")}
    return Draw({"f": f, **path, **slopes, "worked": worked}, (distinct(part),))
