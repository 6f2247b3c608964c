"""The bound on a straight line's error from the largest second derivative, and how it goes with the step."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

WHOLE = (
    "You let it bend as hard as it can, and squared the step. But the speed only builds up on the way: on "
    "average it has changed by half as much. Halve it."
)
STRAIGHT = (
    "That is how much the *speed* can change. For the height, this change has to build up and then act over "
    "the step: the step is squared, and halved."
)
HALF_ONCE = "The half is there. The step comes in twice, once for the speed and once for the way: square it."
SAME = (
    "As many times as the promise shrinks: so it would be if the error went with the step. It goes with its "
    "square."
)
HALVED = "Half of it is not its root. Which number, times itself, is the factor you were given?"


def generate(rng: np.random.Generator) -> Draw:
    """Return a promise from 0.4 to 2, a step of 3 to 6 seconds and a square."""
    m, t = Fraction(int(rng.choice([4, 6, 8, 10, 12, 16, 20])), 10), int(rng.integers(3, 7))
    root = int(rng.choice([3, 4, 5, 10]))
    bound = m * t * t / 2
    parts = (
        number_part(
            "bound",
            bound,
            label="At most, in metres:",
            misconceptions=(
                Misconception("half-forgotten", WHOLE, f"{float(m * t * t)}"),
                Misconception("change-of-slope", STRAIGHT, f"{float(m * t)}"),
                Misconception("step-not-squared", HALF_ONCE, f"{float(m * t / 2)}"),
            ),
        ),
        number_part(
            "shorter",
            root,
            label="Times shorter:",
            misconceptions=(
                Misconception("error-like-the-step", SAME, str(root**2)),
                Misconception("half-for-root", HALVED, str(Fraction(root**2, 2))),
            ),
        ),
    )
    told = {"m": f"{float(m):g}", "t": t, "k": root**2, "root": root, "bound": f"{float(bound):g}"}
    return Draw(told, tuple(distinct(part) for part in parts))
