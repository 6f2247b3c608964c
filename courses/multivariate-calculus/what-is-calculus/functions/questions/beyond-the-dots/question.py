"""A straight line fits a few readings, and says something absurd far beyond them."""

import numpy as np

from upslope.maths import parse, tidy
from upslope.questions import Draw, Misconception, choice_part, number_part

# scene, letter, units of t and of the output, sign of the rate, start, rate, last reading, far, verdict
SCENES = (
    ("A puppy is weighed every week.", "w", "weeks", "kilograms", 1, (1, 3), (1, 3), 8, (100, 200),
     "No dog becomes that heavy. Puppies stop growing."),
    ("A candle burns on a birthday cake.", "h", "minutes", "centimetres", -1, (7, 9), (1, 2), 3, (20, 40),
     "A candle cannot be shorter than nothing. It has gone out."),
    ("A sunflower is measured every week.", "h", "weeks", "centimetres", 1, (5, 20), (15, 25), 8, (100, 200),
     "A sunflower taller than a house. Sunflowers stop growing, and winter comes."),
    ("A cup of coffee cools on a desk.", "T", "minutes", "degrees", -1, (70, 90), (2, 4), 8, (60, 100),
     "Coffee far below freezing, on a desk. It stops cooling at the warmth of the room."),
    ("A full bath is let out.", "V", "minutes", "litres", -1, (140, 180), (20, 30), 4, (20, 40),
     "Less than no water. The bath is empty long before."),
)  # fmt: skip
OPTIONS = {
    "far": "The rule may be fine for what was measured. It does not hold out there.",
    "true": "It will be so: the rule fits every reading.",
    "readings": "The readings must have been wrong.",
    "useless": "The rule was of no use from the beginning.",
}
TRUSTED = (
    "A close fit is a reason to trust a rule *among* its readings. Look at the number it gives: could the "
    "thing itself do that?"
)
BLAMED = "The readings are what was seen. If a rule and the world disagree, it is the rule that has to go."
THROWN_AWAY = (
    "It passes close to every reading, so between them it serves well. What went wrong was to use it where "
    "nobody had measured."
)
VIEWS = (
    Misconception("fit-trusted-too-far", TRUSTED, "true"),
    Misconception("readings-blamed", BLAMED, "readings"),
    Misconception("good-rule-thrown-away", THROWN_AWAY, "useless"),
)
OPPOSITE = "Look at the sign before the rate: does the amount grow or shrink as time goes on?"
CHANGE = "That is only by how much it changes. The amount at the beginning belongs to the rule, too."


def generate(rng: np.random.Generator) -> Draw:
    """Return a line start ± rate t and a moment far beyond the readings."""
    scene, name, unit, out, sign, starts, rates, last, fars, verdict = SCENES[int(rng.integers(len(SCENES)))]
    start = int(rng.integers(starts[0], starts[1] + 1))
    rate = int(rng.integers(rates[0], rates[1] + 1))
    far = 10 * int(rng.integers(fars[0] // 10, fars[1] // 10 + 1))
    value = start + sign * rate * far
    wrong = (
        Misconception("sign-of-the-rate-turned", OPPOSITE, str(start - sign * rate * far)),
        Misconception("start-forgotten", CHANGE, str(sign * rate * far)),
    )
    options = [{"id": str(one), "text": OPTIONS[str(one)]} for one in rng.permutation(list(OPTIONS))]
    minus = "-" if sign < 0 else "+"
    parts = (
        number_part("value", value, label=f"The rule says (in {out})", misconceptions=wrong),
        choice_part("verdict", options, "far", label="What do you make of it?", misconceptions=VIEWS),
    )
    values = {
        "scene": scene,
        "name": name,
        "unit": unit,
        "out": out,
        "last": last,
        "far": far,
        "value": value,
    }
    rule = tidy(parse(f"{start} {minus} {rate} t", ("t",)))
    return Draw(
        {**values, "rule": rule, "put_in": f"{start} {minus} {rate} \\cdot {far}", "verdict": verdict}, parts
    )
