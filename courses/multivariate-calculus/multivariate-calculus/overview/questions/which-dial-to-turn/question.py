"""Three slopes: which dial to turn, and which way, so that the value falls fastest."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part

MISTAKES = (
    Misconception(
        "wrong-way",
        "It is the right dial, turned the wrong way: this makes the bitterness grow. The sign of a slope "
        "says what turning *up* does.",
        "wrong",
    ),
    Misconception(
        "sign-for-size",
        "You went by the number as it stands, sign and all. How much a dial matters is the size of its "
        "slope, without the sign.",
        "second",
    ),
    Misconception(
        "smallest-slope",
        "That dial matters least of the three: its slope is the nearest to 0.",
        "smallest",
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return slopes of three sizes, the two largest of different signs, spread over the dials."""
    small, middle, large = sorted(int(size) for size in rng.choice(np.arange(1, 10), 3, replace=False))
    sign = int(rng.choice([-1, 1]))
    sizes = {"best": sign * large, "second": -sign * middle, "smallest": int(rng.choice([-1, 1])) * small}
    dials = dict(zip(sizes, (str(name) for name in rng.permutation(list("xyz"))), strict=True))
    texts = {kind: _turn(dials[kind], down=slope > 0) for kind, slope in sizes.items()}
    texts["wrong"] = _turn(dials["best"], down=sizes["best"] < 0)
    kinds = [tuple(texts)[int(place)] for place in rng.permutation(len(texts))]
    part = choice_part(
        "dial",
        [{"id": kind, "text": texts[kind]} for kind in kinds],
        "best",
        label="It helps most to",
        misconceptions=MISTAKES,
    )
    why = "above 0, so turn it down." if sign > 0 else "below 0, so turn it up."
    values = {dials[kind]: slope for kind, slope in sizes.items()}
    return Draw({**values, "best": dials["best"], "largest": sizes["best"], "why": f"It is {why}"}, (part,))


def _turn(dial: str, down: bool) -> str:
    return f"turn ${dial}$ {'down' if down else 'up'}"
