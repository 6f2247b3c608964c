"""One step towards the minimum of a cost: the rule with the slope as height and the bend as slope."""

import numpy as np

from upslope.maths import derivative, newton_raphson_worked, number, parse, tidy
from upslope.questions import Draw, Misconception, distinct, number_part
from upslope.questions.misconceptions import newton_raphson

SHOPS = ("bakery", "laundry", "greenhouse", "ferry", "printing shop")
ROOT_OF_COST = (
    "This step looks for a place where the cost is 0. There may be none, and it is not asked for. At the "
    "lowest point the slope is 0: put the slope in the place of the height."
)
DOWNHILL = (
    "You went downhill by the whole slope. How far to go depends on how fast the slope changes: divide it "
    "by the bend."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return x⁴ + a x² − b x + c with a bend above 0 everywhere, and a whole start."""
    a, c, start = (int(rng.integers(low, high)) for low, high in ((1, 5), (20, 60), (1, 3)))
    b = int(rng.choice([n for n in range(5, 40) if n != 4 * start**3 + 2 * a * start]))
    cost = tidy(parse(f"x^4 + {a}x^2 - {b}x + {c}"))
    slope, bend = derivative(cost), derivative(derivative(cost))
    first = number(start) - slope.substitute({"x": start}) / bend.substitute({"x": start})
    wrong_root = number(start) - cost.substitute({"x": start}) / slope.substitute({"x": start})
    mistakes = (
        Misconception("root-of-the-cost", ROOT_OF_COST, str(wrong_root)),
        Misconception("slope-not-over-bend", DOWNHILL, newton_raphson.slope_left_out(slope, start).wrong),
        newton_raphson.step_added(slope, start),
        newton_raphson.ratio_turned_over(slope, start),
    )
    part = distinct(number_part("first", first, label="$x_1 =$", decimals=3, misconceptions=mistakes))
    values = {"cost": cost, "start": start, "slope": slope, "bend": bend, "shop": str(rng.choice(SHOPS))}
    return Draw({**values, "worked": newton_raphson_worked(slope, start, steps=1)}, (part,))
