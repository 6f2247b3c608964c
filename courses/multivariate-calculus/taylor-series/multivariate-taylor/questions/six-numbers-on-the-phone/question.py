"""The height near a place by tangent plane and paraboloid, from value, Jacobian and Hessian in numbers."""

import numpy as np

from upslope.maths import matrix, to_latex
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

SIZES = "You took a step for the opposite one. A negative step turns the sign of its share."
SWAPPED = "East belongs to the first slope and north to the second. Yours have changed places."
ALONE = "That is what is added to the height. The height itself is still missing."
WHOLE = "Half of the bend is to be added, as with $\\frac12 f''$ in one variable. You added all of it."
TWIST = (
    "The twist stands in two corners of the Hessian, and one half of each makes a whole. You have only "
    "one of them."
)
DIAGONAL = "You used the two bends only. The twist belongs to it as well."


def generate(rng: np.random.Generator) -> Draw:
    """Return six whole numbers and a step of one or two to either side."""
    height = 10 * int(rng.integers(4, 13))
    diagonal = mixed = 0
    while 0 in (diagonal, diagonal + mixed):
        east, north, twist = (int(n) for n in rng.choice([-4, -3, -2, 2, 3, 4], 3))
        a, c = (2 * int(n) for n in rng.choice([-2, -1, 1, 2, 3], 2))
        dx, dy = (int(n) for n in rng.choice([-2, -1, 1, 2], 2))
        diagonal, mixed = (a * dx * dx + c * dy * dy) // 2, twist * dx * dy
    plane = height + east * dx + north * dy
    full = plane + diagonal + mixed
    first = number_part(
        "plane",
        plane,
        label="The plane says, in metres:",
        misconceptions=(
            Misconception("slopes-swapped", SWAPPED, str(height + north * dx + east * dy)),
            Misconception("step-unsigned", SIZES, str(height + east * abs(dx) + north * abs(dy))),
            Misconception("height-dropped", ALONE, str(plane - height)),
        ),
    )
    second = number_part(
        "paraboloid",
        full,
        label="The paraboloid says, in metres:",
        misconceptions=(
            Misconception("half-forgotten", WHOLE, str(plane + 2 * (diagonal + mixed))),
            Misconception("mixed-term-counted-once", TWIST, f"{plane + diagonal + mixed / 2}"),
            Misconception("twist-left-out", DIAGONAL, str(plane + diagonal)),
        ),
        follow_through=FollowThrough(f"plane + ({diagonal + mixed})"),
    )
    values = {
        "height": height,
        "j": rf"\begin{{bmatrix}} {east} & {north} \end{{bmatrix}}",
        "h": to_latex(matrix([[a, twist], [twist, c]])),
        "dx": dx,
        "dy": dy,
        "plane_sum": f"{height}{_share(east, dx)}{_share(north, dy)}",
        "plane": plane,
        "step": to_latex(matrix([[dx], [dy]])),
        "row": to_latex(matrix([[dx, dy]])),
        "pushed": to_latex(matrix([[a * dx + twist * dy], [twist * dx + c * dy]])),
        "bend": diagonal + mixed,
        "bend_signed": f"{'+' if diagonal + mixed >= 0 else '-'} {abs(diagonal + mixed)}",
        "full": full,
    }
    return Draw(values, (distinct(first), distinct(second)))


def _share(slope: int, step: int) -> str:
    return f" {'+' if slope > 0 else '-'} {abs(slope)} \\cdot {step if step > 0 else f'({step})'}"
