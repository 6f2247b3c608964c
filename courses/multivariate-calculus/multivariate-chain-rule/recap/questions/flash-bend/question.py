"""The slope of the sigmoid, from its value."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

SCENES = (
    "looks at an avocado",
    "tastes a soup",
    "sniffs at the milk",
    "hears a cough",
    "weighs a parcel",
)
MISSING = "That is what is missing to 1. It is one of two factors."
SQUARE = "You multiplied the value by itself. The second factor is what is missing to 1."


def generate(rng: np.random.Generator) -> Draw:
    """Return a value in tenths from 0.1 to 0.9, but not one half."""
    tenths = int(rng.choice([1, 2, 3, 4, 6, 7, 8, 9]))
    mistakes = (
        Misconception("rest-for-the-bend", MISSING, f"{(10 - tenths) / 10:g}"),
        Misconception("value-squared", SQUARE, f"{tenths**2 / 100:g}"),
    )
    answer = f"{tenths * (10 - tenths) / 100:g}"
    part = number_part("bend", answer, label="$\\sigma' =$", misconceptions=mistakes)
    values = {"a": f"{tenths / 10:g}", "scene": SCENES[rng.integers(len(SCENES))], "answer": answer}
    return Draw(values, (distinct(part),))
