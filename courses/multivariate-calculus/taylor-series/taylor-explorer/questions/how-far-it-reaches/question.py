"""How far the Taylor series of a logarithm, a root or a fraction reaches from a point."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, distinct, number_part

FUNCTIONS = {
    "ln(x + {})": "take the logarithm of 0",
    "sqrt(x + {})": "take the root of a number below 0",
    "1/(x + {})": "divide by 0",
}
PLACE = "That is where the function breaks down. How far is it from the point?"
FROM_ZERO = "That is right for the point 0. Set the point to the one that is asked for: it lies farther away."
END = "That is where the stretch ends on the far side. Asked is the distance from the point to it."


def generate(rng: np.random.Generator) -> Draw:
    """Return a function that breaks down at −shift, and a point to the right of 0."""
    pattern = str(rng.choice(list(FUNCTIONS)))
    shift, a = (int(n) for n in rng.choice(np.arange(1, 7), 2, replace=False))
    typed = pattern.format(shift)
    part = number_part(
        "radius",
        shift + a,
        label="It reaches",
        misconceptions=(
            Misconception("place-for-distance", PLACE, str(-shift)),
            Misconception("distance-from-zero", FROM_ZERO, str(shift)),
            Misconception("far-end-for-distance", END, str(shift + 2 * a)),
        ),
    )
    values = {
        "typed": typed,
        "f": parse(typed),
        "a": a,
        "what": FUNCTIONS[pattern],
        "wall": -shift,
        "radius": shift + a,
    }
    return Draw(values, (distinct(part),))
