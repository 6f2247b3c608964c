"""The inverse of a 2 by 2 matrix with determinant ±1 or ±2."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, matrix_part

UNDIVIDED = "Swapped and turned, as it should be. Now divide every entry by the determinant."
UNSWAPPED = (
    "The signs and the division are done. The two entries on the main diagonal have to change places, too."
)
SIGNS_KEPT = "The swap is done. The two entries beside the main diagonal must change their signs."


def generate(rng: np.random.Generator) -> Draw:
    """Return a matrix of small whole numbers without a zero, a ≠ d."""
    while True:
        a, b, c, d = (int(n) for n in rng.integers(-4, 7, 4))
        det = a * d - b * c
        if a * b * c * d and a != d and abs(det) in (1, 2) and det != 1:
            break
    part = matrix_part(
        "inverse",
        f"[{d}/{det}, {-b}/{det}; {-c}/{det}, {a}/{det}]",
        variables=(),
        label="$\\mathbf{A}^{-1} =$",
        misconceptions=(
            Misconception("never-divided", UNDIVIDED, f"[{d}, {-b}; {-c}, {a}]"),
            Misconception(
                "diagonal-not-swapped", UNSWAPPED, f"[{a}/{det}, {-b}/{det}; {-c}/{det}, {d}/{det}]"
            ),
            Misconception("signs-kept", SIGNS_KEPT, f"[{d}/{det}, {b}/{det}; {c}/{det}, {a}/{det}]"),
        ),
    )
    inverse = f"\\frac{{1}}{{{det}}} \\begin{{bmatrix}} {d} & {-b} \\\\ {-c} & {a} \\end{{bmatrix}}"
    if det < 0:
        inverse = (
            f"-{inverse.replace(str(det), str(-det), 1)}"
            if det == -2
            else f"-\\begin{{bmatrix}} {d} & {-b} \\\\ {-c} & {a} \\end{{bmatrix}}"
        )
    values = {"matrix": parse(f"[{a}, {b}; {c}, {d}]", ()), "det": det, "inverse": inverse}
    return Draw({**values, "a": a, "b": b, "c": c, "d": d}, (part,))
