"""The height after a step on the tangent plane."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

RISE = "That is how much it changes. Add it to the height from which you step."
SWAPPED = "Each slope belongs to the step along its own variable, and yours have changed places."
ONE = "You stepped along one variable only. The other share is missing."


def generate(rng: np.random.Generator) -> Draw:
    """Return a height, two slopes and two steps of a tenth or two."""
    height = int(rng.integers(3, 10))
    p, q = (int(n) * int(rng.choice([-1, 1])) for n in rng.choice(np.arange(2, 8), 2, replace=False))
    dx, dy = (Fraction(int(n), 10) for n in rng.choice([1, 2, 3, -1], 2, replace=False))
    rise = p * dx + q * dy
    mistakes = (
        Misconception("height-left-out", RISE, str(rise)),
        Misconception("slopes-swapped", SWAPPED, str(height + q * dx + p * dy)),
        Misconception("one-share-missing", ONE, str(height + p * dx)),
    )
    part = number_part("height", height + rise, label="About", misconceptions=mistakes)
    step = rf"\begin{{bmatrix}} {float(dx):g} \\ {float(dy):g} \end{{bmatrix}}"
    shares = {"along_x": rf"{_shown(p)} \cdot {_shown(dx)}", "along_y": rf"{_shown(q)} \cdot {_shown(dy)}"}
    values = {"height": height, "p": p, "q": q, "step": step, "answer": f"{float(height + rise):g}"}
    return Draw({**values, **shares}, (distinct(part),))


def _shown(number: int | Fraction) -> str:
    return f"({float(number):g})" if number < 0 else f"{float(number):g}"
