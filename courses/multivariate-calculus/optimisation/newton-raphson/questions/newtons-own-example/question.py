"""One step of Newton and Raphson on x³ − a x − b; now and then on the equation that Newton took."""

import numpy as np

from upslope.maths import derivative, evaluate, newton_raphson_worked, number, parse, tidy
from upslope.questions import Draw, distinct, number_part
from upslope.questions.misconceptions import newton_raphson


def generate(rng: np.random.Generator) -> Draw:
    """Return a from 1 to 4, a start near the root and b so that the start misses it by 1 to 4."""
    a, start = int(rng.integers(1, 5)), int(rng.integers(2, 4))
    height = int(rng.choice([-3, -2, -1, 1, 2, 3, 4]))
    b = start**3 - a * start - height
    f = tidy(parse(f"x^3 - {a}x - {b}"))
    slope = derivative(f)
    steep = int(evaluate(slope, {"x": start}))
    mistakes = (
        newton_raphson.step_added(f, start),
        newton_raphson.ratio_turned_over(f, start),
        newton_raphson.slope_left_out(f, start),
        newton_raphson.step_for_the_point(f, start),
    )
    first = number(start) - number(height) / number(steep)
    part = distinct(number_part("first", first, label="$x_1 =$", decimals=3, misconceptions=mistakes))
    which = "his very equation" if (a, b) == (2, 5) else "one of its cousins"
    values = {"f": f, "start": start, "slope": slope, "height": height, "steep": steep, "which": which}
    return Draw({**values, "worked": newton_raphson_worked(f, start, steps=1)}, (part,))
