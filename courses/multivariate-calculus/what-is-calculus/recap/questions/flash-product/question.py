"""The slope of a product from four small numbers."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

MULTIPLIED = "You multiplied the two slopes. The factors take turns: one changes, the other is there in full."
ONE = "That is one turn. Swap: now the other factor changes. Then add."


def generate(rng: np.random.Generator) -> Draw:
    """Return two factors and their slopes, all from 2 to 6."""
    a, da, b, db = (int(n) for n in rng.integers(2, 7, 4))
    u, v = (("u", "v"), ("f", "g"), ("p", "q"))[rng.integers(3)]
    mistakes = (
        Misconception("product-of-derivatives", MULTIPLIED, str(da * db)),
        Misconception("first-factor-only", ONE, str(da * b)),
    )
    part = number_part("slope", da * b + a * db, label="Slope of the product:", misconceptions=mistakes)
    values = {"u": u, "v": v, "a": a, "da": da, "b": b, "db": db, "answer": da * b + a * db}
    return Draw(values, (distinct(part),))
