"""A cubic with two flat places, given as a picture; its slope, a parabola, is drawn."""

import numpy as np

from upslope.maths import differentiate, parse, tidy
from upslope.questions import Draw, misconceptions, plot_of, sketch_part, view_of

LEFT, RIGHT = -4.0, 4.0
FLAT = ((-3, 1), (-3, 2), (-2, 2), (-2, 3), (-1, 3))
WAYS = {
    1: ("falls, then rises", "falls", "lies below it"),
    -1: ("rises, then falls", "rises", "lies above it"),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a cubic that is flat at two places, far enough apart for its wave to be seen."""
    p, q = FLAT[rng.integers(len(FLAT))]
    sign = int(rng.choice([-1, 1]))
    f = tidy(parse(f"{sign}*x^3/3 - ({sign * (p + q)})*x^2/2 + ({sign * p * q})*x"))
    worked = differentiate(f)
    way, inner, side = WAYS[sign]
    alt = f"A curve in one piece, flat at x = {p} and at x = {q}. In between it {inner}."
    view = view_of([worked.result], LEFT, RIGHT)
    part = sketch_part(
        "slope",
        worked.result,
        view=view,
        axes=("x", "f′(x)"),
        above=plot_of(f, view_of([f], LEFT, RIGHT), alt, axes=("x", "f(x)")),
        clues=misconceptions.derivative_sketch.CLUES,
        misconceptions=misconceptions.derivative_sketch.sketch_mistakes(f),
    )
    values = {
        "f": f,
        "p": p,
        "q": q,
        "between": side,
        "worked": worked,
        "picture": plot_of(worked.result, view, f"A parabola that {way}.", role="slope", axes=("x", "f′(x)")),
    }
    return Draw(values, (part,))
