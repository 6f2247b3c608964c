"""The parts of one step of training, in order; two of them do not belong."""

import numpy as np

from upslope.questions import Draw, Misconception, ordering_part

EXAMPLES = (
    "a photograph",
    "a recording",
    "a handful of avocados",
    "a hundred places of a pen",
    "a bowl of soup",
)
STEPS = {
    "one": "Layer 1: sums $z^{(1)}$ and answers $a^{(1)}$.",
    "two": "Layer 2: sums $z^{(2)}$ and answers $a^{(2)}$.",
    "cost": "Work out the cost $C$ from $a^{(2)}$ and the target.",
    "back2": r"The slopes of $C$ by $a^{(2)}$ and $z^{(2)}$.",
    "back1": r"Through $W^{(2)}$: the slopes of $C$ by $a^{(1)}$ and $z^{(1)}$.",
    "down": "Move every weight and bias a little against its slope.",
}
ASTRAY = {
    "up": "Move every weight and bias a little along its slope.",
    "target": "Give each hidden neuron a target of its own.",
}
UP = "Along the slope the cost grows. A step of training goes against it."
OWN = "Nobody knows a target for a hidden neuron. That is why the blame has to be handed back to it."
REVERSED = "You walk back from the front. The way back begins at the cost, so it meets the last layer first."
TOO_SOON = "The dials move before all slopes are known. First walk back to the end, then move all of them."


def generate(rng: np.random.Generator) -> Draw:
    """Return the steps, mixed."""
    texts = {**STEPS, **ASTRAY}
    part = ordering_part(
        "steps",
        [{"id": name, "text": text} for name, text in texts.items()],
        list(STEPS),
        rng=rng,
        misconceptions=(
            Misconception("walked-uphill", UP, "up"),
            Misconception("hidden-target", OWN, "target"),
            Misconception("walked-back-from-the-front", REVERSED, "back1, back2"),
            Misconception("moved-too-soon", TOO_SOON, "down, back1"),
        ),
    )
    example = EXAMPLES[rng.integers(len(EXAMPLES))]
    return Draw({"example": example, "first": "layer 1, forward"}, (part,))
