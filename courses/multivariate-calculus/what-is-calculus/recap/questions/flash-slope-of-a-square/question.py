"""The slope of a x² at a whole number."""

import numpy as np

from upslope.maths import derivative, parse, tidy
from upslope.questions import Draw, distinct, number_part
from upslope.questions.misconceptions import at_point, power_rule, slope


def generate(rng: np.random.Generator) -> Draw:
    """Return a x² with a from 1 to 4, at a place from 2 to 5 on either side of 0."""
    a, at = int(rng.integers(1, 5)), int(rng.choice([-5, -4, -3, -2, 2, 3, 4, 5]))
    f = tidy(parse(f"{a}x^2"))
    mistakes = (
        slope.height_for_slope(a * at**2),
        at_point(power_rule.exponent_not_brought_down(a, 2), {"x": at}),
    )
    part = number_part("slope", 2 * a * at, label="Slope:", misconceptions=mistakes)
    values = {"f": f, "at": at, "derivative": tidy(derivative(f)), "slope": 2 * a * at}
    return Draw(values, (distinct(part),))
