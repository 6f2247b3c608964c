"""The blame of a hidden neuron: along two ways multiplied, then added, then through its own bend."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

UNWEIGHED = (
    "You added what came back, but nobody hears the hidden neuron in full: multiply each by the weight it is "
    "heard with."
)
ONE_WAY = "That is one way only. The other listener reaches the cost, too: add its share."
CROSSED = "Weights and slopes are crossed. Each way has its own weight and its own slope: keep them together."
SUBTRACTED = "You subtracted one way from the other. Ways are added, each with the sign it has."
NO_BEND = "The neuron bends its sum before anybody hears it: one more link, the slope of σ."
VALUE = "You multiplied by what σ says. A link is a slope: what it says, times what is missing to 1."


def generate(rng: np.random.Generator) -> Draw:
    """Return two weights and two slopes in tenths that do not cancel, and what the neuron said."""
    while True:
        w1, w2 = (int(n) for n in rng.choice([2, 3, 4, 5, -2, -3, -4, -5], 2, replace=False))
        d1, d2 = (
            Fraction(int(n), 10) for n in rng.choice([1, 2, 3, 4, 5, -1, -2, -3, -4, -5], 2, replace=False)
        )
        if w1 > 0 and w1 * d1 + w2 * d2 != 0:
            break
    a = Fraction(int(rng.choice([1, 2, 3, 4, 6, 7, 8, 9])), 10)
    by_a, bend = w1 * d1 + w2 * d2, a * (1 - a)
    of_a = (
        Misconception("unweighed-sum", UNWEIGHED, str(d1 + d2)),
        Misconception("first-way-only", ONE_WAY, str(w1 * d1)),
        Misconception("second-way-only", ONE_WAY, str(w2 * d2)),
        Misconception("ways-crossed", CROSSED, str(w1 * d2 + w2 * d1)),
        Misconception("ways-subtracted", SUBTRACTED, str(w1 * d1 - w2 * d2)),
    )
    of_z = (
        Misconception("own-bend-forgotten", NO_BEND, str(by_a)),
        Misconception("value-for-own-bend", VALUE, str(by_a * a)),
    )
    parts = (
        number_part(
            "by_a", _decimal(by_a), label="$\\dfrac{\\partial C}{\\partial a^{(1)}} =$", misconceptions=of_a
        ),
        number_part(
            "by_z",
            _decimal(by_a * bend),
            label="$\\dfrac{\\partial C}{\\partial z^{(1)}} =$",
            misconceptions=of_z,
            follow_through=FollowThrough(f"by_a*{bend}"),
        ),
    )
    shown = {"d1": d1, "d2": d2, "a": a, "by_a": by_a, "bend": bend, "by_z": by_a * bend}
    values = {name: _decimal(value) for name, value in shown.items()}
    signed = {"w2_": Fraction(w2), "d1_": d1, "d2_": d2}
    values |= {name: f"({_decimal(n)})" if n < 0 else _decimal(n) for name, n in signed.items()}
    return Draw({"w1": w1, "w2": w2, **values}, tuple(distinct(part) for part in parts))


def _decimal(value: Fraction) -> str:
    return f"{float(value):g}"
