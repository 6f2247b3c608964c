"""What follows from three sticks, and what does not."""

import numpy as np

from upslope.questions import Draw, Misconception, choices_part

LEVEL = (
    "Without an arrow the floor is level. That is so in hollows, and on summits and passes as well: what "
    "kind it is, the slopes do not say."
)
BETWEEN = (
    "Between two sticks nobody has looked. The floor may rise to a ridge or drop into a well there; a stick "
    "knows its own place."
)
DEEPEST = "It is the deepest that you have *found*. Of the rest of the pit the sticks know nothing."
WAYS = ("west", "east", "north", "south")


def generate(rng: np.random.Generator) -> Draw:
    """Return three sticks, the second level and deepest, and six statements, three of them sure."""
    way, other = (str(one) for one in rng.choice(WAYS, 2, replace=False))
    depths = sorted(int(n) / 10 for n in rng.choice(np.arange(25, 75), 3, replace=False))
    deep = dict(zip(("depth1", "depth3", "depth2"), depths, strict=True))
    grid = rng.permutation(11)[:6].reshape(3, 2) + 1
    places = {f"place{k + 1}": f"({int(p) / 2:g},\u00a0{int(q) / 2:g})" for k, (p, q) in enumerate(grid)}
    long, short = int(rng.integers(6, 10)) / 10, int(rng.integers(1, 5)) / 10
    sure = {
        "steeper": "The floor is steeper at stick 1 than at stick 3.",
        "down": f"Right beside stick 1 the floor goes down to the {way}.",
        "level": "At stick 2 the floor is level.",
    }
    doubt = {
        "hollow": "Stick 2 stands at the bottom of a hollow.",
        "deepest": "Stick 2 stands at the deepest point of the pit.",
        "between": "Halfway between sticks 1 and 3 the depth lies between theirs.",
    }
    texts = sure | doubt
    options = [{"id": str(name), "text": texts[str(name)]} for name in rng.permutation(list(texts))]
    known = ", ".join(sure)
    mistakes = (
        Misconception("level-taken-for-hollow", LEVEL, f"{known}, hollow"),
        Misconception("between-the-sticks", BETWEEN, f"{known}, between"),
        Misconception("found-taken-for-deepest", DEEPEST, f"{known}, hollow, deepest"),
    )
    part = choices_part("known", options, list(sure), label="I know that", misconceptions=mistakes)
    values = {**deep, **places, "long": long, "short": short, "way": way, "other": other}
    return Draw({name: str(value) for name, value in values.items()}, (part,))
