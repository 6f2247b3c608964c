"""The takings of a stall: how many times the price, both growing, and how fast the product grows now."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

STALLS = (
    ("Bruno", "loaves"),
    ("Chidi", "flower pots"),
    ("Dilan", "cheeses"),
    ("Esra", "lamp shades"),
    ("Femke", "kites"),
    ("Goro", "tea tins"),
)
PRODUCT = (
    "You multiplied the two growths. That is the corner of the rectangle alone, the smallest of its pieces. "
    "The two strips are what matters: one factor grows while the other is there in full."
)
WHOLE_WEEK = (
    "That is what a whole week adds, corner and all. The question is about this moment. Let the wait shrink, "
    "and the corner fades: only the two strips stay."
)
ONE_STRIP = (
    "That is one strip of the growing rectangle. The other factor grows as well: give it its turn, and add "
    "its strip."
)
ADDED = (
    "You added the two growths, as if things and euros were the same. Each growth counts as many times "
    "as the *other* factor says."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return how many, the price, and how much each grows; every mistake has a number of its own."""
    who, things = STALLS[rng.integers(len(STALLS))]
    count, price = 10 * int(rng.integers(2, 7)), int(rng.integers(6, 13))
    more, dearer = int(rng.integers(2, 7)), int(rng.integers(2, 4))
    first, second = more * price, count * dearer
    mistakes = (
        Misconception("product-of-derivatives", PRODUCT, str(more * dearer)),
        Misconception("growth-of-a-whole-week", WHOLE_WEEK, str(first + second + more * dearer)),
        Misconception("first-factor-only", ONE_STRIP, str(first)),
        Misconception("second-factor-only", ONE_STRIP, str(second)),
        Misconception("sum-of-derivatives", ADDED, str(more + dearer)),
    )
    part = number_part("growth", first + second, label="The takings grow by", misconceptions=mistakes)
    values = {"who": who, "things": things, "count": count, "price": price, "more": more, "dearer": dearer}
    return Draw({**values, "first": first, "second": second, "sum": first + second}, (distinct(part),))
