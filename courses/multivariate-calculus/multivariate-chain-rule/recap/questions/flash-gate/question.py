"""AND, OR, or no gate at all, from two weights and a bias."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part

GATES = {"and": "AND", "or": "OR", "first": "it listens to $a_1$ only", "never": "it always says no"}
LOOK = "Put in the corners, one after the other: where the sum is above 0 it is a yes, below 0 a no."
WHY = {
    "and": "One input alone stays below 0, both together get above it: AND.",
    "or": "Either input alone is enough to get above 0, and without any it stays below: OR.",
    "first": "The first alone gets above 0. The second alone does not, and adds too little to matter.",
    "never": "Even both together stay below 0: it always says no.",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return weights and a bias, in tens, so that no corner is near 0."""
    right = str(rng.choice(list(GATES)))
    w = 10 * int(rng.integers(2, 7))
    w1, w2, b = {
        "and": (w, w, 3 * w // 2),
        "or": (w, w, w // 2),
        "first": (2 * w, w // 2, w),
        "never": (w // 2, w // 2, 2 * w),
    }[right]
    options = [{"id": name, "text": text} for name, text in GATES.items()]
    mistakes = tuple(Misconception(f"taken-for-{name}", LOOK, name) for name in GATES if name != right)
    part = choice_part("gate", options, right, misconceptions=mistakes)
    return Draw({"w1": w1, "w2": w2, "b": b, "why": WHY[right]}, (part,))
