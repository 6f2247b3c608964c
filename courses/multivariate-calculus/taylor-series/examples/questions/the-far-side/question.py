"""How far the series of c/(x − wall) about a reaches, and where it ends on the calm side."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

FROM_ZERO = "That is how far the wall is from 0. The lamp does not stand there: measure from its own place."
PLACE = "That is where the lamp stands. Ask how far the wall is from it."
WALL = "That is the wall itself. Asked is the end on the other side, where nothing is to be seen."
ENDLESS = "You counted from 0. The far end lies one radius beyond the lamp, so begin from the lamp."


def generate(rng: np.random.Generator) -> Draw:
    """Return c/(x ± w) and a point of expansion to the right or the left of the wall."""
    wall = int(rng.choice([-4, -3, -2, 2, 3, 4]))
    radius, side = int(rng.choice([1, 5, 6, 7])), int(rng.choice([-1, 1]))
    a, c = wall + side * radius, int(rng.integers(1, 8))
    if a == 0:
        a, radius = 2 * wall, abs(wall)
        side = 1 if wall > 0 else -1
    far = a + side * radius
    parts = (
        distinct(
            number_part(
                "radius",
                radius,
                label="The radius of convergence is",
                misconceptions=(
                    Misconception("distance-from-zero", FROM_ZERO, str(abs(wall))),
                    Misconception("place-for-distance", PLACE, str(abs(a))),
                ),
            )
        ),
        distinct(
            number_part(
                "far",
                far,
                label="On the far side it ends at $x =$",
                misconceptions=(
                    Misconception("the-wall-itself", WALL, str(wall)),
                    Misconception("radius-from-zero", ENDLESS, str(side * radius)),
                ),
                follow_through=FollowThrough(f"{a} {'+' if side > 0 else '-'} radius"),
            )
        ),
    )
    values = {
        "f": parse(f"{c}/(x {'-' if wall > 0 else '+'} {abs(wall)})"),
        "a": a,
        "wall": wall,
        "radius": radius,
        "way": "to the right" if side > 0 else "to the left",
        "sign": "+" if side > 0 else "-",
        "far": far,
    }
    return Draw(values, parts)
