"""A model with three dials: its slope by each of them."""

import numpy as np

from upslope.maths import derivative, parse, partial_derivative
from upslope.questions import Draw, Misconception, distinct, expression_part

LETTERS = ("x", "a", "b", "c")
MODELS = (
    ("a cup that cools to the temperature of the room", "c + a*e^(-b*x)", "-b*x", "a*x*e^(-b*x)"),
    ("a battery that fills up", "c + a*(1 - e^(-b*x))", "-b*x", "-a*x*e^(-b*x)"),
    ("a swing about a level", "c + a*sin(b*x)", "b*x", "-a*x*cos(b*x)"),
    ("a colony that doubles and doubles", "c + a*e^(b*x)", "b*x", "-a*x*e^(b*x)"),
    ("a tide about a mean level", "c + a*cos(b*x)", "b*x", "a*x*sin(b*x)"),
)
BY_X = "That is the slope by $x$. Here $x$ holds still, and the dial is what moves."
INNER = (
    "The outer part is right. The dial stands inside: by the chain rule the slope of the inside is a factor."
)
ADDED = "That is the dial itself. It is added as it stands: turn it by a bit, and $f$ moves by as much."
CONSTANT = "This dial does move here, and $x$ holds still. Only the other terms have the slope 0."
SIGN = "The size is right. Follow the signs once more: the outer function has one, and so may the inner one."
STILL = "The dial stands only in front. As it moves, what it multiplies is the slope; the dial itself goes."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of five models with its three slopes, mixed in the order of asking."""
    story, text, inside, wrong_sign = MODELS[int(rng.integers(len(MODELS)))]
    if rng.integers(2):
        text, inside, wrong_sign = (each.replace("b*x", "x/b") for each in (text, inside, wrong_sign))
        wrong_sign = wrong_sign.replace("a*x*", "a*x/b^2*")
        wrong_sign = wrong_sign.removeprefix("-") if wrong_sign.startswith("-") else f"-{wrong_sign}"
    model = parse(text, LETTERS)
    slopes = {name: derivative(model, name) for name in "abc"}
    by_x = str(derivative(model, "x"))
    inner = derivative(parse(inside, LETTERS), "b")
    outer = slopes["b"] / inner
    parts = []
    for name in (str(one) for one in rng.permutation(list("abc"))):
        mistakes = [Misconception(f"slope-by-x-instead-of-{name}", BY_X, by_x)]
        if name == "a":
            mistakes.append(
                Misconception("dial-kept-in-its-slope", STILL, str(parse("a", LETTERS) * slopes["a"]))
            )
        if name == "c":
            mistakes.append(Misconception("added-dial-for-its-slope", ADDED, "c"))
            mistakes.append(Misconception("dial-taken-for-a-constant", CONSTANT, "0"))
        if name == "b":
            mistakes.append(Misconception("inner-slope-of-the-dial-lost", INNER, str(outer)))
            mistakes.append(Misconception("inner-slope-lost-but-its-sign", INNER, str(-outer)))
            mistakes.append(Misconception("sign-of-the-slope-turned", SIGN, wrong_sign))
        parts.append(
            distinct(
                expression_part(
                    name,
                    slopes[name],
                    variables=LETTERS,
                    domain={"x": (0.3, 2), "a": (0.5, 2), "b": (0.5, 2), "c": (0.5, 2)},
                    label=rf"$\frac{{\partial f}}{{\partial {name}}} =$",
                    misconceptions=mistakes,
                )
            )
        )
    values = {"f": model, "story": story, "by_a": slopes["a"]}
    values |= {"inside": parse(inside, LETTERS), "inner": inner}
    return Draw({**values, "worked": partial_derivative(model, "b")}, tuple(parts))
