"""Powers below 1 stand upright at their root: a step multiplies the distance by 1 − 1/p."""

from fractions import Fraction

import numpy as np

from upslope.maths import number, parse, to_latex
from upslope.questions import Draw, Misconception, TangentWalk, distinct, number_part

# Powers, and distances at which a step leads to whole numbers or short decimals.
POWERS = {"1/3": (1, 2), "1/2": (1, 2, 3), "1/5": (1, 2), "3/4": (3, 6), "2/3": (2, 4), "1/4": (1, 2)}
STEP_ADDED = (
    "The step has the right length and leads away from T. Subtract it: the tangent comes down towards T, and "
    "past it."
)
MULTIPLIED = (
    "You multiplied the distance by the exponent. Height over slope *divides* by it: an exponent below 1 "
    "makes a long step."
)
AT_THE_ROOT = (
    "You landed at T itself. A tangent does that only on a straight line: work out height over slope."
)
COUNTED_FROM_T = "That is how far from T it lands, with its sign. Count from 0, as the axis does."


def generate(rng: np.random.Generator) -> Draw:
    """Return (x − r)^p, odd about r, and a start to the right of r."""
    root = int(rng.integers(1, 5))
    power = Fraction(str(rng.choice(list(POWERS))))
    u = int(rng.choice(POWERS[str(power)]))
    # |u|^p with the sign of u, written so that it has a value on both sides
    f = parse(f"(x - {root})*((x - {root})^2)^(({power} - 1)/2)")
    start, left = root + u, 1 - 1 / power
    walk = TangentWalk(f, start, float(root))
    mistakes = (
        Misconception("step-away-from-the-root", STEP_ADDED, str(start + u / power)),
        Misconception("exponent-multiplied", MULTIPLIED, str(start - u * power)),
        Misconception("landed-at-the-root", AT_THE_ROOT, str(root)),
        Misconception("landing-counted-from-the-root", COUNTED_FROM_T, str(left * u)),
    )
    part = number_part("first", root + left * u, label="$x_1 =$", decimals=2, misconceptions=mistakes)
    view = (root - 6.5, root + 6.5, -2.6, 2.6)
    alt = (
        f"A curve that goes upright through the axis at T, {root}, and bends to both sides. S is at {start}."
    )
    ending = walk.solution.outcome.sentence  # the points themselves stand above it
    values = {
        "f": f,
        "root": root,
        "power": f"{power.numerator}/{power.denominator}",
        "times": to_latex(number(1 / power)),
        "left": "-u" if left == -1 else f"{to_latex(number(left))}\\,u",
        "start": start,
        "points": walk.journey,
        "picture": walk.picture(view, alt),
        "path": walk.picture(view, f"{alt} Tangents, as far as they lie in the picture.", 2),
        "ending": ending.split(":")[0] + "." if walk.fate == "away" else ending,
    }
    return Draw(values, (distinct(part), walk.fate_part(rng, "target cycle away other")))
