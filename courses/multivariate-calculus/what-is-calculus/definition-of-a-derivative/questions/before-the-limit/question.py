"""The slope between x and x + h of a quadratic, simplified but not yet taken to the limit."""

import numpy as np

from upslope.maths import derivative, parse
from upslope.questions import Draw, Misconception, expression_part
from upslope.questions.misconceptions import first_principles

TOO_EARLY = (
    "You have already let $h$ shrink to nothing. That is the right last move, one move too soon. Here the "
    "run is still a real distance, so one term with an $h$ stays."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return f = a x² + b x or a x² − b x with small whole a and b."""
    a, b, sign = int(rng.integers(2, 7)), int(rng.integers(2, 10)), str(rng.choice(["+", "-"]))
    f = parse(f"{a} x^2 {sign} {b} x")
    slope = parse(f"{2 * a} x + {a} h {sign} {b}", ("x", "h"))
    mistakes = (
        Misconception("limit-too-early", TOO_EARLY, str(derivative(f))),
        first_principles.cross_term_forgotten(f),
        first_principles.step_never_divided_out(f),
    )
    names, domain = ("x", "h"), {"x": (-3.0, 3.0), "h": (0.1, 2.0)}
    part = expression_part(
        "slope", slope, label="Rise over run:", variables=names, domain=domain, misconceptions=mistakes
    )
    rise = parse(f"{2 * a} x h + {a} h^2 {sign} {b} h", names)
    return Draw({"f": f, "rise": rise, "slope": slope, "limit": derivative(f)}, (part,))
