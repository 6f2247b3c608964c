"""One step against the row of slopes."""

from fractions import Fraction

import numpy as np

from upslope.maths import row_vector
from upslope.questions import Draw, Misconception, distinct, matrix_part

UP = "That is the way up: the row points where the floor climbs. To go down, subtract."
START = "That is the arrow alone. Its tip is where you stand, plus the arrow."
WHOLE = "You went the whole length of the row. The arrow is only a share of it: multiply by that share first."
CROSSED = "The slopes have met the wrong letter. The first entry belongs to $x$, the second to $y$."


def generate(rng: np.random.Generator) -> Draw:
    """Return a place in the field, whole slopes from 1 to 5 and a share of a fifth or a tenth."""
    s = Fraction(1, int(rng.choice([5, 10])))
    x, y = (int(n) for n in rng.integers(2, 5, 2))
    p, q = (int(n) for n in rng.choice(np.arange(1, 6), 2, replace=False))
    p, q = p * int(rng.choice([-1, 1])), q * int(rng.choice([-1, 1]))
    tip = (x - s * p, y - s * q)
    mistakes = (
        Misconception("walked-uphill", UP, f"[{x + s * p}, {y + s * q}]"),
        Misconception("start-forgotten", START, f"[{-s * p}, {-s * q}]"),
        Misconception("whole-row-walked", WHOLE, f"[{x - p}, {y - q}]"),
        Misconception("slopes-crossed", CROSSED, f"[{x - s * q}, {y - s * p}]"),
    )
    label = r"$\begin{bmatrix} x & y \end{bmatrix} =$"
    part = matrix_part("tip", row_vector(list(tip)), variables=(), label=label, misconceptions=mistakes)
    shown = {name: f"({n})" if n < 0 else str(n) for name, n in (("p_shown", p), ("q_shown", q))}
    new = {"x_new": f"{float(tip[0]):g}", "y_new": f"{float(tip[1]):g}", "s": f"{float(s):g}"}
    return Draw({"x": x, "y": y, "p": p, "q": q, **shown, **new}, (distinct(part),))
