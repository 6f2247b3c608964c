"""Three links from the cost of one neuron back to its weight, two and a 1 back to its bias."""

from fractions import Fraction

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part
from upslope.questions.misconceptions import neural_network

SCENES = (
    "A scale decides whether a parcel is too heavy.",
    "A nose of wires decides whether milk is sour.",
    "A camera decides whether the postman is here.",
    "A microphone decides whether that was a cough.",
    "A window decides whether to close before the rain.",
)
SQUARE_KEPT = (
    "Your first link is the cost itself, still squared. The chain wants its slope: what was squared, doubled."
)
FOR_BIAS = "This belongs to the weight, which multiplies the input. What does the bias multiply?"


def generate(rng: np.random.Generator) -> Draw:
    """Return an input of 2 to 5 or below 0, an answer in tenths but not one half, and a target of 0 or 1."""
    scene = SCENES[rng.integers(len(SCENES))]
    x = int(rng.choice([-5, -4, -3, -2, 2, 3, 4, 5]))
    a, y = Fraction(int(rng.choice([1, 2, 3, 4, 6, 7, 8, 9])), 10), int(rng.integers(2))
    fall, bend = 2 * (a - y), a * (1 - a)
    by_w, by_b = fall * bend * x, fall * bend
    squared = Misconception("cost-in-place-of-its-slope", SQUARE_KEPT, str((a - y) ** 2 * bend * x))
    of_w = (
        neural_network.activation_slope_forgotten((fall, x)),
        neural_network.error_turned_round(a, y, (bend, x)),
        neural_network.link_forgotten((fall, bend, x), 2),
        squared,
    )
    of_b = (
        Misconception("bias-given-the-input", FOR_BIAS, str(by_w)),
        neural_network.activation_slope_forgotten((fall,)),
        neural_network.error_turned_round(a, y, (bend,)),
    )
    parts = (
        number_part(
            "by_w", _decimal(by_w), label="$\\dfrac{\\partial C}{\\partial w} =$", misconceptions=of_w
        ),
        number_part(
            "by_b",
            _decimal(by_b),
            label="$\\dfrac{\\partial C}{\\partial b} =$",
            misconceptions=of_b,
            follow_through=FollowThrough(f"by_w/({x})"),
        ),
    )
    worked = differentiate(parse("(a - y)^2", ("a", "y")), "a")
    shown = {"a": a, "fall": fall, "bend": bend, "by_w": by_w, "by_b": by_b}
    values = {name: _decimal(value) for name, value in shown.items()}
    return Draw(
        {"scene": scene, "x": x, "x_": f"({x})" if x < 0 else str(x), "y": y, "worked": worked, **values},
        tuple(distinct(part) for part in parts),
    )


def _decimal(value: Fraction) -> str:
    return f"{float(value):g}"
