"""The parabola that hugs a root at a square number, and a value read off it."""

from fractions import Fraction

import numpy as np

from upslope.maths import evaluate, parse, taylor_polynomial
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part
from upslope.questions.misconceptions import taylor

SCENES = {
    2: "A pendulum of $x$ metres swings to and fro in about $f(x) = {f}$ seconds.",
    3: "A wave in water $x$ metres deep runs at about $f(x) = {f}$ metres per second.",
    4: "A skid mark of $x$ metres on a dry road tells of a speed of about $f(x) = {f}$ metres per second.",
}
CASES = ((2, 1), (2, 4), (3, 1), (3, 4), (3, 9), (4, 4), (4, 9))
LINE_ALONE = "That is what the straight line says. The parabola takes the bend along: one term more."
BEND_TURNED = "The root bends down, so the last term takes something away. You added it."


def generate(rng: np.random.Generator) -> Draw:
    """Return c √x about a square, and a place up to 2 away from it."""
    c, a = CASES[int(rng.integers(len(CASES)))]
    step = Fraction(int(rng.choice([-1, 1, 2] if a == 1 else [-4, -2, 2, 4])), 2)
    f, root = parse(f"{c} sqrt(x)"), {1: 1, 4: 2, 9: 3}[a]
    worked = taylor_polynomial(f, "x", a, 2)
    line, bend = c * root + Fraction(c, 2 * root) * step, Fraction(c, 8 * root**3) * step**2
    parabola = expression_part(
        "parabola",
        worked.result,
        label="$p(x) =$",
        misconceptions=(
            taylor.factorials_missing(f, a, 2),
            taylor.shift_forgotten(f, a, 2),
            taylor.signs_alternated(f, a, 2),
            taylor.value_dropped(f, a, 2),
        ),
    )
    value = number_part(
        "value",
        line - bend,
        label="There it says",
        decimals=2,
        misconceptions=(
            Misconception("line-alone", LINE_ALONE, str(line)),
            Misconception("bend-turned", BEND_TURNED, str(line + bend)),
        ),
        follow_through=FollowThrough("parabola", at={"x": float(a + step)}),
    )
    values = {
        "scene": SCENES[c].format(f=rf"{c}\sqrt{{x}}"),
        "a": a,
        "c": c,
        "there": f"{float(a + step):g}",
        "step": f"{float(step):g}",
        "start": taylor_polynomial(f, "x", a, 1).result,
        "value": f"{float(line - bend):.3f}",
        "true": f"{float(evaluate(f, {'x': float(a + step)})):.3f}",
        "worked": worked,
    }
    return Draw(values, (distinct(parabola), distinct(value)))
