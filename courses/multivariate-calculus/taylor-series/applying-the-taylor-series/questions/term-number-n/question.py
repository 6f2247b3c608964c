"""The general term of x^m/(1 − ax), from that of 1/(1 − u)."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part

NAMES = ("n", "x")
RATE = "The number belongs to $u$, so it goes to the power $n$ together with $x$."
FRONT = "That is the series of the fraction alone. What stands in front of it multiplies every term."
MULTIPLIED = "Powers that are multiplied have their exponents *added*."
OWN_POWER = (
    "You took the asked power of $x$ for $n$. What stands in front has given some of that power: $n$ is less."
)
NUMBER_ONCE = "You let the number in once. It comes with each factor of $u$."


def generate(rng: np.random.Generator) -> Draw:
    """Return x^m/(1 − ax) with a from 2 to 5 and m from 1 to 3, and a power to look at."""
    a, m, n = int(rng.integers(2, 6)), int(rng.integers(1, 4)), int(rng.integers(2, 4))
    front = "x" if m == 1 else f"x^{m}"
    general = expression_part(
        "term",
        parse(f"{a}^n x^(n + {m})", NAMES),
        label="General term:",
        variables=NAMES,
        domain={"n": (0.0, 4.0), "x": (0.2, 1.5)},
        misconceptions=(
            Misconception("number-not-raised", RATE, f"{a}*x^(n + {m})"),
            Misconception("front-forgotten", FRONT, f"{a}^n*x^n"),
            Misconception("exponents-multiplied", MULTIPLIED, f"{a}^n*x^({m}*n)"),
        ),
    )
    before = number_part(
        "before",
        a**n,
        label=f"Before $x^{{{n + m}}}$ stands",
        misconceptions=(
            Misconception("power-taken-for-n", OWN_POWER, str(a ** (n + m))),
            Misconception("number-once", NUMBER_ONCE, str(a)),
        ),
        follow_through=FollowThrough("term", at={"n": n, "x": 1}),
    )
    values = {
        "f": parse(f"{front}/(1 - {a} x)"),
        "a": a,
        "front": parse(front),
        "power": n + m,
        "n": n,
        "inner": parse(f"{a}^n x^n", NAMES),
        "term": parse(f"{a}^n x^(n + {m})", NAMES),
        "number": a**n,
    }
    return Draw(values, (distinct(general), distinct(before)))
