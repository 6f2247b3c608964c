"""A multiple of the exponential function: at a given height its slope is that height."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, Misconception, distinct, number_part

WHO = ("Frogs in a pond", "Children at a school", "Bees of a hive", "Gulls on a rock", "Clerks in a tower")
FRONT_AGAIN = (
    "You multiplied by the number in front once more. It is in the height already: a constant stretches the "
    "curve and its slope by the same factor."
)
FRONT_GONE = (
    "You took the number in front away. It stretches the curve, and its slope just as much: it stays in both."
)
FRONT_ONLY = (
    "That is how fast it grew at the start, when the height was this number. The curve has become higher "
    "since, and steeper."
)
ONE_LESS = (
    "One less, as in the power rule? Here the exponent is what varies. The slope of $e^t$ is $e^t$ itself."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a eᵗ and a height that is a multiple of a, so that every mistake is a whole number."""
    a, times = int(rng.integers(2, 8)), int(rng.integers(3, 12))
    height = a * times
    f = parse(f"{a} e^t", ("t",))
    mistakes = (
        Misconception("constant-counted-twice", FRONT_AGAIN, str(a * height)),
        Misconception("constant-divided-out", FRONT_GONE, str(times)),
        Misconception("slope-at-the-start", FRONT_ONLY, str(a)),
        Misconception("one-less", ONE_LESS, str(height - 1)),
    )
    part = number_part("growth", height, label="New ones per hour:", misconceptions=mistakes)
    values = {"who": str(rng.choice(WHO)), "f": f, "a": a, "height": height, "worked": differentiate(f, "t")}
    return Draw(values, (distinct(part),))
