"""Errors of an approximation at two steps: its order, and the largest step for a wanted error."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

RATIO = (
    "That is how many times smaller the error became. The order says how many factors of the step are in it."
)
FIRST = "For order 1 the error would fall just as the step does. Divide the two errors: it fell by more."
ONE_MORE = (
    "You counted one factor too many. Take the number by which the step was divided to your power, and "
    "compare it with how the error fell."
)
LINEAR = (
    "You let the step shrink as the error does. Each factor of the step does its share, so a much smaller "
    "cut in the step is enough."
)
SHARED = (
    "You divided by the order. The order is a power: ask which number, to that power, makes up for the error."
)
CUT = "That is by how much the step is to be divided. Asked is the step itself."
SCENES = (
    "A program works out a slope from a few heights",
    "A navigation system carries a ship’s course on",
    "A game moves a ball from frame to frame",
    "A weather model takes a step in time",
)
# the large step, the small one, their ratio, and by what the small one has to be divided
STEPS = (("0.6", "0.2", 3, 4), ("0.3", "0.1", 3, 2), ("0.6", "0.2", 3, 2), ("0.5", "0.1", 5, 2))
LARGEST = 9999


def generate(rng: np.random.Generator) -> Draw:
    """Return an order from 2 to 4, two steps, and errors that follow this power of the step exactly."""
    last = fall = LARGEST
    while last * fall > LARGEST:
        order, wanted = int(rng.integers(2, 5)), int(rng.integers(2, 10))
        large, small, ratio, shorter = STEPS[int(rng.integers(len(STEPS)))]
        times, fall = shorter**order, ratio**order
        last = wanted * times
    step = Fraction(small) / shorter
    orders = (
        Misconception("ratio-for-order", RATIO, str(fall)),
        Misconception("first-order-supposed", FIRST, "1"),
        Misconception("one-order-too-many", ONE_MORE, str(order + 1)),
    )
    steps = (
        Misconception("step-shrinks-like-the-error", LINEAR, str(Fraction(small) / times)),
        Misconception("divided-by-the-order", SHARED, str(Fraction(small) * order / times)),
        Misconception("factor-for-step", CUT, str(shorter)),
    )
    parts = (
        number_part("order", order, label="The order is", misconceptions=orders),
        number_part(
            "step",
            step,
            label="The largest step is",
            misconceptions=steps,
            follow_through=FollowThrough(f"{small}/{times}^(1/order)"),
        ),
    )
    values = {"scene": str(rng.choice(SCENES)), "large": large, "small": small, "ratio": ratio, "fall": fall}
    errors = {"first": last * fall, "last": last, "wanted": wanted, "times": times, "shorter": shorter}
    told = {"order": order, "step": f"{float(step):g}"}
    return Draw({**values, **errors, **told}, tuple(distinct(part) for part in parts))
