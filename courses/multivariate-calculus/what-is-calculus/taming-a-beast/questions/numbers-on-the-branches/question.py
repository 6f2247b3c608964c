"""The slope of pⁿ·v from four measured numbers: the rules without any formula."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

BELOW = ("dp", "du", "dv")
"""The numbers that can be below zero and stand inside a product."""

INSIDE = (
    "The power came down, and the product rule is there. What is raised to the power changes too: its slope "
    "$p'$ is a factor of the first term."
)
MULTIPLIED = "You multiplied the slopes of the two factors. In a product they take turns: two terms, added."
FIRST = "That is the first factor’s turn. The second changes too: add its turn, with the first one still."
HEIGHT = "That is the value of $f$, not its slope. The slope asks how fast the value is changing."


def generate(rng: np.random.Generator) -> Draw:
    """Return n of 2 or 3 and four small numbers, none of them 0."""
    n, p = int(rng.integers(2, 4)), int(rng.integers(2, 4))
    dp, dv = (int(m) for m in rng.choice([-3, -2, 2, 3, 4], 2))
    v = int(rng.integers(2, 6))
    m, u = n - 1, p**n
    power_slope = n * p**m
    du = power_slope * dp
    answer = du * v + u * dv
    part = number_part(
        "slope",
        answer,
        label="$f' =$",
        misconceptions=(
            Misconception("inside-slope-forgotten", INSIDE, str(power_slope * v + u * dv)),
            Misconception("product-of-derivatives", MULTIPLIED, str(du * dv)),
            Misconception("first-factor-only", FIRST, str(du * v)),
            Misconception("height-for-slope", HEIGHT, str(u * v)),
        ),
    )
    values = {"n": n, "m": m, "p": p, "dp": dp, "v": v, "dv": dv, "u": u, "du": du, "answer": answer}
    brackets = {
        f"{name}_bracketed": f"({values[name]})" if values[name] < 0 else str(values[name]) for name in BELOW
    }
    return Draw({**values, **brackets}, (distinct(part),))
