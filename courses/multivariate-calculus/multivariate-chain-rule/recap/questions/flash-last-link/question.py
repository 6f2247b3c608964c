"""The last link of a chain: to a weight, to a bias, or to what the layer hears."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part

WHY = {
    "w": "A weight counts as much as what it multiplies.",
    "b": "A bias is added as it is.",
    "a": "What the layer hears counts as much as the weight it is heard with.",
}
OTHER = "In a product, the slope by one factor is the other factor. What is added holds still."
BIAS = "That is the slope by what is added as it is. This one multiplies something."
NOT_ADDED = "Nothing multiplies the bias. It is added as it is."


def generate(rng: np.random.Generator) -> Draw:
    """Return a layer from 1 to 4, and what is moved."""
    n, of = int(rng.integers(1, 5)), str(rng.choice(["w", "b", "a"]))
    links = {"w": f"a^{{({n - 1})}}", "b": "1", "a": f"w^{{({n})}}"}
    options = [{"id": name, "text": f"${text}$"} for name, text in links.items()]
    rng.shuffle(options)
    slips = {
        "w": (
            Misconception("one-for-the-weight", BIAS, "b"),
            Misconception("weight-for-its-slope", OTHER, "a"),
        ),
        "b": tuple(Misconception(f"{name}-for-the-bias", NOT_ADDED, name) for name in "wa"),
        "a": (
            Misconception("one-for-the-input", BIAS, "b"),
            Misconception("input-for-its-slope", OTHER, "w"),
        ),
    }
    part = choice_part("link", options, of, misconceptions=slips[of])
    layers = {"n": n, "m": n - 1, "layer": n - 1 if of == "a" else n}
    return Draw({**layers, "of": of, "why": WHY[of], "answer": links[of]}, (part,))
