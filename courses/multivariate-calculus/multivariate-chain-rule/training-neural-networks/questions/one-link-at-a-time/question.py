"""The three links from the cost of a neuron with two inputs back to one of its weights, and their product."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part

BENDS = {
    "sigmoid": (r"\sigma", "a*(1 - a)", r"a\,(1 - a)", r"$\sigma' = \sigma\,(1 - \sigma)$", "1 - a^2"),
    "tanh": (r"\tanh", "1 - a^2", "1 - a^2", r"$\tanh' = 1 - \tanh^2$", "a*(1 - a)"),
}
NO_TWO = "The slope of a square is *twice* what is squared."
SQUARE_KEPT = "That is the cost itself. The link is its slope."
TURNED = "The sign is turned round. The cost grows when $a$ moves away from the target: output minus target."
OTHER_BEND = "That is the slope of the other bend. Look which one this neuron squashes with."
VALUE = "That is the value of the bend. The link is its slope."
THE_WEIGHT = "You took the other input. Which one does this weight multiply?"
FOR_BIAS = "That would be right for the bias, which is added as it is. What does this weight multiply?"
SUMMED = "You took both inputs. While this weight moves, the other weight and its input hold still."
NO_BEND = "One link is missing: between $z$ and the cost stands the bend."
NO_INPUT = "One link is missing: how fast $z$ changes with the weight."
ADDED = "You added the links. In a chain each stretches what the one before passes on: multiply."


def generate(rng: np.random.Generator) -> Draw:
    """Return which bend, which weight, two inputs that differ, and a target of 0, 1 or 2 tenths."""
    name = str(rng.choice(list(BENDS)))
    act, bend, bend_text, rule, other = BENDS[name]
    k = int(rng.integers(1, 3))
    inputs = [int(n) for n in rng.choice([2, 3, 4, 5, 6, 7], 2, replace=False)]
    x, x_other = inputs[k - 1], inputs[2 - k]
    y = str(rng.choice(["0.9", "0.8", "0.1", "0.2"]))
    fall = f"2*(a - {y})"
    parts = (
        _in_a(
            "fall",
            fall,
            r"$\dfrac{\partial C}{\partial a} =$",
            ("two-forgotten-in-the-square", NO_TWO, f"a - {y}"),
            ("cost-for-its-slope", SQUARE_KEPT, f"(a - {y})^2"),
            ("miss-turned-round", TURNED, f"2*({y} - a)"),
        ),
        _in_a(
            "bend",
            bend,
            r"$\dfrac{\partial a}{\partial z} =$",
            ("slope-of-the-other-bend", OTHER_BEND, other),
            ("value-of-the-bend", VALUE, "a"),
        ),
        number_part(
            "input",
            x,
            label=rf"$\dfrac{{\partial z}}{{\partial w_{k}}} =$",
            misconceptions=(
                Misconception("other-input", THE_WEIGHT, str(x_other)),
                Misconception("bias-link-for-weight", FOR_BIAS, "1"),
                Misconception("both-inputs", SUMMED, str(x + x_other)),
            ),
        ),
        _in_a(
            "product",
            f"{fall}*({bend})*{x}",
            rf"$\dfrac{{\partial C}}{{\partial w_{k}}} =$",
            ("bend-left-out", NO_BEND, f"{fall}*{x}"),
            ("input-left-out", NO_INPUT, f"{fall}*({bend})"),
            ("links-added-up", ADDED, f"{fall} + {bend} + {x}"),
            follows="fall*bend*input",
        ),
    )
    worked = differentiate(parse(f"(a - {y})^2", ("a",)), "a")
    values = {
        "x1": inputs[0],
        "x2": inputs[1],
        "x": x,
        "k": k,
        "y": y,
        "act": act,
        "rule": rule,
        "bend": bend_text,
    }
    shown = {
        "fall": rf"2\,(a - {y})",
        "bend_in": bend_text if name == "sigmoid" else f"({bend_text})",
        "x_in": x,
    }
    return Draw({**values, **shown, "worked": worked}, parts)


def _in_a(name: str, answer: str, label: str, *wrong: tuple[str, str, str], follows: str = "") -> object:
    """Return a part whose answer is an expression in a."""
    part = expression_part(
        name,
        parse(answer, ("a",)),
        variables=("a",),
        label=label,
        misconceptions=tuple(Misconception(*one) for one in wrong),
        follow_through=FollowThrough(follows) if follows else None,
    )
    return distinct(part)
