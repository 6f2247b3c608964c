"""The intercept of a best line from its slope and the means, and a value of the line."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

SCENES = (
    "Somebody wrote down how long their bus took, for so many stops.",
    "A beekeeper weighed a hive, week by week.",
    "A choir counted its singers, and how loud they were.",
    "A swimmer timed herself over so many lengths.",
    "A shop counted umbrellas sold for so many hours of rain.",
    "A potter weighed her bowls, by width.",
)
ADDED = (
    "You added where the rise has to come off: from the means you walk *back* to $x = 0$, and a line that "
    "climbs was lower there."
)
MEAN = "This is the mean of $y$. It lies above the mean of $x$, not above 0: the line still has to walk back."
NO_INTERCEPT = "You left the intercept out: $m\\,x$ alone is a line through the origin."
FROM_MEAN = (
    "You added the slope times $x$ to the mean of $y$. The line is at the mean of $y$ where $x$ is the mean "
    "of $x$: count the steps from there."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a slope in halves, two means, and a place that is not the mean."""
    m = Fraction(int(rng.choice([1, 3, 4, 5, 6])), 2)
    xbar, steps = int(rng.choice([4, 6, 8, 10])), int(rng.choice([2, 4, 6]))
    c = int(rng.integers(1, 8))
    ybar, at = m * xbar + c, xbar + steps
    said = m * at + c
    intercept = number_part(
        "c",
        c,
        label="$c =$",
        misconceptions=(
            Misconception("walked-the-wrong-way", ADDED, str(ybar + m * xbar)),
            Misconception("mean-for-intercept", MEAN, str(ybar)),
        ),
    )
    value = number_part(
        "value",
        said,
        label=f"At $x = {at}$ it says",
        misconceptions=(
            Misconception("intercept-left-out", NO_INTERCEPT, str(m * at)),
            Misconception("steps-from-zero", FROM_MEAN, str(ybar + m * at)),
        ),
        follow_through=FollowThrough(f"{m}*{at} + c"),
    )
    values = {
        "scene": str(rng.choice(SCENES)),
        "count": int(rng.integers(6, 30)),
        "m": f"{float(m):g}",
        "xbar": xbar,
        "ybar": int(ybar),
        "rise": int(m * xbar),
        "c": c,
        "at": at,
        "steps": steps,
        "plus_c": f"+ {c}",
        "said": int(said),
    }
    return Draw(values, (distinct(intercept), distinct(value)))
