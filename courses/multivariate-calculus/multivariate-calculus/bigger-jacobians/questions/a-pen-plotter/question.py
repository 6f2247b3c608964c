"""A linear map with constants: its Jacobian is its table of coefficients, and it moves steps exactly."""

import numpy as np

from upslope.maths import column_vector, jacobian, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, matrix_part
from upslope.questions.misconceptions import jacobian as slips

NAMES = ("x", "y")
PLACE = (
    "You put the turns into the formulas, constants and all. That is a place, not a step: where the pen "
    "would stand if both motors began at 0."
)
COLUMNS = (
    "You went down the columns of the matrix. A column is what one motor does; for each coordinate of the "
    "pen go along its row and add."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return u = a x + b y + k, v = c x − d y + m with six numbers that differ, and a step."""
    a, b, c, d = (int(n) for n in rng.choice(np.arange(2, 8), 4, replace=False))
    k, m = (int(n) for n in rng.integers(1, 10, 2))
    dx, dy = (int(n) for n in rng.choice(np.arange(2, 6), 2, replace=False))
    u, v = parse(f"{a}x + {b}y + {k}", NAMES), parse(f"{c}x - {d}y + {m}", NAMES)
    worked = jacobian({"u": u, "v": v}, NAMES)
    moved = (a * dx + b * dy, c * dx - d * dy)
    slopes = matrix_part(
        "slopes",
        worked.result,
        variables=NAMES,
        label="$\\mathbf{J} =$",
        misconceptions=(slips.transposed(worked.result),),
    )
    step = matrix_part(
        "moved",
        column_vector(list(moved)),
        variables=(),
        label="The pen moves by, in $u$ and in $v$:",
        misconceptions=(
            Misconception("place-for-step", PLACE, f"[{moved[0] + k}; {moved[1] + m}]"),
            Misconception("columns-for-rows", COLUMNS, f"[{a * dx + c * dy}; {b * dx - d * dy}]"),
        ),
        follow_through=FollowThrough(f"slopes*[{dx}; {dy}]"),
    )
    values = {"u": u, "v": v, "dx": dx, "dy": dy, "first": rf"{a} \cdot {dx} + {b} \cdot {dy}"}
    shown = {"slopes": worked.result, "step": column_vector([dx, dy]), "moved": column_vector(list(moved))}
    return Draw({**values, **shown, "worked": worked}, (slopes, distinct(step)))
