"""The Jacobian of a polynomial of three variables: a row of three."""

import numpy as np

from upslope.maths import derivative, jacobian, number, parse
from upslope.questions import Draw, Misconception, distinct, matrix_part
from upslope.questions.misconceptions import gradient

NAMES = ("x", "y", "z")
STACKED = (
    "All three slopes are right, and they stand one above the other: that column is the gradient. The "
    "Jacobian of one output is one row."
)
STILL = (
    "In each entry the letters that hold still got lost. They count as constant factors, and a constant "
    "factor stays."
)
ADDED = "You added the slopes. The Jacobian keeps them apart, side by side: one entry for each variable."


def generate(rng: np.random.Generator) -> Draw:
    """Return k a bⁿ ± m b c ± a c², with x, y, z dealt to a, b, c."""
    a, b, c = (str(name) for name in rng.permutation(NAMES))
    k, m = (int(n) for n in rng.choice(np.arange(2, 8), 2, replace=False))
    n = int(rng.integers(2, 4))
    first, second = (str(s) for s in rng.choice(["+", "-"], 2))
    f = parse(f"{k} {a} {b}^{n} {first} {m} {b} {c} {second} {a} {c}^2", NAMES)
    slopes = [derivative(f, name) for name in NAMES]
    lost = []
    for name, slope in zip(NAMES, slopes, strict=True):
        lost.append(slope.substitute({other: number(1) for other in NAMES if other != name}))
    mistakes = (
        Misconception("other-letter-dropped", STILL, f"[{lost[0]}, {lost[1]}, {lost[2]}]"),
        Misconception("transposed", STACKED, f"[{slopes[0]}; {slopes[1]}; {slopes[2]}]"),
        gradient.slopes_swapped(slopes),
        Misconception("slopes-in-one-sum", ADDED, f"[{slopes[0] + slopes[1] + slopes[2]}]"),
    )
    worked = jacobian({"f": f}, NAMES)
    part = matrix_part(
        "jacobian",
        worked.result,
        variables=NAMES,
        shape="chosen",
        label=r"$\mathbf{J} =$",
        misconceptions=mistakes,
    )
    return Draw({"f": f, "first": slopes[0], "worked": worked}, (distinct(part),))
