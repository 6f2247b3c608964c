"""The slope of a x² at a whole number."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, Misconception, number_part

HEIGHT = "This is how high the path is there. The slope says how fast the height changes."
NO_FACTOR = "The exponent comes down as a factor. Try it on $x^2$: at $x = 1$ its slope is 2."


def generate(rng: np.random.Generator) -> Draw:
    """Return a parabola and a place where height, slope and the mistakes all differ."""
    a, x = int(rng.integers(2, 9)), int(rng.integers(3, 9))
    f = parse(f"{a} x^2")
    answer = 2 * a * x
    part = number_part(
        "slope",
        answer,
        label="The slope is",
        misconceptions=(
            Misconception("height-for-slope", HEIGHT, str(a * x**2)),
            Misconception("factor-forgotten", NO_FACTOR, str(a * x)),
        ),
    )
    return Draw({"f": f, "x": x, "answer": answer, "worked": differentiate(f)}, (part,))
