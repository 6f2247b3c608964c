"""The kind of a critical point from a Hessian without a twist."""

import numpy as np

from upslope.maths import matrix
from upslope.questions import Draw, Misconception, choice_part

TEXTS = {"hollow": "a hollow", "summit": "a summit", "pass": "a pass"}
SIGNS = {"hollow": ((1, 1),), "summit": ((-1, -1),), "pass": ((1, -1), (-1, 1))}
REASONS = {
    "hollow": "It bends up both ways: a hollow, a minimum.",
    "summit": "It bends down both ways: a summit, a maximum.",
    "pass": "It bends up one way and down the other: a pass, a saddle.",
}
LOOK = (
    "Look at the two signs on the diagonal: above zero the ground bends up along that letter, below it down."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a diagonal matrix of two numbers from 1 to 7, with the signs of the drawn kind."""
    kind = str(rng.choice(list(TEXTS)))
    signs = SIGNS[kind][rng.integers(len(SIGNS[kind]))]
    a, c = (sign * int(rng.integers(1, 8)) for sign in signs)
    options = [{"id": name, "text": text} for name, text in TEXTS.items()]
    rng.shuffle(options)
    mistakes = tuple(Misconception(f"taken-for-a-{name}", LOOK, name) for name in TEXTS if name != kind)
    part = choice_part("kind", options, kind, label="There is", misconceptions=mistakes)
    return Draw({"hessian": matrix([[a, 0], [0, c]]), "reason": REASONS[kind]}, (part,))
