"""The second-order Taylor polynomial of c x³ about a point."""

import numpy as np

from upslope.maths import derivative, evaluate, parse, taylor_polynomial
from upslope.questions import Draw, Misconception, expression_part
from upslope.questions.misconceptions import taylor

LEFT_AT_ZERO = (
    "All three numbers are 0 if you ask at 0. Ask at the point that is given, where the cube has a size."
)
COUNTED = ("Two", "Three", "Four")


def generate(rng: np.random.Generator) -> Draw:
    """Return x³ or a few of them, and an edge from 1 to 6."""
    a, c = int(rng.integers(1, 7)), int(rng.integers(1, 5))
    f = parse(f"{c} x^3" if c > 1 else "x^3")
    slope = derivative(f)
    height, steep, bend = (int(evaluate(each, {"x": a})) for each in (f, slope, derivative(slope)))
    worked = taylor_polynomial(f, "x", a, 2)
    part = expression_part(
        "polynomial",
        worked.result,
        label="$p(x) =$",
        misconceptions=(
            taylor.factorials_missing(f, a, 2),
            taylor.shift_forgotten(f, a, 2),
            taylor.one_order_short(f, a, 2),
            Misconception("expanded-about-zero", LEFT_AT_ZERO, "0"),
        ),
    )
    count = COUNTED[c - 2]
    values = {
        "cubes": f"{count} ice cubes of edge $x$ have together the volume"
        if c > 1
        else "An ice cube of edge $x$ has the volume",
        "corners": f"{count.lower()} tiny corner cubes" if c > 1 else "a tiny corner cube",
        "f": f,
        "a": a,
        "height": height,
        "slope": steep,
        "bend": bend,
        "corner": parse(f"{c} (x - {a})^3" if c > 1 else f"(x - {a})^3"),
        "worked": worked,
    }
    return Draw(values, (part,))
