"""A bell on a straight background: the slope of the model by the bell's place or by its width."""

import numpy as np

from upslope.maths import derivative, parse, partial_derivative
from upslope.questions import Draw, Misconception, distinct, expression_part

LETTERS = ("x", "a", "p", "w", "m", "c")
STORIES = (
    "A line in the light of a star",
    "A peak of rush-hour traffic on a road that fills up all day",
    "A spike of dust in the air of a town",
)
SIGN = (
    "The size is right, and the sign is not. Move the place to the right: a point on the right flank "
    "gets higher."
)
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
BELL = {"p": "a*(x - p)/w^2*e^(-(x - p)^2/(2w^2))", "w": "a*(x - p)^2/w^3*e^(-(x - p)^2/(2w^2))"}


def generate(rng: np.random.Generator) -> Draw:
    """Return the model with one of two backgrounds, and ask for its slope by p or by w."""
    back = str(rng.choice(["m*x + c", "c - m*x", "c + m*x^2"]))
    model = parse(f"a*e^(-(x - p)^2/(2w^2)) + {back}", LETTERS)
    name = str(rng.choice(["p", "w"]))
    right = parse(BELL[name], LETTERS)
    mistakes = [
        Misconception("bell-moves-the-other-way", SIGN, str(-right)),
        Misconception("slope-of-the-exponent-lost", INNER, "a*e^(-(x - p)^2/(2w^2))"),
        Misconception("slope-by-x-instead", BY_X, str(derivative(model, "x"))),
        Misconception("background-kept", BACKGROUND, str(right + parse(back, LETTERS))),
    ]
    if name == "w":
        mistakes.append(Misconception("power-of-the-width", POWER, "a*(x - p)^2/w*e^(-(x - p)^2/(2w^2))"))
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
        "exponent": derivative(parse("-(x - p)^2/(2w^2)", LETTERS), name),
        "worked": partial_derivative(model, name),
    }
    return Draw(values, (distinct(part),))
