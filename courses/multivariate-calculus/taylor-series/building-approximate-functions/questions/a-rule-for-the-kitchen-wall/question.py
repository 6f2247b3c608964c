"""The tangent of c·m^(2/3) at the usual mass: its slope, and the time it gives to another mass."""

from fractions import Fraction

import numpy as np

from upslope.maths import differentiate, parse, tidy
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

PER_KILO = (
    "That is the time divided by the mass: the line through zero. It meets the curve at the usual one and "
    "cuts through it. Take the slope of the curve there."
)
NOT_PUT_IN = (
    "The factors in front are right. The curve is less steep the further out you are: put the usual mass "
    "into the power, too."
)
NOT_LOWERED = "The exponent came down to the front. What is left above is one less."
FROM_ZERO = (
    "You added the slope times the whole mass. The line starts at the usual one, whose time you have "
    "already: count the kilos from there."
)
SCALED = "So much more mass, so much more time: that is the line through zero, not the tangent."
BACKWARDS = "The right change, the wrong way. Is this one heavier than the usual one, or lighter?"
# usual mass, the cube root of it, numbers in front, other masses, and what is cooked where
KITCHENS = (
    (1, 1, (30, 45, 75, 90), ("0.8", "0.9", "1.1", "1.2"), ("bakery", "loaf")),
    (8, 2, (24, 30, 36, 45, 60), ("6", "7", "9", "10"), ("school kitchen", "squash")),
    (27, 3, (18, 27, 36, 45), ("24", "25", "29", "30"), ("village at its feast", "giant pumpkin")),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of three kitchens, a number in front and another mass."""
    usual, root, fronts, others, (kitchen, thing) = KITCHENS[int(rng.integers(len(KITCHENS)))]
    c, other = int(rng.choice(fronts)), Fraction(str(rng.choice(others)))
    time, slope = c * root**2, Fraction(2 * c, 3 * root)
    step = other - usual
    worked = differentiate(parse(f"{c} m^(2/3)", ("m",)), "m")
    parts = (
        number_part(
            "slope",
            slope,
            label="Slope, in minutes per kilo:",
            misconceptions=(
                Misconception("time-per-kilo", PER_KILO, str(Fraction(time, usual))),
                Misconception("point-not-put-in", NOT_PUT_IN, str(Fraction(2 * c, 3))),
                Misconception("exponent-not-lowered", NOT_LOWERED, str(slope * usual)),
            ),
        ),
        number_part(
            "time",
            time + slope * step,
            label="Time by the line, in minutes:",
            misconceptions=(
                Misconception("scaled-from-zero", SCALED, str(time * other / usual)),
                Misconception("counted-from-zero", FROM_ZERO, str(time + slope * other)),
                Misconception("step-turned-round", BACKWARDS, str(time - slope * step)),
            ),
            follow_through=FollowThrough(f"{time} + slope*({step})"),
        ),
    )
    values = {
        **{"kitchen": kitchen, "thing": thing, "c": c, "usual": usual, "time": time, "worked": worked},
        "other": f"{float(other):g}",
        "derivative": tidy(worked.result),
        "root": Fraction(1, root),
        "way": "up" if step > 0 else "down",
        "step": f"{abs(float(step)):g}",
        "sign": "+" if step > 0 else "-",
        "slope": slope,
        "line": f"{float(time + slope * step):g}",
        "truth": f"{c * float(other) ** (2 / 3):.1f}",
    }
    return Draw(values, tuple(distinct(part) for part in parts))
