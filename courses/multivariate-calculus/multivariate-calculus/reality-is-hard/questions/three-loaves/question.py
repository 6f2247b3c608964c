"""A forward or a central difference from a table of three values."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

NOT_DIVIDED = (
    "This is how much the mark changed over the step. For a slope, divide it by how far apart the loaves are."
)
ONE_STEP = (
    "You went from one step behind to one step ahead, which is two steps. Divide by the whole way between "
    "the two loaves."
)
OTHER = (
    "You used the middle loaf. The central difference leaves it out: it goes from the loaf on one side to "
    "the loaf on the other."
)
TOO_WIDE = (
    "That is the central difference. The forward one begins at the place itself and looks one step ahead."
)
DIALS = (("salt", "spoons", "spoon"), ("yeast", "cubes", "cube"), ("water", "cups", "cup"))
WHERE = {
    "forward": "Forward: from the loaf in the middle to the one on the right.",
    "central": "Central: from the loaf on the left to the one on the right, past the middle.",
}
WHY = {
    "forward": "The loaf on the left is not used.",
    "central": "The loaf in the middle is not used. It would have served for a forward difference.",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return marks in tenths at three settings a fifth, a quarter or a half apart."""
    step = (Fraction(1, 5), Fraction(1, 4), Fraction(1, 2))[rng.integers(3)]
    at = int(rng.integers(2, 5))
    here = int(rng.integers(40, 61))
    left, right = (int(n) for n in rng.choice(np.arange(2, 17), 2, replace=False))
    sign = int(rng.choice([-1, 1]))
    behind, ahead = (Fraction(here + by, 10) for by in (-sign * left, sign * right))
    middle = Fraction(here, 10)
    scheme = str(rng.choice(["forward", "central"]))
    rise = ahead - (middle if scheme == "forward" else behind)
    run = step if scheme == "forward" else 2 * step
    one_sided, both = (ahead - middle) / step, (ahead - behind) / (2 * step)
    mistakes = [Misconception("difference-not-divided", NOT_DIVIDED, str(rise))]
    if scheme == "central":
        mistakes.append(Misconception("central-divided-by-one-step", ONE_STEP, str(rise / step)))
        mistakes.append(Misconception("one-sided", OTHER, str(one_sided)))
    else:
        mistakes.append(Misconception("central-for-forward", TOO_WIDE, str(both)))
    dial, unit, one = DIALS[rng.integers(3)]
    part = number_part("slope", rise / run, label=f"Points for each {one}:", misconceptions=mistakes)
    marks = {"behind": behind, "here": middle, "ahead": ahead, "rise": rise, "run": run, "slope": rise / run}
    places = {"behind_x": at - step, "at_x": Fraction(at), "ahead_x": at + step}
    shown = {name: f"{float(value):g}" for name, value in (marks | places).items()}
    words = {"dial": dial, "unit": unit, "one": one, "scheme": scheme, "where": WHERE[scheme]}
    return Draw({**shown, **words, "why": WHY[scheme]}, (distinct(part),))
