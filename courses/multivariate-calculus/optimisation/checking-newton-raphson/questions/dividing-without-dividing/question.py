"""1/x − c: from a start between 0 and 2/c it works, at 2/c it stops at 0, beyond that it runs away."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, TangentWalk, distinct, number_part

# Starts for each c; 2/c itself only where that and 1/x are exact in a computer.
STARTS = {
    2: (0.2, 0.3, 0.4, 0.7, 0.8, 1.0, 1.0, 1.2, 1.5, -0.2),
    4: (0.1, 0.2, 0.3, 0.4, 0.5, 0.5, 0.6, 0.7, -0.1),
    5: (0.1, 0.3, 0.5, 0.6, -0.1),
    10: (0.05, 0.15, 0.25, 0.3, -0.05),
}
ONE = (
    "You used $1 - c\\,x$ for the bracket. The rule has 2 in it: one for the start itself, one for the step."
)
ADDED = "The bracket subtracts: it is 2 minus $c$ times the start."
BRACKET = "That is the bracket alone. The next point is the start times the bracket."
SQUARE = "The start stands in the rule twice: before the bracket, and inside it. You left out the one inside."


def generate(rng: np.random.Generator) -> Draw:
    """Return c and a start of ``STARTS``."""
    c = int(rng.choice(list(STARTS)))
    start = float(rng.choice(STARTS[c]))
    f = parse(f"1/x - {c}")
    walk = TangentWalk(f, start, 1 / c)
    bracket = round(2 - c * start, 6)
    first = round(start * bracket, 6) + 0.0
    mistakes = (
        Misconception("one-for-two", ONE, f"{start * (bracket - 1):.6g}"),
        Misconception("bracket-added-up", ADDED, f"{start * (2 + c * start):.6g}"),
        Misconception("bracket-for-the-point", BRACKET, f"{bracket:.6g}"),
        Misconception("start-used-once", SQUARE, f"{start * (2 - c):.6g}"),
    )
    part = number_part("first", f"{first:g}", label="$x_1 =$", decimals=3, misconceptions=mistakes)
    view = (-3.2 / c, 3.8 / c, -6.0 * c, 6.0 * c)
    alt = (
        f"The curve of 1/x − {c}: a branch to the right of 0 that crosses the axis at T, and one below the "
        f"axis to the left. S is at {start:g}."
    )
    ending = walk.solution.outcome.sentence  # the points themselves stand above it
    values = {
        "f": f,
        "c": c,
        "start": f"{start:g}",
        "bracket": f"{bracket:g}",
        "first": f"{first:g}",
        "points": walk.journey,
        "picture": walk.picture(view, alt),
        "path": walk.picture(view, f"{alt} Tangents, as far as they lie in the picture.", 2),
        "ending": ending.split(":")[0] + "." if walk.fate == "away" else ending,
    }
    return Draw(values, (distinct(part), walk.fate_part(rng, "target away stuck cycle")))
