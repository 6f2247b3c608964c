"""The error of a difference that comes from the readings: twice the noise over the run."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

ONE_END = (
    "One reading is off, and so is the other. In the worst case they are off in opposite directions, and "
    "the two errors add up."
)
NOT_DIVIDED = (
    "That is how far off the difference of the readings can be. A slope is that difference divided by the "
    "run, and so its error is divided too."
)
RUN = (
    "You divided by one step. A central difference goes from one step behind to one step ahead, and that is "
    "two."
)
TIMES = "You multiplied by the step. A slope is a difference *divided* by it: a small step makes noise large."
SCENES = (
    ("You weigh a growing pumpkin, to learn how fast it gains weight.", "kg"),
    ("A buoy reports the height of the tide, and you want to know how fast it rises.", "m"),
    ("You read the temperature of an oven while it heats up.", "degrees"),
    ("A judge marks your bread, and you want to know what a little more salt does.", "points"),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a noise of some hundredths and a step of one, two or four tenths."""
    noise = Fraction(int(rng.integers(1, 10)), 100)
    h = (Fraction(1, 10), Fraction(1, 5), Fraction(2, 5))[rng.integers(3)]
    scheme = str(rng.choice(["forward", "central"]))
    run = h if scheme == "forward" else 2 * h
    answer = 2 * noise / run
    mistakes = (
        Misconception("one-reading-off", ONE_END, str(noise / run)),
        *((Misconception("one-step-for-two", RUN, str(2 * noise / h)),) if scheme == "central" else ()),
        Misconception("error-not-divided", NOT_DIVIDED, str(2 * noise)),
        Misconception("multiplied-by-the-step", TIMES, str(2 * noise * run)),
    )
    part = number_part("error", answer, label="The slope may be off by", misconceptions=mistakes)
    scene, unit = SCENES[rng.integers(len(SCENES))]
    sizes = {"noise": noise, "h": h, "both": 2 * noise, "run": run, "answer": answer}
    shown = {name: f"{float(value):g}" for name, value in sizes.items()}
    return Draw({**shown, "scene": scene, "unit": unit, "scheme": scheme}, (distinct(part),))
