"""The slope of an error between two settings of a dial, and what it advises."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part, number_part
from upslope.questions.misconceptions import slope as slips

MACHINES = (
    "A toaster that learns",
    "A machine that guesses ages",
    "A program that forecasts rain",
    "A robot that pours tea",
    "A filter for unwanted mail",
    "A scale that names fruit",
)
ADVICE = {
    True: "The error rises as the dial goes up. So turn it down.",
    False: "The error falls as the dial goes up. So turn it up.",
}
WITH_THE_SLOPE = (
    "That is the way in which the error grows. The slope points uphill; the machine wants "
    "to go down, so it "
    "turns *against* the slope."
)
LEFT_ALONE = (
    "The dial may stay where it is only where the slope is zero. Here a small turn still changes the error."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return two settings one to four units apart, whose errors differ by a whole multiple of that."""
    slope = int(rng.choice([-6, -5, -4, -3, -2, 2, 3, 4, 5, 6]))
    run, dial = int(rng.integers(2, 5)), int(rng.integers(1, 10))
    change = slope * run
    error = int(rng.integers(5, 20)) + max(0, -change)
    number = number_part(
        "slope",
        slope,
        label="The slope is",
        misconceptions=(
            slips.rise_only(change),
            slips.order_swapped(change, run),
            slips.run_over_rise(change, run),
        ),
    )
    texts = {"up": "turn it up", "down": "turn it down", "stay": "leave it where it is"}
    options = [{"id": str(one), "text": texts[str(one)]} for one in rng.permutation(list(texts))]
    right, wrong = ("down", "up") if slope > 0 else ("up", "down")
    mistakes = (
        Misconception("turned-uphill", WITH_THE_SLOPE, wrong),
        Misconception("left-alone-on-a-slope", LEFT_ALONE, "stay"),
    )
    choice = choice_part("way", options, right, label="From there:", misconceptions=mistakes)
    values = {"machine": str(rng.choice(MACHINES)), "dial": dial, "next": dial + run, "run": run}
    more = {"error": error, "later": error + change, "change": change, "slope": slope}
    return Draw({**values, **more, "advice": ADVICE[slope > 0]}, (number, choice))
