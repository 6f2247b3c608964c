"""The general term of b e^(ax), and one coefficient from it."""

from fractions import Fraction
from math import factorial

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part

TIMES = (
    "That is $n$ factors *added*. Each derivative multiplies by the rate once more, so after $n$ of them "
    "there is a power."
)
RATE_ONCE = "The rate came out once. The chain rule brings it out at every derivative: how often in all?"
UNDIVIDED = "That is the derivative at 0. Its dial is the derivative divided by the factorial."
BY_ORDER = (
    "You divided by the order. What has to be undone is every factor that came down from the power: divide "
    "by the factorial."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return b e^(ax) with a from 2 to 5 and b from 1 to 5, and a power 3 or 4."""
    a, b, k = int(rng.integers(2, 6)), int(rng.integers(1, 6)), int(rng.integers(3, 5))
    front = "" if b == 1 else f"{b}*"
    power = parse(f"{front}{a}^n", ("n",))
    coefficient = Fraction(b * a**k, factorial(k))
    parts = (
        expression_part(
            "power",
            power,
            label="$p(n) =$",
            variables=("n",),
            domain={"n": (0.0, 4.0)},
            misconceptions=(
                Misconception("factors-added", TIMES, f"{front}{a} n"),
                Misconception("rate-once", RATE_ONCE, f"{a * b}"),
            ),
        ),
        distinct(
            number_part(
                "coefficient",
                coefficient,
                label=f"Before $x^{{{k}}}$ stands",
                misconceptions=(
                    Misconception("factorials-missing", UNDIVIDED, str(b * a**k)),
                    Misconception("divided-by-the-order", BY_ORDER, str(Fraction(b * a**k, k))),
                ),
                follow_through=FollowThrough(f"power/{factorial(k)}", at={"n": k}),
            )
        ),
    )
    values = {
        "f": parse(f"{front}e^({a} x)"),
        "a": a,
        "k": k,
        "also": "" if b == 1 else f", and ${b}$ waits in front",
        "factorial": factorial(k),
        "derivatives": r",\; ".join(str(b * a**n) for n in range(4)),
        "power": power,
        "number": b * a**k,
        "coefficient": coefficient,
    }
    return Draw(values, parts)
