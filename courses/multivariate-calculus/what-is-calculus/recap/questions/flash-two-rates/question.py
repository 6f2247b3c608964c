"""Two rates in a chain, multiplied."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

ADDED = (
    "You added the rates. Each unit of $x$ brings several units of $u$, and each of those counts: multiply."
)
SIGN = "The size is right. One of the two falls while the other grows, so the sign is minus."


def generate(rng: np.random.Generator) -> Draw:
    """Return a growing inner rate and an outer rate that grows or falls."""
    inner, outer = int(rng.integers(2, 8)), int(rng.choice([-6, -5, -4, -3, -2, 2, 3, 4, 5, 6]))
    mistakes = (
        Misconception("links-added", ADDED, str(inner + outer)),
        Misconception("falling-forgotten", SIGN, str(abs(inner * outer))),
    )
    part = number_part("rate", inner * outer, label="$dy/dx =$", misconceptions=mistakes)
    verb = "grows" if outer > 0 else "falls"
    values = {"inner": inner, "outer": outer, "size": abs(outer), "verb": verb, "answer": inner * outer}
    return Draw(values, (distinct(part),))
