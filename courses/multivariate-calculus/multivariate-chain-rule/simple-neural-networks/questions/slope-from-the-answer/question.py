"""The slope of a sigmoid neuron from its value: a (1 - a), then times the weight."""

from fractions import Fraction

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

VALUE = "That is how high σ is. The slope needs both factors: what the neuron said, and what is missing to 1."
REST = "That is what is missing to 1. The slope needs a second factor: what the neuron said."
NO_WEIGHT = (
    "This is how fast the answer changes with $z$. And $z$ changes with the input, as fast as the weight "
    "says."
)
WEIGHT_ONLY = "That is how fast $z$ changes. The answer is squashed after that, and σ has a slope of its own."
ADDED = "You added the two links. In a chain, each stretches what the one before it passes on: multiply."
AS_VALUE = "You multiplied the weight by σ itself. A chain is made of slopes."


def generate(rng: np.random.Generator) -> Draw:
    """Return what the neuron said, in tenths but not one half, and a weight from 2 to 9 or below 0."""
    tenths = int(rng.choice([1, 2, 3, 4, 6, 7, 8, 9]))
    w = int(rng.choice([-1, 1])) * int(rng.integers(2, 10))
    a = Fraction(tenths, 10)
    slope = a * (1 - a)
    parts = (
        number_part(
            "slope",
            slope,
            label="$\\sigma'(z) =$",
            misconceptions=(
                Misconception("value-for-slope", VALUE, str(a)),
                Misconception("one-factor-of-the-slope", REST, str(1 - a)),
            ),
        ),
        number_part(
            "rate",
            w * slope,
            label="$\\dfrac{\\partial a^{(1)}}{\\partial a^{(0)}} =$",
            misconceptions=(
                Misconception("weight-link-forgotten", NO_WEIGHT, str(slope)),
                Misconception("squash-link-forgotten", WEIGHT_ONLY, str(w)),
                Misconception("links-of-a-neuron-added", ADDED, str(w + slope)),
                Misconception("value-in-the-chain", AS_VALUE, str(w * a)),
            ),
            follow_through=FollowThrough(f"({w})*slope"),
        ),
    )
    worked = differentiate(parse(f"1/(1 + e^(-({w}x + b)))", ("x", "b")), "x")
    shown = {"a": f"{float(a):g}", "slope": f"{float(slope):g}", "rate": f"{float(w * slope):g}"}
    return Draw({"w": w, "worked": worked, **shown}, tuple(distinct(part) for part in parts))
