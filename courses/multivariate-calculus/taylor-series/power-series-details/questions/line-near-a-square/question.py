"""The straight line that touches the square root at a square, and a root read off it."""

from fractions import Fraction

import numpy as np

from upslope.maths import parse, taylor_polynomial
from upslope.questions import Draw, FollowThrough, Misconception, expression_part, number_part
from upslope.questions.misconceptions import taylor

TURNED = (
    "The size of the step is right, its sign is turned. The step leads from the square to the area: is the "
    "terrace larger or smaller than the square next door?"
)
UNTOUCHED = "That is the side of the square next door. The step from there adds slope times step."


def generate(rng: np.random.Generator) -> Draw:
    """Return a root from 3 to 9 and an area one or two beside its square."""
    root, step = int(rng.integers(3, 10)), int(rng.choice([-2, -1, 1, 2]))
    square, f = root * root, parse("sqrt(x)")
    worked = taylor_polynomial(f, "x", square, 1)
    value = root + Fraction(step, 2 * root)
    line = expression_part(
        "line",
        worked.result,
        label="$p(x) =$",
        misconceptions=(
            Misconception(
                "taylor-value-dropped",
                "This is how much the root changes from the square on. It starts from a height: add it.",
                f"(x - {square})/{2 * root}",
            ),
            taylor.shift_forgotten(f, square, 1),
            taylor.shift_turned(f, square, 1),
        ),
    )
    side = number_part(
        "side",
        value,
        label="The side is about",
        decimals=4,
        misconceptions=(
            Misconception("step-turned-round", TURNED, str(root - Fraction(step, 2 * root))),
            Misconception("step-not-taken", UNTOUCHED, str(root)),
        ),
        follow_through=FollowThrough("line", at={"x": square + step}),
    )
    values = {
        "area": square + step,
        "square": square,
        "root": root,
        "step": step,
        "double": 2 * root,
        "worked": worked,
        "value": value,
    }
    return Draw(values, (line, side))
