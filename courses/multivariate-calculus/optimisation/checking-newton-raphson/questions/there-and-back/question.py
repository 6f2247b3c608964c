"""Two cubics on which two points lead to each other, and starts beside them that find a root."""

import numpy as np

from upslope.maths import derivative, evaluate, parse, tidy
from upslope.questions import Draw, TangentWalk, distinct, number_part
from upslope.questions.misconceptions import newton_raphson

# In u: u³ + p u + q, its root hoped for, whole starts, and the window.
CURVES = (
    (-2, 2, -1.7692923542386314, (0, 1, 0, 1, -1, -2), (-3.2, 2.2, -5.0, 7.0)),
    (-5, 0, 5**0.5, (-1, 1, 2, 3), (-3.6, 3.6, -8.0, 13.0)),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return c times one of ``CURVES``, moved by whole numbers and perhaps turned left to right."""
    p, q, root, starts, (left, right, bottom, top) = CURVES[rng.integers(2)]
    shift, turn, size = int(rng.integers(-2, 3)), int(rng.choice([-1, 1])), int(rng.integers(1, 3))
    u = int(rng.choice(starts))
    start, target = shift + turn * u, shift + turn * root
    # ±(x − h)³ ± p(x − h) + q, multiplied out
    factors = (turn, -3 * turn * shift, turn * (3 * shift**2 + p), q - turn * (shift**3 + p * shift))
    f = tidy(parse(" + ".join(f"({size * n})*x^{3 - k}" for k, n in enumerate(factors) if n)))
    walk = TangentWalk(f, start, target)
    sides = sorted((shift + turn * left, shift + turn * right))
    view = (sides[0], sides[1], size * bottom, size * top)
    slope = derivative(f)
    height, steep = (int(evaluate(one, {"x": start})) for one in (f, slope))
    mistakes = (
        newton_raphson.step_added(f, start),
        newton_raphson.ratio_turned_over(f, start),
        newton_raphson.slope_left_out(f, start),
        newton_raphson.step_for_the_point(f, start),
    )
    first = f"{start} - ({height})/({steep})"
    alt = f"A winding curve. S is at {start} on the axis, T at a root near {target:.1f}."
    part = number_part("first", first, label="$x_1 =$", decimals=2, misconceptions=mistakes)
    values = {
        "f": f,
        "target": target,
        "start": start,
        "slope": slope,
        "height": height,
        "steep": steep,
        "picture": walk.picture(view, alt),
        "path": walk.picture(view, f"{alt} Tangents lead from S to the next points.", 2),
        "worked": walk.worked(),
    }
    return Draw(values, (distinct(part), walk.fate_part(rng, "target other cycle away")))
