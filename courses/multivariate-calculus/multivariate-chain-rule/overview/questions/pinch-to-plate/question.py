"""A chain of three constant rates, told in four ways: their product is the rate from end to end."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

STORIES = (
    (
        "Each pinch puts ${a}$ grams of salt into the pot. Each gram in the pot puts ${b}$ grams on the "
        "plates. For each gram on the plates the guests order ${c}$ more glasses of water.",
        "How many more glasses do the guests order for each pinch?",
        "Glasses for each pinch:",
    ),
    (
        "A mill stands by a stream. Each litre of water that flows turns its wheel ${a}$ times. Each turn of "
        "the wheel turns the millstone ${b}$ times. Each turn of the stone grinds ${c}$ grams of flour.",
        "How many grams of flour does each litre of water grind?",
        "Grams for each litre:",
    ),
    (
        "Each degree of frost makes the morning train ${a}$ minutes later. Each minute makes the queue "
        "at the tea stall ${b}$ metres longer. Each metre of queue buys ${c}$ cups of tea.",
        "How many more cups of tea are sold for each degree of frost?",
        "Cups for each degree:",
    ),
    (
        "Each hour of sun opens ${a}$ flowers in a garden. Each open flower gives ${b}$ milligrams of "
        "nectar. Each milligram keeps a bee in the air for ${c}$ minutes.",
        "How many minutes of flight does each hour of sun pay for?",
        "Minutes for each hour:",
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a story with a even, b in halves and c whole, so that the product is whole."""
    story, ask, label = STORIES[int(rng.integers(4))]
    a, b, c = (2 * int(rng.integers(2, 6)), Fraction(int(rng.integers(3, 10)), 2), int(rng.integers(2, 7)))
    rates = {"a": a, "b": b, "c": c}
    part = number_part(
        "rate",
        a * b * c,
        label=label,
        misconceptions=(
            Misconception(
                "links-added",
                "You added the three rates. Follow a single unit instead: it becomes several, and *each* of "
                "those becomes several in turn. That is multiplying.",
                str(a + b + c),
            ),
            Misconception(
                "last-link-forgotten",
                "You stopped one link too early. Read the question again: how far down the chain does it go?",
                str(a * b),
            ),
        ),
    )
    told = _with_numbers(story, rates)
    return Draw({**rates, "story": told, "ask": ask, "answer": a * b * c}, (distinct(part),))


def _with_numbers(story: str, rates: dict[str, int | Fraction]) -> str:
    return story.format(**{name: _latex(rate) for name, rate in rates.items()})


def _latex(rate: int | Fraction) -> str:
    if isinstance(rate, int) or rate.denominator == 1:
        return str(rate)
    return rf"\tfrac{{{rate.numerator}}}{{{rate.denominator}}}"
