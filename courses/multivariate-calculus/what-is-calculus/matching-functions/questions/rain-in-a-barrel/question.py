"""A line through two labelled dots: one output beyond them, and the rule."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Curve, Dot, Draw, Misconception, Plot, distinct, expression_part, number_part

# scene, letter, unit of the output, unit of t, one unit
SCENES = (
    ("Rain falls evenly into a barrel that was not empty.", "h", "centimetres", "hours", "hour"),
    ("A plant in a pot grows the same amount every week.", "h", "centimetres", "weeks", "week"),
    ("Somebody puts the same amount into a jar of coins every day.", "m", "coins", "days", "day"),
    ("A train leaves a station that is not the first of its line.", "s", "kilometres", "minutes", "minute"),
    ("A reader gets through the same number of pages every evening.", "n", "pages", "evenings", "evening"),
)
START = "You began from nothing. Look at the first dot: how much was there before anything was added?"
TOTAL = (
    "You took what was added in all the time between the dots. The rule needs what *one* unit of time adds."
)
SWAPPED = (
    "The two numbers have changed places. What was there at the beginning stands alone; what is added each "
    "time goes with $t$."
)
ONE_DOT = "That is how high the second dot is. The question asks for a later moment: go on along the line."
FROM_THE_DOT = (
    "You put all of the time on top of the second dot. Some of it had already passed there: either start "
    "from the first dot, or add only the time that is left."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return start + rate t, with a dot at t = 0 and one a few units later."""
    scene, name, out, unit, one = SCENES[int(rng.integers(len(SCENES)))]
    start, rate = (int(n) for n in rng.choice(np.arange(2, 10), 2, replace=False))
    later = int(rng.integers(3, 6))
    asked = later + int(rng.integers(3, 6))
    gain, value = rate * later, start + rate * asked
    asked_slips = (
        Misconception("start-forgotten", START, str(rate * asked)),
        Misconception("second-dot-read-off", ONE_DOT, str(start + gain)),
        Misconception("counted-from-the-second-dot", FROM_THE_DOT, str(start + gain + rate * asked)),
    )
    number = number_part("value", value, label=f"${name}({asked}) =$", misconceptions=asked_slips)
    slips = (
        Misconception("start-forgotten", START, f"{rate} t"),
        Misconception("start-and-rate-swapped", SWAPPED, f"{start} t + {rate}"),
        Misconception("total-for-rate", TOTAL, f"{gain} t + {start}"),
    )
    label, right = f"${name}(t) =$", parse(f"{rate} t + {start}", ("t",))
    rule = expression_part("rule", right, label=label, variables=("t",), misconceptions=slips)
    values = {"scene": scene, "name": name, "out": out, "unit": unit, "one": one, "start": start}
    more = {"rate": rate, "later": later, "asked": asked, "gain": gain, "value": value}
    picture = picture_of(start, rate, later, (unit, out))
    return Draw(
        {**values, **more, "rule": parse(f"{rate} t + {start}", ("t",)), "picture": picture},
        (distinct(number), rule),
    )


def picture_of(start: int, rate: int, later: int, axes: tuple[str, str]) -> Plot:
    """Return the line from t = 0 to a little beyond the second dot, both dots with their coordinates."""
    end = later + 1.5
    high = start + rate * later
    line = Curve((((0.0, float(start)), (end, start + rate * end)),), "y")
    dots = (Dot((0, start), "x", f"(0, {start})"), Dot((later, high), "x", f"({later}, {high})"))
    alt = f"A straight line that climbs from the point (0, {start}) through the point ({later}, {high})."
    return Plot((-0.8, end + 0.6, -0.15 * high, start + rate * end + 4), alt, (line,), dots=dots, axes=axes)
