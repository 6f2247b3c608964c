"""A whole bracket goes into the slot of a function."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, expression_part

ADDED = (
    "You added the step to what comes *out*. It belongs into what goes *in*: the rule has to work on all of "
    "the bracket, the step as well."
)
TIMES = (
    "You read the bracket as *times*. Before it stands the name of a rule, not a number, so the bracket is a "
    "slot: put what it holds in place of $x$."
)
SPLIT = (
    "Both parts of the bracket went in, and each was squared for itself. The square is taken of the bracket "
    "as one thing: try it with numbers, and the two will differ."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return f = a x² ± b and the input x + k, with small whole numbers and b ≠ k."""
    a, k = int(rng.integers(2, 6)), int(rng.integers(2, 7))
    b = int(rng.choice([n for n in range(1, 10) if n != k]))
    sign = str(rng.choice(["+", "-"]))
    rule = f"{a} x^2 {sign} {b}"
    signed = b if sign == "+" else -b
    mistakes = (
        Misconception("step-added-outside", ADDED, f"{rule} + {k}"),
        Misconception("bracket-read-as-times", TIMES, f"({rule})*(x + {k})"),
        Misconception("bracket-squared-in-parts", SPLIT, f"{a}*(x^2 + {k}^2) {sign} {b}"),
    )
    part = expression_part(
        "output", f"{a}(x + {k})^2 {sign} {b}", label=f"$f(x + {k}) =$", misconceptions=mistakes
    )
    values = {
        "f": parse(rule),
        "inside": f"x + {k}",
        "gap": rf"{a}\,(\quad)^2 {sign} {b}",
        "shown": rf"{a}\,(x + {k})^2 {sign} {b}",
        "at_one": 1 + k,
        "value": a * (1 + k) ** 2 + signed,
    }
    return Draw(values, (part,))
