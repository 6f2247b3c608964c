"""The slope of χ² by the only dial of a bent model, and one step of steepest descent."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

SCENES = (
    "A toy car rolls and its way is measured.",
    "A tap drips into a jug.",
    "A lamp gets brighter as more cells are added.",
    "A rope is wound round a post.",
    "A choir gets louder, singer by singer.",
)
TURNED = "The size is right, the sign is not. The model is subtracted in the residual: that brings a minus."
NO_TWO = "The square brings down a 2, and it is missing. In a step downhill it counts."
NO_MODEL = (
    "You differentiated the squares and stopped there. Each residual is multiplied by the slope of the model "
    "at its own place."
)
ADDED_FIRST = (
    "You added the residuals first and the slopes first. Each residual belongs to the slope at its own "
    "place: multiply, then add."
)
UPHILL = "You walked uphill. The slope points to where $\\chi^2$ grows: take it away."
WHOLE = "You took away the whole slope. The step is the step size times the slope."
STEP_ONLY = "This is the step alone. Add it to the guess."


def generate(rng: np.random.Generator) -> Draw:
    """Return a guess, two places and two residuals whose slope is not 0."""
    a, x1 = int(rng.choice([2, 3])), 1
    x2 = x1 + int(rng.choice([1, 2]))
    while True:
        r1, r2 = (int(r) for r in rng.choice([-3, -2, -1, 1, 2, 3], 2))
        if r1 * x1 + r2 * x2 and r1 + r2:
            break
    j1, j2 = 2 * a * x1, 2 * a * x2
    slope = -2 * (r1 * j1 + r2 * j2)
    alpha = Fraction(1, 400)
    new = a - alpha * slope
    first = number_part(
        "slope",
        slope,
        label=r"$\dfrac{d\chi^2}{da} =$",
        misconceptions=(
            Misconception("residual-sign-turned", TURNED, str(-slope)),
            Misconception("two-forgotten", NO_TWO, f"{slope}/2"),
            Misconception("model-slope-forgotten", NO_MODEL, str(-2 * (r1 + r2))),
            Misconception("added-before-multiplied", ADDED_FIRST, str(-2 * (r1 + r2) * (j1 + j2))),
        ),
    )
    second = number_part(
        "new",
        new,
        label="After the step, $a =$",
        misconceptions=(
            Misconception("walked-uphill", UPHILL, str(a + alpha * slope)),
            Misconception("step-size-forgotten", WHOLE, str(a - slope)),
            Misconception("start-forgotten", STEP_ONLY, str(-alpha * slope)),
        ),
        follow_through=FollowThrough(f"{a} - slope/400"),
    )
    values = {"scene": str(rng.choice(SCENES)), "a": a, "alpha": "0.0025", "slope": slope}
    values["factor"] = f"({slope})" if slope < 0 else slope
    places = {"x1": x1, "x2": x2, "y1": a * a * x1 + r1, "y2": a * a * x2 + r2, "j1": j1, "j2": j2}
    signs = {"r1": r1, "r2": r2, "sign2": "+" if r2 > 0 else "-", "size2": abs(r2), "new": f"{float(new):g}"}
    return Draw({**values, **places, **signs}, (distinct(first), distinct(second)))
