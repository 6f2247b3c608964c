"""a xⁿ y along a path with a wave and an exponential or a power."""

import numpy as np

from upslope.maths import derivative, parse, total_derivative
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import total_derivative as slips

SECOND = (
    "The share of $y$ is there and the share of $x$ is missing. Both variables move along the path, and each "
    "adds its share."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return the function and the path, with a from 2 to 6 and the exponents 2 or 3."""
    a, n, rate = int(rng.integers(2, 7)), int(rng.integers(2, 4)), int(rng.integers(2, 5))
    f = parse(f"{a} x^{n} y", ("x", "y"))
    wave = str(rng.choice(["sin(t)", "cos(t)"]))
    other = f"e^({rate} t)" if rng.integers(2) else f"t^{rate}"
    path = {"x": parse(wave, ("t",)), "y": parse(other, ("t",))}
    worked = total_derivative(f, path)
    mistakes = (
        slips.branch_forgotten(f, path, "y"),
        Misconception("first-branch-forgotten", SECOND, slips.branch_forgotten(f, path, "x").wrong),
        slips.rates_forgotten(f, path),
        slips.slopes_forgotten(path),
    )
    part = expression_part(
        "rate", worked.result, variables=("t",), label=r"$\dfrac{df}{dt} =$", misconceptions=mistakes
    )
    slopes = {"fx": derivative(f, "x"), "fy": derivative(f, "y")}
    speeds = {"dx": derivative(path["x"], "t"), "dy": derivative(path["y"], "t")}
    return Draw({"f": f, **path, **slopes, **speeds, "worked": worked}, (distinct(part),))
