"""Jacobian and Hessian at the point of expansion, read off a polynomial of order 2."""

import numpy as np

from upslope.maths import hessian, parse
from upslope.questions import Draw, Misconception, distinct, matrix_part

SCENES = (
    "The yield of a greenhouse depends on water and light.",
    "The crunch of a biscuit depends on butter and heat.",
    "The cost of a small network depends on a weight and a bias.",
    "The grip of a tyre depends on pressure and load.",
)
READ_OFF = (
    "You read the numbers off as they stand, half of the middle one for each corner. But the polynomial has "
    "a half before its Hessian: undo it."
)
MIXED_HALVED = (
    "The diagonal is right. The twist fills two corners and the half in front takes one of them away again: "
    "each corner has the whole number before $xy$."
)
MIXED_DOUBLED = (
    "The diagonal is right. But $xy$ is differentiated once by each letter, and nothing comes down in front."
)
TURNED = "The slopes are right, and each stands in the other’s place. The first belongs to $x$."
CURVED = "Those are the numbers of the squares. The slopes stand before $x$ and $y$ alone."


def generate(rng: np.random.Generator) -> Draw:
    """Return a polynomial of order 2 with small whole numbers."""
    east, north = (int(n) for n in rng.choice([-5, -4, -3, -2, 2, 3, 4, 5], 2, replace=False))
    a, c = (int(n) for n in rng.choice([-4, -3, -2, 2, 3, 4], 2))
    b, height = 2 * int(rng.choice([-3, -2, -1, 1, 2, 3])), int(rng.integers(5, 30))
    text = f"{height}" + "".join(
        f" {'+' if n > 0 else '-'} {abs(n)} {letters}"
        for n, letters in ((east, "x"), (north, "y"), (a, "x^2"), (b, "x y"), (c, "y^2"))
    )
    f = parse(text, ("x", "y"))
    worked = hessian(f, ("x", "y"))
    row = matrix_part(
        "jacobian",
        f"[{east}, {north}]",
        variables=(),
        label=r"$\mathbf{J} =$",
        misconceptions=(
            Misconception("slopes-swapped", TURNED, f"[{north}, {east}]"),
            Misconception("squares-for-slopes", CURVED, f"[{a}, {c}]"),
        ),
    )
    square = matrix_part(
        "hessian",
        f"[{2 * a}, {b}; {b}, {2 * c}]",
        variables=(),
        label=r"$\mathbf{H} =$",
        misconceptions=(
            Misconception("coefficients-read-off", READ_OFF, f"[{a}, {b // 2}; {b // 2}, {c}]"),
            Misconception("twist-halved", MIXED_HALVED, f"[{2 * a}, {b // 2}; {b // 2}, {2 * c}]"),
            Misconception("twist-doubled", MIXED_DOUBLED, f"[{2 * a}, {2 * b}; {2 * b}, {2 * c}]"),
        ),
    )
    values = {"scene": str(rng.choice(SCENES)), "f": f, "worked": worked}
    return Draw(values, (distinct(row), distinct(square)))
