"""The Jacobian of a polynomial of two variables, whose shape is part of the answer."""

import numpy as np

from upslope.maths import derivative, jacobian, number, parse
from upslope.questions import Draw, Misconception, distinct, matrix_part
from upslope.questions.misconceptions import gradient

NAMES = ("x", "y")
ADDED = "You added the two slopes. The Jacobian keeps them apart, side by side: one entry for each variable."
STACKED = (
    "Both slopes are right, and they stand one above the other: that column is the gradient. The Jacobian of "
    "one output is one row."
)
STILL = (
    "In each entry the letter that holds still got lost. It counts as a constant factor, and a constant "
    "factor stays."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ y + b yᵐ with whole numbers, the exponents 2 or 3."""
    a, b = (int(k) for k in rng.choice(np.arange(2, 8), 2, replace=False))
    n, m = (int(k) for k in rng.integers(2, 4, 2))
    sign = str(rng.choice(["+", "-"]))
    f = parse(f"{a} x^{n} y {sign} {b} y^{m}", NAMES)
    worked = jacobian({"f": f}, NAMES)
    slopes = derivative(f, "x"), derivative(f, "y")
    one = number(1)
    lost = slopes[0].substitute({"y": one}), slopes[1].substitute({"x": one})
    mistakes = (
        gradient.slopes_swapped(slopes),
        Misconception("slopes-in-one-sum", ADDED, f"[{slopes[0] + slopes[1]}]"),
        Misconception("transposed", STACKED, f"[{slopes[0]}; {slopes[1]}]"),
        Misconception("other-letter-dropped", STILL, f"[{lost[0]}, {lost[1]}]"),
    )
    part = matrix_part(
        "jacobian",
        worked.result,
        variables=NAMES,
        shape="chosen",
        label=r"$\mathbf{J} =$",
        misconceptions=mistakes,
    )
    return Draw({"f": f, "worked": worked}, (distinct(part),))
