"""Three functions of two variables: the shape of the Jacobian is a part of the answer."""

import numpy as np

from upslope.maths import jacobian, matrix, parse, row_vector
from upslope.questions import Draw, Misconception, matrix_part
from upslope.questions.misconceptions import jacobian as slips

NAMES = ("x", "y")
ADDED = (
    "You added the slopes of each output. Each dial turns on its own, so its slope keeps a place of its own: "
    "a column for $x$ and a column for $y$."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return u = a x y, v = x² + b y and w = c x − y² or so, with three different numbers, mixed."""
    a, b, c = (int(n) for n in rng.choice(np.arange(2, 10), 3, replace=False))
    texts = [f"{a}x*y", f"x^2 + {b}y", f"{c}x - y^{int(rng.integers(2, 4))}"]
    u, v, w = (parse(texts[int(place)], NAMES) for place in rng.permutation(3))
    worked = jacobian({"u": u, "v": v, "w": w}, NAMES)
    rows = worked.result.rows
    added = str(matrix([[left + right] for left, right in rows]))
    part = matrix_part(
        "jacobian",
        worked.result,
        variables=NAMES,
        shape="chosen",
        label="$\\mathbf{J} =$",
        misconceptions=(slips.transposed(worked.result), Misconception("slopes-added", ADDED, added)),
    )
    first = row_vector(list(rows[0]))
    return Draw({"u": u, "v": v, "w": w, "first": first, "worked": worked}, (part,))
