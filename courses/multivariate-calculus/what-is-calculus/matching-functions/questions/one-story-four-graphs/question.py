"""Which of four graphs belongs to a story; one of the wrong ones is the near miss of that story."""

from collections.abc import Callable
from math import cos, exp

import numpy as np

from upslope.questions import Curve, Draw, Misconception, Plot, choice_part

VIEW = (-0.5, 10.5, -0.8, 6.8)
TIMES = [k / 10 for k in range(101)]

# kind: its height, and what an eye sees of it
SHAPES: dict[str, tuple[Callable[[float], float], str]] = {
    "steady": (lambda t: 0.6 + 0.5 * t, "A straight line that climbs from low on the left."),
    "faster": (
        lambda t: 0.6 + 0.05 * t * t,
        "A curve, almost level at first, that climbs ever more steeply.",
    ),
    "cooling": (lambda t: 1.0 + 5.0 * exp(-t / 2.2), "A curve that falls ever less, towards a low level."),
    "late": (lambda t: 6.0 - 0.05 * t * t, "A curve, high and level at first, that falls ever more steeply."),
    "stop": (
        lambda t: max(6.0 - 0.17 * t * t, 0.0),
        "Level at first, it falls ever faster, then lies at zero.",
    ),
    "ramp": (lambda t: max(6.0 - t, 0.0), "A straight line that falls to zero, and stays there."),
    "bell": (lambda t: 0.3 + 5.4 * exp(-((t - 5) ** 2) / 2.5), "A curve with one hump, low at both ends."),
    "total": (lambda t: 0.3 + 5.4 / (1 + exp(8 - 1.6 * t)), "A curve that climbs once, from low to high."),
    "swing": (lambda t: 3.0 + 2.6 * cos(1.6 * t), "A wave with rounded tops and rounded bottoms."),
    "bounce": (lambda t: 0.4 + 5.2 * abs(cos(0.8 * t)), "A row of arches that meet in sharp points below."),
}
NEAR = {"steady": "faster", "cooling": "late", "stop": "ramp", "bell": "total", "swing": "bounce"}
STORIES = {
    "steady": (
        "A tap drips into a bucket, so many drops in every minute. How much water is in the bucket?",
        "A tram rolls along a straight track and never changes its speed. How far has it come?",
        "A gardener is paid by the hour, and works without a break. How much has she earned?",
    ),
    "cooling": (
        "A loaf of bread comes out of the oven and is put on the kitchen table. How warm is it?",
        "A pan of soup is carried out onto a cold balcony. How warm is it?",
        "A hot iron is switched off and forgotten. How warm is it?",
    ),
    "stop": (
        "An apple drops from a branch and stays where it lands. How high above the ground is it?",
        "A key slips out of a hand on a balcony, falls, and lies on the pavement. How high is it?",
        "A snowball slides off a roof’s edge and falls into soft snow. How high above the snow is it?",
    ),
    "bell": (
        "Guests come to a canteen, most of them around noon. How many come in each minute?",
        "Children arrive at a school, most just before eight, a few late. How many arrive in each minute?",
        "Popcorn is in the pan: one grain pops, then very many, then hardly any. How many in each second?",
    ),
    "swing": (
        "A child sits on a swing and is pushed every time. How far in front of the post is the seat?",
        "The tide comes in and goes out, day after day. How deep is the water in the harbour?",
        "Somebody notes the length of the day for several years. How many hours of daylight are there?",
    ),
}
REASONS = {
    "steady": "Every minute adds the same, so each step to the right gains the same: a straight line.",
    "cooling": "It cools fast while it is hot, then ever more slowly, and levels off at what is round it.",
    "stop": "What falls gathers speed. Then it lands, all at once, and the height stays at zero.",
    "bell": "Few, then many, then few again: one hump. Asked is how many in each moment, not so far.",
    "swing": "It goes to and fro, again and again, and turns round smoothly at both ends: a wave.",
}
WATCH = {
    "steady": "How much is added in the first minute, and how much in the last?",
    "cooling": "When does it lose more warmth in a minute: while it is hot, or later?",
    "stop": "Does it fall faster at the beginning or at the end of its fall? And what happens after?",
    "bell": "How many are there in a moment late in the story, when nearly all of it is over?",
    "swing": "How does it turn round at its lowest: with a jerk, or smoothly?",
}
LINE = "A straight line changes by the same amount in every minute. Does the story do that, all the way?"
FAST = "This curve changes fastest at the very beginning. Follow the story’s first moments again."
LIES = "This curve comes down to nothing and stays there. Does the story end so abruptly, and at nothing?"
HUMP = "One hump means: little, then much, then little again, and that once. Does the story turn round so?"
AGAIN = "This curve comes back again and again. Does the story repeat itself?"
MORE = "This curve gains more and more in every minute. Is the story faster at its end than at its beginning?"
SLOW = "This one loses warmth most slowly while it is hottest. When does your own tea cool fastest?"
RAMP = "On this graph it falls with the same speed all the way. What is dropped begins slowly."
SO_FAR = "This counts all that have come *so far*: it never comes down. Asked is how many in *each* moment."
JERK = "Both ends are smooth in the story. This curve turns round with a jerk, like a ball that bounces."
SENTENCES = {
    "steady": ("line-for-everything", LINE),
    "cooling": ("fast-first", FAST),
    "stop": ("falls-and-lies-still", LIES),
    "bell": ("one-hump", HUMP),
    "swing": ("again-and-again", AGAIN),
    "faster": ("more-every-minute", MORE),
    "late": ("slow-first", SLOW),
    "ramp": ("falls-evenly", RAMP),
    "total": ("total-for-rate", SO_FAR),
    "bounce": ("sharp-turns", JERK),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a story and four graphs: its own, the near miss, and two of other stories."""
    kind = str(rng.choice(list(STORIES)))
    others = [str(one) for one in rng.permutation([one for one in STORIES if one != kind])[:2]]
    shown = [str(one) for one in rng.permutation([kind, NEAR[kind], *others])]
    options = [{"id": one, "text": "", "plot": picture(one)} for one in shown]
    mistakes = tuple(Misconception(*SENTENCES[one], one) for one in (NEAR[kind], *others))
    part = choice_part("graph", options, kind, label="The graph is", misconceptions=mistakes)
    story = STORIES[kind][int(rng.integers(3))]
    return Draw({"story": story, "reason": REASONS[kind], "watch": WATCH[kind]}, (part,))


def picture(kind: str) -> Plot:
    height, words = SHAPES[kind]
    points = tuple((t, height(t)) for t in TIMES)
    return Plot(VIEW, words, (Curve((points,), "y"),), axes=("time", ""))
