"""A bell of dots on a level: which start does the plot give away?"""

import numpy as np

from upslope.questions import Dot, Draw, Misconception, Plot, choice_part

TOP = (
    "The height of the top above zero is height plus level. $a$ is how far the bell stands out above its "
    "level."
)
ONES = (
    "That is what a library takes if you say nothing. Here it begins far from the dots, and may never "
    "find them."
)
WIDTH = (
    "That is the width of the whole bell, from foot to foot. $w$ is from the middle to about 0.6 of the "
    "height."
)
PLACE = "The middle of the axis is not the middle of the bell. Look where the dots are highest."


def generate(rng: np.random.Generator) -> Draw:
    """Return a bell of height 3 to 6 and width 1 on a level of 1 to 3, somewhere off the middle."""
    height, level = int(rng.integers(3, 7)), int(rng.integers(1, 4))
    place = int(rng.choice([2, 3, 7, 8]))
    x = (np.arange(22) + rng.uniform(0.25, 0.75, 22)) * 10 / 22
    y = level + height * np.exp(-((x - place) ** 2) / 2) + 0.15 * rng.permutation(np.linspace(-1.6, 1.6, 22))
    dots = tuple(Dot((round(float(u), 2), round(float(v), 2))) for u, v in zip(x, y, strict=True))
    alt = (
        f"Dots: level at about {level}, with a bell round {place} that reaches up to about {height + level}."
    )
    starts = {
        "right": (height, place, 1, level),
        "top": (height + level, place, 1, 0),
        "ones": (1, 1, 1, 1),
        "wide": (height, place, 6, level),
        "middle": (height, 5, 1, level),
    }
    options = [{"id": str(one), "text": _start(*starts[str(one)])} for one in rng.permutation(list(starts))]
    part = choice_part(
        "start",
        options,
        "right",
        label="A good start is",
        misconceptions=(
            Misconception("top-for-height", TOP, "top"),
            Misconception("ones-by-default", ONES, "ones"),
            Misconception("foot-to-foot-for-width", WIDTH, "wide"),
            Misconception("middle-of-the-axis", PLACE, "middle"),
        ),
    )
    values = {"plot": Plot((0, 10, -1, 11), alt, dots=dots), "height": height, "place": place, "level": level}
    return Draw({**values, "top": height + level}, (part,))


def _start(a: int, p: int, w: int, c: int) -> str:
    return f"$a = {a},\\ p = {p},\\ w = {w},\\ c = {c}$"
