"""A Jacobian of numbers acts on a small step: row times column, twice."""

import numpy as np

from upslope.maths import column_vector, matrix
from upslope.questions import Draw, Misconception, distinct, matrix_part

COLUMNS = (
    "You went down the columns. A column holds what one tap does; for one outcome, such as the flow, go "
    "along its row and let every tap add its share."
)
ROWS = (
    "You added the slopes of each row as if both taps had turned by one notch. Multiply each slope by its "
    "own step first."
)
SIGN = (
    "The sizes are right. The lower right slope is below zero: more cold water takes warmth away, so that "
    "share is subtracted."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return slopes a, b, c, −d that differ, and two different steps of 2 or more notches."""
    a, b, c, d = (int(n) for n in rng.choice(np.arange(2, 8), 4, replace=False))
    dx, dy = (int(n) for n in rng.choice(np.arange(2, 6), 2, replace=False))
    moved = (a * dx + b * dy, c * dx - d * dy)
    mistakes = (
        Misconception("columns-for-rows", COLUMNS, f"[{a * dx + c * dy}; {b * dx - d * dy}]"),
        Misconception("rows-added", ROWS, f"[{a + b}; {c - d}]"),
        Misconception("minus-lost", SIGN, f"[{moved[0]}; {c * dx + d * dy}]"),
    )
    part = matrix_part(
        "moved",
        column_vector(list(moved)),
        variables=(),
        label="Flow, then warmth:",
        misconceptions=mistakes,
    )
    flow, warmth = rf"{a} \cdot {dx} + {b} \cdot {dy}", rf"{c} \cdot {dx} - {d} \cdot {dy}"
    values = {"slopes": matrix([[a, b], [c, -d]]), "step": column_vector([dx, dy]), "dx": dx, "dy": dy}
    texts = {"flow": flow, "warmth": warmth, "moved": column_vector(list(moved))}
    return Draw({**values, **texts}, (distinct(part),))
