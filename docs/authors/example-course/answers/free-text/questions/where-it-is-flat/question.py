"""What a zero gradient says about a function, and what it leaves open."""

import numpy as np

from upslope.maths import gradient, parse
from upslope.questions import Draw, free_text_part

MODEL = """
The surface is flat at this point: to first order, a small step in any direction does not change $f$. It may
be a lowest point, a highest point or a saddle; the gradient alone cannot say which. And even if it is a
lowest point, there may be a lower one elsewhere, because the gradient is about this one place.
"""
POINTS = (
    "At this point $f$ is flat: a small step, in whatever direction, changes it hardly at all.",
    "It need not be a minimum: a maximum or a saddle is flat, too.",
    "Somewhere else $f$ may be lower; the gradient here says nothing about that.",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a point off the axes, and a saddle that has its flat place there."""
    a, b = (int(n) for n in rng.integers(1, 10, 2))
    steepness = int(rng.integers(2, 6))
    f = parse(f"(x - {a})^2 - {steepness}(y - {b})^2", ("x", "y"))
    part = free_text_part("flat", MODEL, points=POINTS)
    return Draw({"a": a, "b": b, "f": f, "worked": gradient(f, ("x", "y"))}, (part,))
