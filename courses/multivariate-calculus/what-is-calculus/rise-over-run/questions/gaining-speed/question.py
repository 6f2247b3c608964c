"""The slope between two points of a curve, told as a rocket that gathers speed."""

import numpy as np

from upslope.maths import symbol, tidy
from upslope.questions import Draw, number_part
from upslope.questions.misconceptions import slope as slips


def generate(rng: np.random.Generator) -> Draw:
    """Return v = k t² and two moments at least two seconds apart, both after the start."""
    k, start, run = int(rng.integers(1, 5)), int(rng.integers(1, 6)), int(rng.integers(2, 5))
    end = start + run
    low, high = k * start**2, k * end**2
    rise = high - low
    part = number_part(
        "slope",
        rise // run,
        label="Gained in each second:",
        misconceptions=(
            slips.rise_only(rise),
            slips.slope_from_the_origin(end, high),
            slips.run_over_rise(rise, run),
        ),
    )
    v = tidy(k * symbol("t") ** 2)
    values = {"v": v, "start": start, "end": end, "run": run, "low": low, "high": high, "rise": rise}
    return Draw({**values, "slope": rise // run}, (part,))
