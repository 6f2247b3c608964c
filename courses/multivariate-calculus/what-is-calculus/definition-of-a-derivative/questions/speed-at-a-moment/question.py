"""The derivative of a distance at one moment is a speed."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, Misconception, number_part
from upslope.questions.misconceptions import slope

AVERAGE = (
    "That is the average speed since the stop: distance over time. The tram gathers speed all the way, so "
    "at this one moment it is faster. Differentiate first; the exponent comes down to the front."
)
STEADY = (
    "The square is done well. The other term grows too, at an even rate, and that rate is part of the speed."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return s = a t² + b t and a moment c ≥ 2, with b ≠ a c so that two mistakes stay apart."""
    a, c = (int(n) for n in rng.integers(2, 6, 2))
    b = int(rng.choice([n for n in range(2, 10) if n != a * c]))
    s = parse(f"{a} t^2 + {b} t", ("t",))
    speed = 2 * a * c + b
    mistakes = (
        slope.height_for_slope(a * c**2 + b * c),
        Misconception("average-speed", AVERAGE, str(a * c + b)),
        Misconception("steady-term-lost", STEADY, str(2 * a * c)),
    )
    part = number_part("speed", speed, label="Its speed is", misconceptions=mistakes)
    return Draw({"s": s, "moment": c, "speed": speed, "worked": differentiate(s, "t")}, (part,))
