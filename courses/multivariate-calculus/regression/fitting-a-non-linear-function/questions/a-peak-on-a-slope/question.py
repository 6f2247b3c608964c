"""A bell on a background that is not level: the slope of the model by the bell's place or by its width."""

import numpy as np

from upslope.maths import derivative, number, parse, partial_derivative
from upslope.questions import Draw, Misconception, distinct, expression_part

LETTERS = ("x", "a", "p", "w", "m", "c")
STORIES = (
    "A bright line in the light of a star",
    "A peak of rush-hour traffic on a road that fills up all day",
    "A spike of dust in the air of a town",
)
SIGN = {
    "p": (
        "bell-moves-the-other-way",
        "The size is right, and the sign is not. Move the place to the right: a point on the right flank "
        "gets higher.",
    ),
    "w": (
        "bell-gets-narrower",
        "The size is right, and the sign is not. Make the bell wider: a point on its flank gets higher.",
    ),
}
HALF = "A factor of 2 is missing. The exponent holds a square: follow the 2 that it brings down."
INNER = "The outer function is right. The exponent has a slope as well, and by the chain rule it is a factor."
BY_X = (
    "That is the slope by x, background included. Here x holds still, and the background does not move "
    "at all."
)
BACKGROUND = "The background has crept in. It does not hold this dial, so its slope is zero."
POWER = (
    "Count the powers of the width: it stands below, squared. Its slope has one power more below, not "
    "one less."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of two bells on one of three backgrounds, and ask for its slope by p or by w."""
    back = str(rng.choice(["m*x + c", "c - m*x", "c + m*x^2"]))
    bell = str(rng.choice(["e^(-(x - p)^2/(2w^2))", "e^(-(x - p)^2/w^2)"]))
    model = parse(f"a*{bell} + {back}", LETTERS)
    name = str(rng.choice(["p", "w"]))
    right = derivative(model, name)
    mistakes = [
        Misconception(SIGN[name][0], SIGN[name][1], str(-right)),
        Misconception("slope-of-the-exponent-lost", INNER, f"a*{bell}"),
        Misconception("slope-by-x-instead", BY_X, str(derivative(model, "x"))),
        Misconception("half-of-the-slope", HALF, str(right / number(2))),
        Misconception("background-kept", BACKGROUND, str(right + parse(back, LETTERS))),
    ]
    if name == "w":
        mistakes.append(Misconception("power-of-the-width", POWER, str(right * parse("w^2", LETTERS))))
    part = expression_part(
        "slope",
        right,
        variables=LETTERS,
        domain=dict.fromkeys(LETTERS, (0.4, 2)),
        label=rf"$\frac{{\partial f}}{{\partial {name}}} =$",
        misconceptions=mistakes,
    )
    values = {
        "story": str(rng.choice(STORIES)),
        "f": model,
        "name": name,
        "what": {"p": "its place $p$", "w": "its width $w$"}[name],
        "exponent": derivative(parse(bell.removeprefix("e^"), LETTERS), name),
        "worked": partial_derivative(model, name),
    }
    return Draw(values, (distinct(part),))
