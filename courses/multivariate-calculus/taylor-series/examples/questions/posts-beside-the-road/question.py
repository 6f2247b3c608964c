"""The radius of convergence of b/(x² + c²) about a point, by Pythagoras."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, distinct, number_part

TRIANGLES = ((3, 4, 5), (4, 3, 5), (6, 8, 10), (8, 6, 10), (5, 12, 13), (12, 5, 13), (9, 12, 15), (12, 9, 15))
ALONG = "That is how far it is to 0 along the road. The posts stand beside it: the way there is longer."
BESIDE = (
    "That is how far the posts are from 0, so it is right for a lamp at 0. Yours stands somewhere else, and "
    "the straight way from there is longer."
)
CORNER = "You walked along the road and then beside it. Light goes straight: use Pythagoras."
SQUARED = "That is the distance squared. One root is still to be taken."


def generate(rng: np.random.Generator) -> Draw:
    """Return b/(x² + c²) and a lamp so that the way to the posts is a whole number."""
    along, c, radius = TRIANGLES[int(rng.integers(len(TRIANGLES)))]
    a, b = along * int(rng.choice([-1, 1])), int(rng.integers(1, 6))
    part = number_part(
        "radius",
        radius,
        label="$R =$",
        misconceptions=(
            Misconception("distance-along-the-road", ALONG, str(along)),
            Misconception("lamp-taken-at-zero", BESIDE, str(c)),
            Misconception("round-the-corner", CORNER, str(along + c)),
            Misconception("root-not-taken", SQUARED, str(radius**2)),
        ),
    )
    values = {
        "f": parse(f"{b}/(x^2 + {c * c})"),
        "a": a,
        "c": c,
        "square": c * c,
        "along": along,
        "radius": radius,
    }
    return Draw(values, (distinct(part),))
