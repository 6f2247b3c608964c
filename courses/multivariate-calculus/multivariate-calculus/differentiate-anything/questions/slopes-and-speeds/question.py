"""Two slopes read off a map and two speeds: the sum of two shares, with a sign to watch."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

# who, what has the slopes, what changes, its unit, how it is said to grow and to shrink
SCENES = (
    (
        "You drift in a balloon.",
        "the air",
        "the temperature",
        "degrees",
        "warms {} degrees",
        "cools {} degrees",
    ),
    ("You hike in the hills.", "the ground", "your height", "metres", "climbs {} metres", "falls {} metres"),
    ("You row over a lake.", "the lake", "the depth", "metres", "gets {} m deeper", "gets {} m shallower"),
    (
        "You cycle into a city.",
        "the noise",
        "the noise",
        "decibels",
        "grows {} decibels",
        "drops {} decibels",
    ),
)
SLOPES = (
    "You added the slopes in each direction. How much a slope matters depends on how fast you go that way: "
    "multiply each by its speed."
)
ONE = "Every direction in which you move adds its share, and one of the two is missing."
CROSSED = "Each slope has met the speed of the other direction. East goes with east, north with north."
SIGN = "One of the two slopes goes down, so its share is below zero. Take it away instead of adding it."


def generate(rng: np.random.Generator) -> Draw:
    """Return two slopes, one up and one down, and two speeds."""
    up, down, east, north = (int(n) for n in rng.choice(np.arange(2, 10), 4, replace=False))
    who, thing, what, unit, grows, shrinks = SCENES[int(rng.integers(len(SCENES)))]
    p, q = (up, -down) if rng.integers(2) else (-up, down)
    first, second = ((grows if slope > 0 else shrinks).format(size) for slope, size in ((p, up), (q, down)))
    rate = p * east + q * north
    mistakes = (
        Misconception("rates-forgotten", SLOPES, f"{p + q}"),
        Misconception("branch-forgotten", ONE, f"{p * east}"),
        Misconception("shares-crossed", CROSSED, f"{p * north + q * east}"),
        Misconception("sign-of-a-slope", SIGN, f"{up * east + down * north}"),
    )
    part = number_part("rate", rate, label=f"In {unit} per hour:", misconceptions=mistakes)
    words = {"who": who, "thing": thing, "what": what, "unit": unit, "first": first, "second": second}
    values = {"p": p, "q": q, "east": east, "north": north, "rate": rate}
    shares = {"eastshare": p * east, "northshare": q * north}
    return Draw({**words, **values, **shares}, (distinct(part),))
