"""A constant over a power of x, or times a root: an exponent that is no counting number."""

from fractions import Fraction

import numpy as np

from upslope.maths import differentiate, number, parse, symbol, to_latex
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import power_rule

SCENES = {
    "over": (
        "With $x$ guests at the table, the cake for each, in hundreds of grams,",
        "With $x$ people at work, the number of days that a wall takes",
    ),
    "over square": (
        "At a distance of $x$ metres, the brightness of a lamp",
        "At a distance of $x$ kilometres, how many bees of a swarm you meet",
    ),
    "root": (
        "After $x$ minutes, how far a smell has come in a still room, in centimetres,",
        "After $x$ frosty days, how thick the ice on a pond has become, in millimetres,",
    ),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a/xⁿ with n 1 or 2, or a √x with an even a."""
    kind = str(rng.choice(["over", "over square", "root"]))
    a = 2 * int(rng.integers(1, 6)) if kind == "root" else int(rng.integers(2, 10))
    text, n = {
        "over": (f"{a}/x", Fraction(-1)),
        "over square": (f"{a}/x^2", Fraction(-2)),
        "root": (f"{a} sqrt(x)", Fraction(1, 2)),
    }[kind]
    worked = differentiate(parse(text))
    part = expression_part(
        "derivative",
        worked.result,
        label="$f'(x) =$",
        domain={"x": (0.5, 4.0)},
        misconceptions=(
            power_rule.coefficient_dropped(a, n) if n > 0 else power_rule.exponent_moved_towards_zero(a, n),
            power_rule.exponent_not_brought_down(a, n),
            power_rule.exponent_not_lowered(a, n),
        ),
    )
    scene = str(rng.choice(SCENES[kind]))
    power = to_latex(number(a) * symbol("x") ** number(n))
    return Draw(
        {"scene": scene, "f": parse(text), "power": power, "next": n - 1, "worked": worked}, (distinct(part),)
    )
