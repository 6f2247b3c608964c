"""Stories of change and their graphs: four of six stories, and one graph too many."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, matching_part, plot_of

VIEW = (0, 10, 0, 10)
GRAPHS = {
    "steady": ("0.7x + 1", "A straight line that rises."),
    "cooling": ("2 + 7*e^(-x/2)", "A curve that falls steeply at first, then less and less, and levels off."),
    "growth": ("0.5*e^(0.3x)", "A curve that rises slowly at first, then faster and faster."),
    "swing": ("5 + 3*sin(2x)", "Even waves, up and down."),
    "bell": ("1 + 8*e^(-(x - 5)^2/3)", "A curve that rises to one peak in the middle and falls again."),
    "fall": ("1 + (8 - x^2/3 + abs(8 - x^2/3))/2", "A curve that falls ever more steeply, then lies flat."),
}
STORIES = {
    "steady": "Water runs from a tap into a tub, and nobody touches the tap. *How high is the water?*",
    "cooling": "A cup of tea is left on the table. *How warm is it?*",
    "growth": "Cells of yeast divide in a dough, again and again. *How many are there?*",
    "swing": "A child is on a swing. *How far in front of the frame?*",
    "bell": "A bus drives past a house. *How loud is it there?*",
    "fall": "An apple drops from its branch and stays in the grass. *How high is it?*",
}
WHY = {
    "steady": "The water climbs the same in every minute: a straight line.",
    "cooling": "The nearer the tea is to the room, the slower it cools: a curve that levels off.",
    "growth": "The more cells there are, the more are added: ever steeper.",
    "swing": "To and fro, over and over: waves.",
    "bell": "Louder, loudest, quieter again, and only once: one peak.",
    "fall": "Faster and faster down, and then no change at all.",
}
MISTAKES = (
    Misconception(
        "fall-slows-down", "A falling apple grows faster, not slower, until it lands.", "fall: cooling"
    ),
    Misconception(
        "growth-is-steady", "More cells add more cells. Is that the same in every hour?", "growth: steady"
    ),
    Misconception("once-is-not-waves", "A bus passes once. Waves come back.", "bell: swing"),
    Misconception("peak-left-out", "The bus comes nearer, and then it leaves again.", "bell: growth"),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return four stories with five graphs, both in an order of their own."""
    shown = [str(name) for name in rng.permutation(list(STORIES))][:5]
    told = shown[:4]
    graphs = [
        {"id": name, "plot": plot_of(parse(GRAPHS[name][0]), VIEW, GRAPHS[name][1], axes=("time", ""))}
        for name in rng.permutation(shown)
    ]
    part = matching_part(
        "graphs",
        [{"id": name, "text": STORIES[name]} for name in told],
        graphs,
        {name: name for name in told},
        words=("story", "graph"),
        misconceptions=[mistake for mistake in MISTAKES if _can_be_made(mistake, told, shown)],
    )
    return Draw(
        {"solution": "\n".join(f"{place}. {WHY[name]}" for place, name in enumerate(told, 1))}, (part,)
    )


def _can_be_made(mistake: Misconception, told: list[str], shown: list[str]) -> bool:
    story, graph = mistake.wrong.split(": ")
    return story in told and graph in shown
