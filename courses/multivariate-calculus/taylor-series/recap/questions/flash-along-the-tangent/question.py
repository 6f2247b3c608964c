"""A value near a point by the tangent there."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

WHOLE = "You multiplied the slope by the place. It belongs to the step from the point that you know."
STEP = "You added the slope whole, as for a step of 1. Multiply it by how long the step is."
BACK = "Right size, wrong way. Does the step go to the right or to the left?"


def generate(rng: np.random.Generator) -> Draw:
    """Return a height and a slope at a whole number, and a place one to three tenths away."""
    a, height = int(rng.integers(2, 8)), int(rng.integers(2, 10))
    slope = int(rng.integers(2, 6)) * int(rng.choice([-1, 1]))
    step = Fraction(int(rng.choice([-2, -1, 1, 2, 3])), 10)
    answer = height + slope * step
    mistakes = (
        Misconception("slope-times-place", WHOLE, str(height + slope * (a + step))),
        Misconception("step-forgotten", STEP, str(height + slope)),
        Misconception("step-turned", BACK, str(height - slope * step)),
    )
    part = number_part("value", answer, label="About", misconceptions=mistakes)
    told = {"a": a, "height": height, "slope": slope}
    numbers = {"b": f"{float(a + step):g}", "answer": f"{float(answer):g}"}
    shown = {"slope_shown": _shown(slope), "step_shown": _shown(step)}
    return Draw({**told, **numbers, **shown}, (distinct(part),))


def _shown(number: int | Fraction) -> str:
    return f"({float(number):g})" if number < 0 else f"{float(number):g}"
