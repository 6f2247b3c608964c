"""Forward differences for both entries of a row, with two different steps."""

from fractions import Fraction

import numpy as np

from upslope.maths import row_vector
from upslope.questions import Draw, Misconception, distinct, matrix_part
from upslope.questions.misconceptions import gradient

NOT_DIVIDED = (
    "These are the changes of the bitterness. For slopes, divide each by how far its dial was turned."
)
TURNS = "You divided a change by the other dial’s turn. Each slope belongs to the dial that was moved for it."
SIGN = (
    "The sizes are right and the signs are turned. A slope is what came after minus what was before: it is "
    "below zero where turning up makes less."
)
STEPS = ("0.1", "0.2", "0.5")


def generate(rng: np.random.Generator) -> Draw:
    """Return three tries whose slopes are whole numbers."""
    h, k = (Fraction(str(step)) for step in rng.choice(STEPS, 2, replace=False))
    p, q = (int(n) for n in rng.choice([-5, -4, -3, -2, 2, 3, 4, 5], 2, replace=False))
    x, y, here = int(rng.integers(1, 7)), int(rng.integers(1, 7)), int(rng.integers(4, 10))
    rise_x, rise_y = p * h, q * k
    mistakes = (
        Misconception("difference-not-divided", NOT_DIVIDED, f"[{rise_x}, {rise_y}]"),
        Misconception("turns-exchanged", TURNS, f"[{rise_x / k}, {rise_y / h}]"),
        Misconception("change-turned-round", SIGN, f"[{-p}, {-q}]"),
        gradient.slopes_swapped((p, q)),
    )
    row = row_vector([p, q])
    part = matrix_part("row", row, variables=(), label="$\\mathbf{J} \\approx$", misconceptions=mistakes)
    tries = {"x_on": x + h, "y_on": y + k, "ahead_x": here + rise_x, "ahead_y": here + rise_y}
    steps = {"h": h, "k": k, "rise_x": rise_x, "rise_y": rise_y}
    shown = {name: f"{float(value):g}" for name, value in (tries | steps).items()}
    return Draw({**shown, "x": x, "y": y, "here": here, "row": row}, (distinct(part),))
