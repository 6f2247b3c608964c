"""A parabola with two roots: a start on either side of the turn, and one of the roots as the hope."""

import numpy as np

from upslope.maths import derivative, evaluate, parse, tidy
from upslope.questions import Draw, TangentWalk, view_of

SCENES = (
    "A rope hangs over a brook, and this is its height. Where does it touch the water?",
    "What a stall earns, over the hours $x$ after noon. When does it earn nothing?",
    "How high a path lies above the sea, $x$ miles east of a lighthouse. Where is it at the water?",
)
# How far the start is from the turn, the root being at 1; nothing near the turn, nothing on a root.
STARTS = (0.4, 0.5, 0.6, 1.6, 1.8)


def generate(rng: np.random.Generator) -> Draw:
    """Return ±(x − p)(x − q) with whole roots, and the start as many times as far out as in ``STARTS``."""
    middle, half = int(rng.integers(-3, 4)), int(rng.integers(2, 4))
    sign, side, hoped = (int(n) for n in rng.choice([-1, 1], 3))
    start = round(middle + side * half * float(rng.choice(STARTS)), 2)
    f = tidy(parse(f"{sign}*x^2 + ({-2 * sign * middle})*x + ({sign * (middle**2 - half**2)})"))
    target = middle + hoped * half
    walk = TangentWalk(f, start, float(target))
    view = view_of([f], middle - 2 * half, middle + 2 * half)
    alt = (
        f"A parabola that crosses the axis at {middle - half} and {middle + half}. S is at {start:g} on the "
        f"axis, T at the root {target}."
    )
    slope = derivative(f)
    at = {"x": start}
    values = {
        "scene": str(rng.choice(SCENES)),
        "f": f,
        "target": target,
        "start": f"{start:g}",
        "slope": slope,
        "height": f"{round(evaluate(f, at), 3) + 0.0:g}",
        "steep": f"{round(evaluate(slope, at), 3) + 0.0:g}",
        "path": walk.picture(view, f"{alt} Tangents lead from S to the next points.", 3),
        "worked": walk.worked(),
    }
    return Draw(values, (walk.landing_part(view, alt), walk.fate_part(rng, "target other cycle away")))
