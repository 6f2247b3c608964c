"""How much a step climbs: a row of two slopes times a column of two ways."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

CROSSED = "Each slope has met the other direction’s way. East goes with east, north with north."
TURNED = (
    "You counted both ways as above zero. A walk to the west or to the south goes against the direction of "
    "its slope, so it counts as below zero."
)
SLOPES = "You added the slopes. Each counts as often as you walk that way: multiply it by the way."


def generate(rng: np.random.Generator) -> Draw:
    """Return two slopes in tenths and a walk in tens of metres, one of its parts to the west or the south."""
    a, b, east, north = (int(n) for n in rng.choice(np.arange(1, 10), 4, replace=False))
    a, b = (a, -b) if rng.integers(2) else (-a, b)
    dx, dy = (-10 * east, 10 * north) if rng.integers(2) else (10 * east, -10 * north)
    climb = (a * dx + b * dy) // 10
    mistakes = (
        Misconception("ways-not-turned", TURNED, f"{a * east + b * north}"),
        Misconception("shares-crossed", CROSSED, f"{(a * dy + b * dx) // 10}"),
        Misconception("ways-forgotten", SLOPES, f"{(a + b) / 10:g}"),
    )
    part = number_part("climb", climb, label="Metres climbed:", misconceptions=mistakes)
    west = dx < 0
    words = {
        "across": "to the west" if west else "to the east",
        "up": "to the north" if west else "to the south",
        "turned": f"A walk to the {'west' if west else 'south'} counts as below zero.",
    }
    values = {"p": f"{a / 10:g}", "q": f"{b / 10:g}", "u": abs(dx), "v": abs(dy), "dx": dx, "dy": dy}
    words["told"] = f"So you climb {climb} metres." if climb > 0 else f"So you end {-climb} metres lower."
    shares = {"first": a * dx // 10, "second": f"{b * dy // 10:+d}", "climb": climb}
    return Draw({**values, **words, **shares}, (distinct(part),))
