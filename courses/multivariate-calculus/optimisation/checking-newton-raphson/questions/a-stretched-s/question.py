"""u/√(1 + u²): a step turns the distance u into −u³, so it shrinks, stays or explodes."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, TangentWalk, distinct, number_part

STARTS = (0.5, 0.8, 1.0, 1.5, 2.0)
SAME_SIDE = (
    "The cube is right, and the sign is not: the rule takes the cube away, so the landing is on the other "
    "side of T."
)
SQUARE = "You took the square of the distance. The rule has its cube."
FROM_ZERO = "That is how far from T it lands, with its sign. The rule begins with the place of T itself."
STEP = "You took the cube away from the start. The rule begins at T, not at the start."


def generate(rng: np.random.Generator) -> Draw:
    """Return u/√(1 + u²) with u = x − r for r from 1 to 4, and a start on either side."""
    root, side, far = int(rng.integers(1, 5)), int(rng.choice([-1, 1])), float(rng.choice(STARTS))
    f = parse(f"(x - {root})/sqrt(1 + (x - {root})^2)")
    u = side * far
    start, cube = round(root + u, 2), round(u**3, 6)
    walk = TangentWalk(f, start, float(root))
    mistakes = (
        Misconception("cube-added", SAME_SIDE, str(root + cube)),
        Misconception("landing-counted-from-zero", FROM_ZERO, str(-cube)),
        Misconception("cube-taken-from-the-start", STEP, str(start - cube)),
        Misconception("square-for-cube", SQUARE, str(root - side * u**2)),
    )
    part = number_part("first", f"{root - cube:g}", label="$x_1 =$", decimals=2, misconceptions=mistakes)
    view = (root - 4.0, root + 4.0, -1.4, 1.4)
    alt = f"A curve like a stretched S that crosses the axis at T, {root}. S is at {start:g} on the axis."
    ending = walk.solution.outcome.sentence  # the points themselves stand above it
    values = {
        "f": f,
        "root": root,
        "rule": f"{root} - (x_n - {root})^3",
        "start": f"{start:g}",
        "u": f"{u:g}",
        "cube": f"{cube:g}",
        "points": walk.journey,
        "picture": walk.picture(view, alt),
        "path": walk.picture(view, f"{alt} Tangents, as far as they lie in the picture.", 2),
        "ending": ending.split(":")[0] + "." if walk.fate == "away" else ending,
    }
    return Draw(values, (distinct(part), walk.fate_part(rng, "target cycle away other")))
