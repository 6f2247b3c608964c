"""Errors of an approximation at two steps: its order, and the error at a third step."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

RATIO = (
    "That is how many times smaller the error became. The order says how many factors of the step are in it."
)
HALF = "For order 1 the error would be halved. Divide the two errors: it fell by more than that."
NEXT = (
    "You counted one factor too many. With $p$ factors of the step, half the step leaves $1/2^p$ of the "
    "error."
)
LINEAR = (
    "You let the error shrink as the step does. Each of its factors shrinks: use the order that you found."
)
ONCE = "That is the error after halving once more. From the second row the step is divided by four."
SCENES = (
    "A program works out a slope from two heights",
    "A navigation system carries a ship’s course on",
    "A game moves a ball from frame to frame",
    "A weather model takes a step in time",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return an order from 2 to 4, and an error that stays whole for two more halvings after the first."""
    order, left = int(rng.integers(2, 5)), int(rng.integers(2, 10))
    last = left * 2 ** (2 * order)
    first = last * 2**order
    orders = (
        Misconception("ratio-for-order", RATIO, str(2**order)),
        Misconception("first-order-supposed", HALF, "1"),
        Misconception("one-order-too-many", NEXT, str(order + 1)),
    )
    errors = (
        Misconception("error-shrinks-like-the-step", LINEAR, str(last // 4)),
        Misconception("halved-only-once", ONCE, str(last // 2**order)),
    )
    parts = (
        number_part("order", order, label="The error goes like the step to the power", misconceptions=orders),
        number_part(
            "later",
            left,
            label="The error at 0.05:",
            misconceptions=errors,
            follow_through=FollowThrough(f"{last}/4^order"),
        ),
    )
    values = {"scene": str(rng.choice(SCENES)), "first": first, "last": last, "order": order, "left": left}
    return Draw({**values, "ratio": str(Fraction(first, last))}, tuple(distinct(part) for part in parts))
