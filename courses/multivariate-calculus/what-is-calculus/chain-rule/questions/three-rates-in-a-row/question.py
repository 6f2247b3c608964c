"""Three everyday rates, each working on what the one before delivers."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

STORIES = (
    (
        "A baker’s oven: each notch of the dial makes the fire {a} degrees hotter. Each degree makes the "
        "crust {b} seconds faster. Each second saved makes room for {c} more rolls a day.",
        "How many more rolls a day for one notch?",
    ),
    (
        "A well: each turn of the handle lets {a} buckets through. Each bucket waters {b} rows. Each row "
        "feeds {c} goats.",
        "How many goats for one turn of the handle?",
    ),
    (
        "A film studio: each minute of film needs {a} scenes. Each scene needs {b} puppets. Each puppet "
        "needs {c} hours of sewing.",
        "How many hours of sewing for one minute of film?",
    ),
    (
        "A clock: the hour wheel turns the next wheel {a} times as fast. That one turns a third {b} times as "
        "fast as itself. The third turns the last {c} times as fast as itself.",
        "How many turns does the last wheel make for one turn of the hour wheel?",
    ),
    (
        "A tree: each year adds {a} branches. Each branch carries {b} nests. Each nest holds {c} eggs.",
        "How many eggs does a year add?",
    ),
)
ADDED = (
    "You added the rates. Each one works on what the one before delivers, so they multiply: with a gear of 3 "
    "behind a gear of 2, the last wheel turns 6 times as fast as the first."
)
STOPPED = "You multiplied two of the rates and stopped. The chain has a third link, and it is a factor too."
LAST = "That is the last link alone. The links before it decide how much ever reaches it: multiply all three."


def generate(rng: np.random.Generator) -> Draw:
    """Return a story with three rates from 2 to 6."""
    story, asked = STORIES[rng.integers(len(STORIES))]
    a, b, c = (int(n) for n in rng.choice(np.arange(2, 7), 3, replace=False))
    part = number_part(
        "rate",
        a * b * c,
        label="In all:",
        misconceptions=(
            Misconception("links-added", ADDED, str(a + b + c)),
            Misconception("last-link-left-out", STOPPED, str(a * b)),
            Misconception("last-link-alone", LAST, str(c)),
        ),
    )
    values = {"story": story.format(a=a, b=b, c=c), "asked": asked, "a": a, "b": b, "c": c}
    return Draw({**values, "answer": a * b * c}, (distinct(part),))
