"""What a level place is, by the sign of its bend."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part

TEXTS = {"hollow": "the bottom of a hollow", "hilltop": "a hilltop", "root": "a place where $f$ is zero"}
REASONS = {
    "hollow": "The bend is above zero: the ground rises on both sides. A hollow, maybe not the deepest.",
    "hilltop": "The bend is below zero: the ground falls on both sides. A hilltop; start again elsewhere.",
}
LOOK = "A bend above zero curls up like a bowl, one below zero down like a dome."
ROOT = "It was the slope that was brought to zero. About the height you know nothing."


def generate(rng: np.random.Generator) -> Draw:
    """Return a place and a bend from 1 to 9, up or down."""
    kind, x = str(rng.choice(["hollow", "hilltop"])), int(rng.integers(1, 10))
    bend = int(rng.integers(1, 10)) * (1 if kind == "hollow" else -1)
    other = "hilltop" if kind == "hollow" else "hollow"
    mistakes = (
        Misconception(f"taken-for-a-{other}", LOOK, other),
        Misconception("level-taken-for-zero", ROOT, "root"),
    )
    options = [{"id": str(name), "text": TEXTS[str(name)]} for name in rng.permutation(list(TEXTS))]
    part = choice_part("place", options, kind, label="You have found", misconceptions=mistakes)
    return Draw({"x": x, "bend": bend, "reason": REASONS[kind]}, (part,))
