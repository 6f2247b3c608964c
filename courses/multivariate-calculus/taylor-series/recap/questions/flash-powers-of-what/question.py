"""The step from the point of expansion, typed."""

import numpy as np

from upslope.maths import parse, tidy
from upslope.questions import Draw, Misconception, distinct, expression_part

TURNED = "Put the point in: your expression is not 0 there. The step from the point is $x$ minus the point."
PLAIN = "Powers of $x$ alone belong to a series about 0. Elsewhere one counts from the point."
BACK = "It is 0 at the point, and it counts backwards: to the right of the point the step is above 0."


def generate(rng: np.random.Generator) -> Draw:
    """Return a point of expansion from −9 to 9, not 0."""
    a = int(rng.integers(1, 10)) * int(rng.choice([-1, 1]))
    answer = tidy(parse(f"x - ({a})"))
    mistakes = (
        Misconception("shift-turned", TURNED, f"x + ({a})"),
        Misconception("shift-forgotten", PLAIN, "x"),
        Misconception("step-backwards", BACK, f"({a}) - x"),
    )
    part = expression_part("step", answer, label="Powers of", misconceptions=mistakes)
    return Draw({"a": a, "answer": answer}, (distinct(part),))
