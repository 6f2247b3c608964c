"""The shape of a product of three Jacobians."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part

TURNED = "Rows and columns are swapped. The rows come from the first factor, the columns from the last."
INNER = "Those are inner numbers. They say that the factors fit, and then they are gone."


def generate(rng: np.random.Generator) -> Draw:
    """Return four different sizes from 1 to 6."""
    a, b, c, d = (int(n) for n in rng.choice(np.arange(1, 7), 4, replace=False))
    shapes = {"outer": (a, d), "turned": (d, a), "inner": (b, c), "half": (a, c)}
    options = [{"id": name, "text": rf"${m} \times {n}$"} for name, (m, n) in shapes.items()]
    rng.shuffle(options)
    mistakes = (
        Misconception("shape-turned-round", TURNED, "turned"),
        Misconception("inner-numbers-kept", INNER, "inner"),
        Misconception("last-factor-forgotten", "One factor is still to come, on the right.", "half"),
    )
    part = choice_part("shape", options, "outer", misconceptions=mistakes)
    return Draw({"a": a, "b": b, "c": c, "d": d}, (part,))
