"""How the function of this lab is judged, and the mistakes it knows by name."""

import numpy as np

from upslope.grading.lab_checks import Arguments, Fault, FunctionCheck


def dfdx(x: np.ndarray) -> np.ndarray:
    return 3 * x**2 - 2


def _draw(rng: np.random.Generator) -> Arguments:
    return (rng.uniform(-3, 3, int(rng.integers(3, 9))),)


CHECKS = (
    FunctionCheck(
        "dfdx",
        _draw,
        dfdx,
        faults=(
            Fault(
                "constant kept",
                "The slope of −2x is −2, whatever x is: the x itself goes.",
                lambda x: 3 * x**2 - 2 * x,
            ),
            Fault(
                "factor forgotten",
                "The exponent of x³ comes down as a factor of 3.",
                lambda x: x**2 - 2,
            ),
        ),
    ),
)
