"""The approximation of order 2 from a height, a slope and a bend, in a scene."""

from fractions import Fraction

import numpy as np

from upslope.maths import parse, tidy
from upslope.questions import Draw, Misconception, distinct, expression_part

WHOLE = (
    "Height and slope are right, and the bend is taken whole. Differentiate your last term twice: it bends "
    "twice as hard as it should."
)
SHORT = "That is order 1, the tangent, and it is right as far as it goes. The bend is still to come."
NO_HEIGHT = (
    "Slope and bend are right. It does not start from nothing, though: at this moment there is a height."
)
SAME_POWER = (
    "The bend changes the *rate*. What it adds grows with the square of the time: its half stands before "
    "$t^2$."
)
SCENES = (
    ("A balloon is in the air.", "its height", "metres", "minute"),
    ("A tram pulls out.", "its way from the depot", "metres", "second"),
    ("A bath fills.", "the depth of the water", "centimetres", "minute"),
    ("A rumour goes round.", "the number of those who know it", "people", "hour"),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a scene with a height, a slope and a bend, no two of them alike."""
    scene, what, unit, time = SCENES[int(rng.integers(len(SCENES)))]
    p, v, a = int(rng.integers(20, 61)), int(rng.integers(3, 10)), int(rng.choice([-5, -4, -3, -2, 2, 4, 6]))
    half = Fraction(a, 2)
    answer = tidy(parse(f"{p} + {v} t + ({half}) t^2", ("t",)))
    mistakes = (
        Misconception("bend-not-halved", WHOLE, f"{p} + {v}*t + ({a})*t^2"),
        Misconception("one-order-short", SHORT, f"{p} + {v}*t"),
        Misconception("height-left-out", NO_HEIGHT, f"{v}*t + ({half})*t^2"),
        Misconception("bend-beside-the-slope", SAME_POWER, f"{p} + {v}*t + ({half})*t"),
    )
    part = expression_part(
        "position", answer, variables=("t",), label="$f(t) \\approx$", misconceptions=mistakes
    )
    values = {"scene": scene, "what": what, "unit": unit, "time": time, "p": p, "v": v, "a": a}
    return Draw({**values, "half": half, "answer": answer}, (distinct(part),))
