"""A story with times and heights in it is drawn as a graph."""

from collections.abc import Callable, Sequence

import numpy as np

from upslope.questions import Draw, Misconception, sketch_part

Curve = tuple[Sequence[float] | np.ndarray, Sequence[float] | np.ndarray]
CLUES = {
    "turning points": "How often does the story turn from up to down, or from down to up?",
    "direction": "Ask at each moment of the story: does it rise, fall or rest?",
    "ends": "How does the story begin, and how does it end?",
    "heights": "The story gives the heights and the times. Is it even in between, or faster here than there?",
}
NO_REST = "Your water never rests. While somebody bathes it stands still, and there the graph lies level."
AT_ONCE = "The water is gone in a moment on your graph. It falls evenly over the last minutes."
NEVER_LANDS = "Your bag is in the air to the very end. It lands before that, and lies there: level, at zero."
FAST_FIRST = "Your bag falls fastest at first, as tea cools. It begins at rest, and is fastest when it lands."
FROM_THE_TOP = "Your ride begins at the top. You stepped in on the ground, so the curve begins at zero."
ONE_TURN = "That is one slow turn. The story has two of them in the same time: count the tops."
EVENLY = (
    "Your soup loses the same in every minute. Coming *halfway* closer, it loses most while it is hottest."
)
TO_ZERO = "Your soup cools to zero, in a warm room. It cannot become colder than the room it stands in."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of four stories with small numbers."""
    return KINDS[int(rng.integers(len(KINDS)))](rng)


def bath(rng: np.random.Generator) -> Draw:
    """Return a bath that is filled, used and emptied: three straight pieces."""
    full, bathed, emptied, tens = rng.integers((3, 5, 3, 3), (6, 8, 5, 6)).tolist()
    high, pull, end = 10 * tens, full + bathed, full + bathed + emptied
    story = (
        f"A bath fills evenly for {full} minutes, until the water stands {high} cm high. The tap is turned "
        f"off and somebody bathes. At minute {pull} the plug is pulled; the water falls evenly, and at "
        f"minute {end} the bath is empty."
    )
    reason = "Up in a straight line, level for as long as somebody bathes, and down in a straight line."
    no_rest = ("no-rest", NO_REST, ([0, full, end], [0, high, 0]))
    at_once = ("emptied-at-once", AT_ONCE, ([0, full, end - 0.1, end], [0, high, high, 0]))
    told = (story, "the height of the water in centimetres", reason)
    return _told(told, (0, full, pull, end), ([0, full, pull, end], [0, high, high, 0]), no_rest, at_once)


def bag(rng: np.random.Generator) -> Draw:
    """Return a bag of sand that hangs, falls faster and faster, and lies."""
    held, fall, rest, tens = rng.integers((2, 3, 2, 3), (4, 5, 4, 8)).tolist()
    high, lands, end = 10 * tens, held + fall, held + fall + rest
    story = (
        f"A bag of sand hangs from a balloon, {high} m up. At second {held} it is let go. It falls, faster "
        f"and faster, and at second {lands} it lands. There it lies."
    )
    reason = "Level while it hangs. Then it falls, gently at first and ever more steeply, and lies at zero."
    gone = np.linspace(0, 1)
    right = ([0, *(held + fall * gone), end], [high, *(high * (1 - gone**2)), 0])
    late = ([0, *(held + (end - held) * gone)], [high, *(high * (1 - gone**2))])
    hasty = (right[0], [high, *(high * (1 - gone) ** 3), 0])
    slips = ("never-lands", NEVER_LANDS, late), ("fast-first", FAST_FIRST, hasty)
    return _told((story, "the height of the bag in metres", reason), (0, held, lands, end), right, *slips)


def wheel(rng: np.random.Generator) -> Draw:
    """Return two turns on a big wheel, from the ground."""
    turn, high = int(rng.integers(4, 8)), 10 * int(rng.integers(2, 7))
    story = (
        f"You step into a cabin of a big wheel at its lowest point, on the ground. The wheel is {high} m "
        f"high and takes {turn} minutes for one turn. You stay for two turns."
    )
    reason = "A wave that begins at the bottom. Tops and bottoms are round, for a wheel never jerks."
    t = np.linspace(0, 2 * turn, 8 * 15 + 1)
    slow, right = (high * (1 - np.cos(around * np.pi * t / turn)) / 2 for around in (1, 2))
    slips = ("begins-at-the-top", FROM_THE_TOP, (t, high - right)), ("one-turn-only", ONE_TURN, (t, slow))
    quarters = tuple(turn * half / 2 for half in range(5))
    return _told((story, "your height in metres", reason), quarters, (t, right), *slips)


def soup(rng: np.random.Generator) -> Draw:
    """Return soup that cools towards the warmth of its room."""
    gap, half = 10 * int(rng.integers(4, 7)), int(rng.integers(3, 6))
    story = (
        f"A mug of soup has {20 + gap} degrees and stands in a room of 20 degrees. Every {half} minutes it "
        "comes halfway closer to the warmth of the room."
    )
    reason = "It falls steeply at first, then ever less. It levels off at 20 and never falls below."
    t = np.linspace(0, 5 * half, 81)
    evenly = ("cools-evenly", EVENLY, ([0, 5 * half], [20 + gap, 20]))
    to_zero = ("cools-to-zero", TO_ZERO, (t, (20 + gap) * 2 ** (-t / half)))
    told = (story, "the temperature of the soup in degrees", reason)
    return _told(told, (0, half, 2 * half), (t, 20 + gap * 2 ** (-t / half)), evenly, to_zero)


def _told(told: tuple[str, ...], when: Sequence[float], right: Curve, *slips: tuple[str, str, Curve]) -> Draw:
    """Return the question on a story whose graph is known, with some of its points and two wrong curves."""
    top, end = max(right[1]), float(right[0][-1])
    named = [f"$({t:g}, {y:g})$" for t, y in zip(when, np.interp(when, *right), strict=True)]
    wrong = [
        Misconception(code, why, ", ".join(f"{t:.4g} {y:.4g}" for t, y in zip(*curve, strict=True)))
        for code, why, curve in slips
    ]
    part = sketch_part(
        "graph",
        [[(float(t), float(y)) for t, y in zip(*right, strict=True)]],
        view=(0, end, -0.1 * top, 1.2 * top),
        axes=("time", ""),
        features=tuple(CLUES),
        clues=CLUES,
        misconceptions=wrong,
    )
    values = dict(zip(("story", "what", "reason"), told, strict=True))
    points = f"{', '.join(named[:-1])} and {named[-1]}"
    return Draw({**values, "begin": named[0], "then": named[1], "points": points}, (part,))


KINDS: tuple[Callable[[np.random.Generator], Draw], ...] = (bath, bag, wheel, soup)
