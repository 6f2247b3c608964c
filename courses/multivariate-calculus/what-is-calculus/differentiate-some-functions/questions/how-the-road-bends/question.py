"""The second derivative of a cubic road, and the place where its bend changes."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, Misconception, distinct, expression_part, number_part
from upslope.questions.misconceptions import power_rule

SCENES = (
    "A road leads over the moor.",
    "A cycle path leads along the coast.",
    "A railway crosses the hills.",
)
ONE_SHORT = (
    "That is $h'$, how steep the road is. Its bend is how the steepness changes: differentiate once more."
)
MULTIPLIED = (
    "You multiplied $h'$ by itself. The two dashes mean: differentiate, and then differentiate what you got."
)
CONSTANT = (
    "The power terms are done well. The term with a plain $x$ becomes a constant after the first "
    "derivative, and a constant has slope 0, so after the second it is gone."
)
LEVEL = (
    "There the road is level: $h'$ is zero. The question is about the bend. Put $h''$ equal to zero, and "
    "find out where that is."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return ±(x³ − 3m x² + 3pq x) + d, level at p and q, whose mean m is whole."""
    sign = int(rng.choice([-1, 1]))
    p = int(rng.integers(1, 4))
    q = p + 2 * int(rng.integers(1, 4))
    m = (p + q) // 2
    powers = f"x^3 - {3 * m} x^2" if sign > 0 else f"-x^3 + {3 * m} x^2"
    h = parse(f"{powers} {'+' if sign > 0 else '-'} {3 * p * q} x + {10 * int(rng.integers(15, 40))}")
    once = differentiate(h)
    twice = differentiate(once.result)
    slip = power_rule.exponent_not_lowered(3 * sign, 2)
    bend = expression_part(
        "bend",
        twice.result,
        label="$h''(x) =$",
        misconceptions=(
            Misconception("one-derivative-short", ONE_SHORT, str(once.result)),
            Misconception("linear-term-survives", CONSTANT, f"({twice.result}) + {3 * sign * p * q}"),
            Misconception("slope-times-slope", MULTIPLIED, f"({once.result})^2"),
            Misconception(
                slip.code, slip.sentence, f"({slip.wrong}) - {6 * m * sign} x".replace("- -", "+ ")
            ),
        ),
    )
    place = number_part(
        "place",
        m,
        label="The bend changes at $x =$",
        misconceptions=(
            Misconception("level-on-the-left", LEVEL, str(p)),
            Misconception("level-on-the-right", LEVEL, str(q)),
        ),
    )
    change = "hilltop to bowl" if sign > 0 else "bowl to hilltop"
    values = {"scene": str(rng.choice(SCENES)), "h": h, "first": once.result, "once": once, "twice": twice}
    return Draw({**values, "middle": m, "change": change}, (distinct(bend), distinct(place)))
