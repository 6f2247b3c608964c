"""A cubic with three roots: starts on either side of a turn, and a root near the start as the hope."""

import numpy as np

from upslope.maths import derivative, evaluate, parse, tidy
from upslope.questions import Draw, TangentWalk

# Starts in u for u³ − u, and the roots that one might hope for; each is well inside its basin.
STARTS = {0.3: (0, 1), 0.4: (0, 1), 0.5: (0, 1, -1), 0.52: (1, -1), 0.7: (1, 0), 0.8: (1, 0)}


def generate(rng: np.random.Generator) -> Draw:
    """Return ±(u³ − w² u) with u = ±(x − h), a start of ``STARTS`` times w and a root as target."""
    shift, width = int(rng.integers(-2, 3)), int(rng.choice([2, 5]))
    sign, side = (int(n) for n in rng.choice([-1, 1], 2))
    place = float(rng.choice(list(STARTS)))
    start = round(shift + side * width * place, 2)
    target = shift + side * width * int(rng.choice(STARTS[place]))
    factors = (1, -3 * shift, 3 * shift**2 - width**2, shift * width**2 - shift**3)
    terms = [f"({sign * n})*x^{3 - k}" for k, n in enumerate(factors) if n]
    f = tidy(parse(" + ".join(terms)))
    walk = TangentWalk(f, start, float(target))
    room, high = 2.1 * width, 0.9 * width**3
    view = (shift - room, shift + room, -high, high)
    alt = (
        f"A curve that crosses the axis at {shift - width}, {shift} and {shift + width}, with a turn "
        f"between each two. S is at {start:g} on the axis, T at the root {target}."
    )
    slope = derivative(f)
    at = {"x": start}
    values = {
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
