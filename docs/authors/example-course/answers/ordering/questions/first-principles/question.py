"""The lines of a derivation from first principles, to be put back in order; one of them does not belong."""

import numpy as np

from upslope.maths import first_principles, parse
from upslope.questions import Draw, Misconception, ordering_part

MISTAKES = (
    Misconception("limit-at-once", r"With $\Delta x = 0$ this is nothing over nothing.", "at_once"),
    Misconception(
        "limit-before-dividing", r"While $\Delta x$ is below, it cannot go to $0$.", "limit, divide"
    ),
    Misconception(
        "divided-too-early", "There is still a term on top that cannot be divided.", "divide, cancel"
    ),
    Misconception(
        "end-before-beginning", "Begin with rise over run, not with its outcome.", "expand, definition"
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return the derivation for ax²."""
    f = parse(f"{int(rng.integers(2, 10))}x^2")
    worked = first_principles(f)
    steps = [{"id": step.rule, "text": rf"$\displaystyle {step.after}$"} for step in worked.steps]
    part = ordering_part(
        "lines",
        [*steps, {"id": "at_once", "text": r"$\displaystyle \frac{f(x + 0) - f(x)}{0}$"}],
        [step["id"] for step in steps],
        rng=rng,
        misconceptions=MISTAKES,
    )
    return Draw({"f": f, "worked": worked}, (part,))
