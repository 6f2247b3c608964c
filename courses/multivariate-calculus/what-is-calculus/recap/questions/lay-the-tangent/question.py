"""A tangent to be laid on a parabola."""

import numpy as np

from upslope.maths import derivative, evaluate, number, parse, tidy
from upslope.questions import Dot, Draw, place_tangent_part, plot_of


def generate(rng: np.random.Generator) -> Draw:
    """Return x²/2 shifted up or down, perhaps upside down, and a place with a slope of ±1 or ±2."""
    at, lift = int(rng.choice([-2, -1, 1, 2])), int(rng.integers(-1, 2))
    sign = int(rng.choice([-1, 1]))
    f = tidy(number(sign) * parse("x^2/2") + lift)
    height = evaluate(f, {"x": at})
    way = "upwards" if sign > 0 else "downwards"
    alt = f"A parabola that opens {way}, with its turn at height {lift}; its point at x = {at} is marked."
    plot = plot_of(f, (-4.0, 4.0, -6.0, 6.0), alt, dots=(Dot((at, float(height)), "x"),))
    part = place_tangent_part("tangent", plot, f, at, label=f"The tangent at $x = {at}$")
    values = {"f": f, "at": at, "derivative": tidy(derivative(f)), "slope": sign * at}
    return Draw({**values, "height": number(height)}, (part,))
