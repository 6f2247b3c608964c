"""One weight after one step of steepest descent."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

UPHILL = "That step goes uphill: the cost grows. Go against the slope, so subtract."
FULL = "You went as far as the slope itself. The step size says how much of it to go."
STEP_ONLY = "That is how far the weight moves. Where does it arrive?"


def generate(rng: np.random.Generator) -> Draw:
    """Return a weight, a slope of either sign and a step size, so that the arithmetic stays whole."""
    w, slope = int(rng.integers(10, 16)), int(rng.choice([-4, -3, -2, 2, 3, 4]))
    step = int(rng.integers(2, 4))
    mistakes = (
        Misconception("walked-uphill", UPHILL, str(w + step * slope)),
        Misconception("step-size-forgotten", FULL, str(w - slope)),
        Misconception("start-forgotten", STEP_ONLY, str(-step * slope)),
    )
    part = number_part("weight", w - step * slope, label="Weight:", misconceptions=mistakes)
    values = {
        "w": w,
        "slope": slope,
        "slope_": f"({slope})" if slope < 0 else str(slope),
        "step": step,
        "answer": w - step * slope,
    }
    return Draw(values, (distinct(part),))
