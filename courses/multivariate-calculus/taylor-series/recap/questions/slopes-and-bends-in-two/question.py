"""The first and the second order of a landscape after a step, from numbers."""

from fractions import Fraction

import numpy as np

from upslope.maths import matrix
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

NO_HEIGHT = "That is how much it changes. Add it to the height you start from."
SWAPPED = "Each slope belongs to the step along its own variable, and yours have changed places."
WHOLE = "The curved part is twice too large: as with one variable, the second order is divided by $2!$."
MIXED = "The entries beside the diagonal count, too, and twice: above it and below it."
ONCE = "You counted the mixed derivative once. It stands in the square twice, above and below the diagonal."


def generate(rng: np.random.Generator) -> Draw:
    """Return a height, a row, a symmetric square with whole numbers and a step of ones and twos."""
    height, p, q = int(rng.integers(10, 30)), int(rng.integers(2, 7)), -int(rng.integers(2, 7))
    a, c = (2 * int(n) for n in rng.integers(1, 4, 2))
    b = int(rng.choice([-3, -2, -1, 1, 2, 3]))
    dx, dy = ((1, 2), (2, 1), (1, -1), (-1, 2), (2, -1), (-1, 1))[int(rng.integers(6))]
    rise, mixed = p * dx + q * dy, b * dx * dy
    squares = a * dx * dx + c * dy * dy
    first, half = height + rise, Fraction(squares + 2 * mixed, 2)
    parts = (
        number_part(
            "first",
            first,
            label="First order:",
            misconceptions=(
                Misconception("height-left-out", NO_HEIGHT, str(rise)),
                Misconception("slopes-swapped", SWAPPED, str(height + q * dx + p * dy)),
            ),
        ),
        number_part(
            "second",
            first + half,
            label="Second order:",
            misconceptions=(
                Misconception("half-forgotten", WHOLE, str(first + 2 * half)),
                Misconception("mixed-terms-missing", MIXED, str(first + Fraction(squares, 2))),
                Misconception("mixed-term-counted-once", ONCE, str(first + Fraction(squares + mixed, 2))),
            ),
            follow_through=FollowThrough(f"first + ({half})"),
        ),
    )
    values = {
        **{"height": height, "p": p, "q": q, "rise": rise, "first": first, "half": half},
        "hessian": matrix([[a, b], [b, c]]),
        "step": matrix([[dx], [dy]]),
        "turned": matrix([[a * dx + b * dy], [b * dx + c * dy]]),
        "whole": squares + 2 * mixed,
        "second": first + half,
        "rise_signed": f"{'+' if rise >= 0 else '-'} {abs(rise)}",
        "half_signed": f"{'+' if half >= 0 else '-'} {abs(half)}",
    }
    return Draw(values, tuple(distinct(part) for part in parts))
