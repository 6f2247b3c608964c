"""A rational function with one real pole and two beside the line: how far a series about a point reaches."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, distinct, number_part

# a point, how far beside the line the poles are, and how far they are from the point
TRIANGLES = ((3, 4, 5), (4, 3, 5), (6, 8, 10), (8, 6, 10), (5, 12, 13), (12, 5, 13))
ONLY_REAL = (
    "You looked along the line only. There are two poles beside it, where the other factor is zero, and "
    "they are nearer."
)
ONLY_BESIDE = "You looked beside the line only. The pole on the line is nearer to this point."
FROM_ZERO = "You measured from 0. The light goes out from the point of expansion: measure from there."
CORNER = "You went along the line and then beside it. Light goes straight: use Pythagoras."
SQUARED = "That is the distance squared. One root is still to be taken."
FARTHEST = "The series ends at the *first* pole that its circle meets, not at the last."


def generate(rng: np.random.Generator) -> Draw:
    """Return a pole at b to the right of the point, nearer or farther than the ones beside the line."""
    point, beside, away = TRIANGLES[int(rng.integers(len(TRIANGLES)))]
    near = bool(rng.integers(2))
    gap = int(rng.integers(1, away - 1)) if near else away + int(rng.integers(1, 5))
    wall = point + gap
    f = parse(f"1/((x - {wall})*(x^2 + {beside**2}))")
    reach = min(gap, away)
    mistakes = (
        Misconception("poles-beside-the-line-overlooked", ONLY_REAL, str(gap))
        if not near
        else Misconception("pole-on-the-line-overlooked", ONLY_BESIDE, str(away)),
        Misconception("measured-from-zero", FROM_ZERO, str(min(wall, beside))),
        Misconception("farthest-pole-taken", FARTHEST, str(max(gap, away))),
        Misconception("height-for-distance", FROM_ZERO, str(beside)),
        Misconception("place-for-distance", FROM_ZERO, str(wall)),
        Misconception("round-the-corner", CORNER, str(point + beside)),
        Misconception("root-not-taken", SQUARED, str(away**2)),
    )
    part = number_part("reach", reach, label="It reaches", misconceptions=mistakes)
    values = {
        "f": f,
        "point": point,
        "wall": wall,
        "beside": beside,
        "gap": gap,
        "away": away,
        "reach": reach,
    }
    return Draw({**values, "squares": f"{point}^2 + {beside}^2"}, (distinct(part),))
