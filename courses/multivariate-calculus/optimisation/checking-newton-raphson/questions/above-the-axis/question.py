"""Curves that may or may not meet the axis: a parabola above it or through it, and an exponential."""

from fractions import Fraction

import numpy as np

from upslope.maths import derivative, number, parse, tidy
from upslope.questions import Draw, TangentWalk, distinct, number_part
from upslope.questions.misconceptions import newton_raphson

# In u: u² + 1 has no root, u² − 1 has two; from 1 the first is led to its lowest point, where it is level.
ABOVE, THROUGH = (2, 3, -2, -3, 1, -1), (2, 3, -2, -3)


def generate(rng: np.random.Generator) -> Draw:
    """Return a (u² ± 1) with u = x − h, or a e^(± x); each with a whole start."""
    shift, size, kind = int(rng.integers(-3, 4)), int(rng.integers(1, 4)), int(rng.integers(3))
    if kind == 2:
        way = int(rng.choice([-1, 1]))
        f, start = tidy(parse(f"{size}*e^({way}*x)")), int(rng.integers(-1, 2))
        view, first = (-4.0, 4.0, -2.0 * size, 9.0 * size), start - way
        ratio = Fraction(way)
    else:
        lift = (1, -1)[kind]
        u = int(rng.choice((ABOVE, THROUGH)[kind]))
        start = shift + u
        f = tidy(parse(f"{size}*x^2 + ({-2 * size * shift})*x + ({size * (shift**2 + lift)})"))
        view, first = (
            (shift - 3.6, shift + 3.6, -3.5 * size, 11.0 * size),
            f"{start} - ({u**2 + lift})/({2 * u})",
        )
        ratio = Fraction(u**2 + lift, 2 * u)
    walk = TangentWalk(f, start, most_steps=30)
    slope = derivative(f)
    meets = "crosses the axis twice" if kind == 1 else "lies above the axis everywhere in the picture"
    alt = f"A curve that {meets}. S is at {start} on the axis."
    mistakes = (
        newton_raphson.step_added(f, start),
        newton_raphson.ratio_turned_over(f, start),
        newton_raphson.slope_left_out(f, start),
        newton_raphson.step_for_the_point(f, start),
    )
    part = number_part("first", first, label="$x_1 =$", decimals=2, misconceptions=mistakes)
    values = {
        "f": f,
        "start": start,
        "slope": slope,
        "ratio": number(ratio),
        "picture": walk.picture(view, alt),
        "path": walk.picture(view, f"{alt} Tangents lead from S to the next points.", 4),
        "worked": walk.worked(),
    }
    return Draw(values, (distinct(part), walk.fate_part(rng, "other never away stuck")))
