"""A small patch under a map with a Jacobian of numbers: its area is |det J| times the old one."""

import numpy as np

from upslope.maths import matrix
from upslope.questions import Draw, Misconception, distinct, number_part
from upslope.questions.misconceptions import determinant as slips

SHAPES = ("square", "circle", "triangle", "rectangle")
FACTOR = (
    "That is how much every area grows, for a patch of area 1. Multiply the area of the small shape by it."
)
SIGN = (
    "The size is right. A determinant below zero says that the patch lies on its back, as in a mirror; an "
    "area is never below zero."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a matrix with |det| from 2 to 20, and a small area whose image is a round number."""
    while True:
        a, b, c, d = (int(n) for n in rng.integers(1, 7, 4))
        sign = int(rng.choice([-1, 1]))
        det = a * d - b * sign * c
        if 2 <= abs(det) <= 20 and a * d > 1:
            break
    square = matrix([[a, b], [sign * c, d]])
    area = str(rng.choice(["0.1", "0.2", "0.3", "0.5"]))
    patch = f"{abs(det) * float(area):g}"
    mistakes = (
        Misconception("factor-for-area", FACTOR, str(abs(det))),
        Misconception("area-below-zero", SIGN, f"-{patch}"),
        *(
            Misconception(slip.code, slip.sentence, f"{abs(float(slip.wrong)) * float(area):g}")
            for slip in (slips.diagonals_added(square), slips.main_diagonal_only(square))
        ),
    )
    part = number_part("patch", patch, label="Area of the patch:", misconceptions=mistakes)
    turned = (
        "It is below zero: the patch lies on its back. Its size counts." if det < 0 else "It is above zero."
    )
    products = rf"{a} \cdot {d} - {b} \cdot {sign * c}" if sign > 0 else rf"{a} \cdot {d} - {b} \cdot (-{c})"
    texts = {"products": products, "turned": turned, "shape": str(rng.choice(SHAPES)), "patch": patch}
    return Draw({"slopes": square, "det": det, "factor": abs(det), "area": area, **texts}, (distinct(part),))
