"""The straight line that a reciprocal or a root follows near a point, in the letter of the step."""

from fractions import Fraction

import numpy as np

from upslope.maths import derivative, evaluate, linearise, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part

SCENES = {
    "lens": "A lens that gathers sunlight $x$ cm behind it has the strength $f(x) = {f}$ dioptres.",
    "lamp": "A lamp at a distance of $x$ metres lights your book with $f(x) = {f}$ lux.",
    "stone": "A stone that fell $x$ metres arrives at about $f(x) = {f}$ metres per second.",
}
# kind, function, the point: all values and slopes are short
CASES = (
    ("lens", "100/x", 5),
    ("lens", "100/x", 10),
    ("lens", "100/x", 20),
    ("lamp", "400/x^2", 2),
    ("lamp", "250/x^2", 5),
    ("lamp", "800/x^2", 2),
    ("stone", "4.5 sqrt(x)", 9),
    ("stone", "4.5 sqrt(x)", 25),
    ("stone", "4.5 sqrt(x)", 36),
)
STEPS = (Fraction(-1, 2), Fraction(-1, 4), Fraction(1, 4), Fraction(1, 2))
COORDINATE = (
    "Value and slope are right. But you put the step where $x - a$ would stand: the letter $d$ *is* the "
    "step already, so nothing is to be subtracted."
)
VALUE = "That is the part that changes. The line begins at the value of $f$ at the point: add it."
SIGN = "The size is right. Does $f$ rise or fall to the right of the point? The sign of the slope says so."
OPEN = "You went along with the value alone. The slope times the step is still to come."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of nine functions with a point, and a step of a quarter or a half."""
    kind, text, a = CASES[int(rng.integers(len(CASES)))]
    d, f = STEPS[int(rng.integers(4))], parse(text)
    height, tilt = (Fraction(evaluate(g, {"x": a})).limit_denominator(1000) for g in (f, derivative(f)))
    line = expression_part(
        "line",
        f"{height} + ({tilt})*d",
        label=f"$f({a} + d) \\approx$",
        variables=("d",),
        misconceptions=(
            Misconception("coordinate-for-step", COORDINATE, f"{height} + ({tilt})*(d - {a})"),
            Misconception("value-dropped", VALUE, f"({tilt})*d"),
            Misconception("slope-turned", SIGN, f"{height} - ({tilt})*d"),
        ),
    )
    value = number_part(
        "value",
        height + tilt * d,
        label=f"At ${float(a + d):g}$ the line gives",
        decimals=2,
        misconceptions=(Misconception("value-alone", OPEN, str(height)),),
        follow_through=FollowThrough("line", at={"d": float(d)}),
    )
    told = {
        "scene": SCENES[kind].format(f=rf"{text.split()[0]}\sqrt{{x}}" if kind == "stone" else _over(text)),
        "a": a,
        "there": f"{float(a + d):g}",
        "step": f"{float(d):g}",
        "slope": derivative(f),
        "value": f"{float(height + tilt * d):.7g}",
        "true": f"{float(evaluate(f, {'x': float(a + d)})):.6g}",
        "worked": linearise(f, "x", a),
    }
    return Draw(told, (distinct(line), distinct(value)))


def _over(text: str) -> str:
    top, bottom = text.split("/")
    return rf"\dfrac{{{top}}}{{{bottom}}}"
