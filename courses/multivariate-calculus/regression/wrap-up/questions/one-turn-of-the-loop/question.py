"""One dial, one example: the slope of the squared miss, and where one step against it leads."""

from fractions import Fraction

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part
from upslope.questions.misconceptions import gradient_descent

INNER_LOST = (
    "You differentiated the square and stopped there. The dial stands inside, times the input: by the chain "
    "rule its slope, the input, is a factor too."
)
TWO_LOST = "The 2 that comes down from the square is missing."
TURNED = "The size is right, the sign is not. Follow the order in the brackets: model first, then target."
MISS_ONLY = "That is the miss itself, model minus target. The slope of its square has two more factors."
SIZE = Fraction(1, 20)


def generate(rng: np.random.Generator) -> Draw:
    """Return a model q·x with x from 2 to 5 and a miss between −4 and 4 that is not 0."""
    x, q = int(rng.integers(2, 6)), int(rng.integers(1, 5))
    miss = int(rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]))
    y = q * x - miss
    error = parse(f"({x}q - {y})^2" if y >= 0 else f"({x}q + {-y})^2", ("q",))
    slope = 2 * x * miss
    there = q - SIZE * slope
    slips = (
        Misconception("inner-slope-lost", INNER_LOST, str(2 * miss)),
        Misconception("two-lost", TWO_LOST, str(x * miss)),
        Misconception("slope-turned", TURNED, str(-slope)),
        Misconception("miss-for-slope", MISS_ONLY, str(miss)),
    )
    steps = (
        gradient_descent.uphill(error, {"q": q}, SIZE),
        gradient_descent.step_size_forgotten(error, {"q": q}),
        gradient_descent.start_forgotten(error, {"q": q}, SIZE),
    )
    follow = FollowThrough(f"{q} - slope/20")
    parts = (
        number_part("slope", slope, label=r"$\frac{dE}{dq} =$", misconceptions=slips),
        number_part(
            "there", str(float(there)), label="new $q =$", misconceptions=steps, follow_through=follow
        ),
    )
    values = {
        "x": x,
        "y": y,
        "q": q,
        "miss": miss,
        "inside": f"({miss})" if miss < 0 else miss,
        "factor": f"({slope})" if slope < 0 else slope,
        "slope": slope,
        "there": f"{float(there):g}",
        "error": error,
        "worked": differentiate(error, "q"),
    }
    return Draw(values, tuple(distinct(part) for part in parts))
