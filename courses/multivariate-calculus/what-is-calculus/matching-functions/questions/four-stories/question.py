"""Three or four stories, five graphs: what cools and what falls are there each time."""

import math
from collections.abc import Callable

import numpy as np

from upslope.questions import Curve, Draw, Misconception, Plot, matching_part

VIEW = (-0.5, 10.5, -0.8, 6.8)
TIMES = [k / 10 for k in range(101)]
SHAPES: dict[str, tuple[Callable[[float], float], str]] = {
    "steady": (lambda t: 0.8 + 0.48 * t, "A straight line from low on the left to high on the right."),
    "cooling": (
        lambda t: 0.9 + 5.2 * math.exp(-t / 2),
        "A curve that falls steeply first, then less and less, and levels off low.",
    ),
    "stop": (
        lambda t: max(6.0 - 0.13 * t * t, 0.0),
        ("A curve that is level at first, falls ever more steeply, and from zero on lies level again."),
    ),
    "bell": (
        lambda t: 0.3 + 5.2 * math.exp(-((t - 4.5) ** 2) / 2),
        "A curve that is low, rises to one rounded hump and becomes low again.",
    ),
    "swing": (lambda t: 3.2 - 2.5 * math.cos(1.45 * t), "A wave with several equal tops and bottoms."),
}
STORIES = {
    "steady": (
        "A printer prints page after page: pages in the tray",
        "A candle clock is read upside down: wax burnt so far",
        "A phone charges evenly: charge of its battery",
    ),
    "cooling": (
        "A mug of tea is forgotten at a desk: its temperature",
        "A stone from the fire lies in the grass: its temperature",
        "A bath nobody gets into: the temperature of its water",
    ),
    "stop": (
        "A pencil rolls off a table and lies on the floor: its height",
        "A raindrop leaves a gutter and lands: its height",
        "A glove is dropped from a chairlift: its height",
    ),
    "bell": (
        "A song becomes known, then everyone has heard it: new listeners each day",
        "A flu comes and goes: people who fall ill each day",
        "A train empties at a terminus: people who step out each second",
    ),
    "swing": (
        "A gondola of a big wheel: its height",
        "A cork bobs on long waves: its height",
        "The moon waxes and wanes: how much of it is lit",
    ),
}
FALL_OR_COOL = (
    "What cools and what falls have changed places. Ask each: is it quickest at the "
    "*start* or at the *end*? And which of "
    "them stops dead?"
)
ONCE_OR_AGAIN = (
    "A hump happens once, a wave again and again. Ask of the story whether it would begin "
    "anew if you went on watching."
)
STEADY_OR_BELL = (
    "This straight line never comes down. The story does, or asks how many in *each* "
    "moment and not how many so far."
)
STEADY_OR_WAVE = (
    "You gave the wave to a story in which nothing ever comes back down. Follow it: it "
    "gains the same all the time."
)
KEYS = "What is hot cools fastest while it is hottest. What falls is fastest just before it lands."
REASON = (
    "What cools changes most while it is hot and then less and less. What falls begins "
    "slowly, gathers speed and stops at "
    "once. What grows evenly is a straight line. What happens once, a few and then many "
    "and then few, is one hump; what comes "
    "back again and again is a wave."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return cooling, a fall, a bell or a wave, and perhaps steady growth, in one of three tellings each."""
    once = str(rng.choice(["bell", "swing"]))
    told = ["cooling", "stop", once, *(["steady"] if rng.integers(2) else [])]
    left = [
        {"id": str(one), "text": STORIES[str(one)][int(rng.integers(3))]} for one in rng.permutation(told)
    ]
    right = [{"id": str(one), "text": "", "plot": picture(str(one))} for one in rng.permutation(list(SHAPES))]
    other = "swing" if once == "bell" else "bell"
    mistakes = [
        Misconception("fall-and-cooling-swapped", FALL_OR_COOL, "cooling: stop"),
        Misconception("once-or-again-and-again", ONCE_OR_AGAIN, f"{once}: {other}"),
    ]
    if "steady" in told:
        steady = (
            ("steady-and-wave", STEADY_OR_WAVE) if other == "swing" else ("steady-and-hump", STEADY_OR_BELL)
        )
        mistakes.append(Misconception(*steady, f"steady: {other}" if other == "swing" else f"{once}: steady"))
    part = matching_part(
        "graphs", left, right, {one: one for one in told}, words=("story", "graph"), misconceptions=mistakes
    )
    return Draw({"key": KEYS, "reason": REASON}, (part,))


def picture(kind: str) -> Plot:
    height, words = SHAPES[kind]
    points = tuple((t, height(t)) for t in TIMES)
    return Plot(VIEW, words, (Curve((points,), "y"),), axes=("time", ""))
