"""The tangent of a parabola, laid by eye or by calculation."""

import numpy as np

from upslope.maths import differentiate, evaluate, parse
from upslope.questions import Dot, Draw, Plot, curve, place_tangent_part

VIEW = (-4.0, 4.0, -4.0, 6.0)


def generate(rng: np.random.Generator) -> Draw:
    """Return a parabola that fits into the picture, and a place where it is not level."""
    x = int(rng.choice([-2, -1, 1, 2]))
    sign, lift = str(rng.choice(["", "-"])), str(rng.choice(["- 2", "- 1", "+ 1", "+ 2"]))
    f = parse(f"{sign}x^2/{rng.integers(2, 5)} {lift}")
    worked = differentiate(f)
    height = evaluate(f, {"x": x})
    plot = Plot(
        VIEW,
        f"A parabola, with a mark at x = {x}.",
        curves=(curve(f, VIEW),),
        dots=(Dot((x, height), "x"),),
    )
    values = {"f": f, "x": x, "worked": worked, "height": height, "slope": evaluate(worked.result, {"x": x})}
    return Draw(values, (place_tangent_part("tangent", plot, f, x),))
