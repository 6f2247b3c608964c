"""A parabola of an error: beyond which step size a walk flies apart, and where one step of Newton lands."""

from fractions import Fraction

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, Misconception, distinct, number_part

ONE_OVER = (
    "With that step size you land on the bottom at once. Twice as bold, and you land as far away "
    "on the other side: that is the edge."
)
COEFFICIENT = "You took the number before the square for the bend. The second derivative is twice that."
START = "That is where you stand. One step leads to where the slope of this parabola is zero."
LOWEST = "That is the smallest error, not the place of the dial."


def generate(rng: np.random.Generator) -> Draw:
    """Return a(q − b)² + c with a from 2 to 8, and a start elsewhere."""
    a, b, c = int(rng.integers(2, 9)), int(rng.integers(1, 8)), int(rng.integers(1, 10))
    start = b + int(rng.choice([-3, -2, 2, 3, 5]))
    error = parse(f"{a} (q - {b})^2 + {c}", ("q",))
    mistakes = (
        Misconception("edge-at-the-bottom", ONE_OVER, str(Fraction(1, 2 * a))),
        Misconception("coefficient-for-bend", COEFFICIENT, str(Fraction(2, a))),
    )
    landings = (
        Misconception("stayed-at-the-start", START, str(start)),
        Misconception("error-for-place", LOWEST, str(c)),
    )
    parts = (
        number_part("edge", str(Fraction(1, a)), label=r"$\alpha =$", misconceptions=mistakes),
        number_part("bottom", b, label="Newton lands at $q =$", misconceptions=landings),
    )
    values = {"error": error, "start": start, "a": a, "b": b, "bend": 2 * a, "edge": parse(f"1/{a}")}
    return Draw({**values, "worked": differentiate(error, "q")}, tuple(distinct(part) for part in parts))
