"""The order of an approximation of a surface: flat, tilted, curved."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

PRODUCT = "A product of two steps is of second order: the exponents within a term add up."
TERMS = "You may have counted terms or variables. The order is the largest sum of exponents in a term."
REASONS = (
    "A number alone: flat, order 0.",
    "Steps to the first power only: a tilted plane, order 1.",
    "A term with two steps in it, multiplied: a curved surface, order 2.",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a floor, a tilted plane, or a curved surface with a square or with a product only."""
    c, p, q, r = (int(n) for n in rng.choice(np.arange(2, 10), 4, replace=False))
    a, b = (int(n) for n in rng.integers(1, 6, 2))
    x, y = rf"(x - {a})", rf"(y + {b})"
    order = int(rng.choice([0, 1, 1, 2, 2, 2]))
    curved = str(rng.choice([rf"{x}\,{y}", rf"{x}^2", rf"{y}^2"]))
    pieces = (f"{c}", rf" + {p}{x} - {q}{y}", rf" + {r}{curved}")
    mistakes = [Misconception("order-of-the-terms", TERMS, str(order + 1))]
    if order == 2:
        mistakes.append(Misconception("product-taken-for-first-order", PRODUCT, "1"))
    part = number_part("order", order, label="Order:", misconceptions=mistakes)
    return Draw({"g": "".join(pieces[: order + 1]), "reason": REASONS[order]}, (distinct(part),))
