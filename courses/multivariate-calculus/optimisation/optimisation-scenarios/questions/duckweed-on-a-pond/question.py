"""An exponential alone, for which a logarithm is enough, or with a straight line beside it."""

import math

import numpy as np

from upslope.maths import Expression, newton_raphson, newton_raphson_worked, number, parse, to_latex
from upslope.questions import Curve, Dot, Draw, Misconception, Part, Plot, choice_part, curve

TOOLS = {"algebra": "Algebra", "newton": "Newton–Raphson", "descent": "Gradient descent"}
TOOLS |= {"lagrange": "Lagrange multipliers", "differences": "Finite differences", "grid": "Grid search"}
REASONS = {
    "algebra": "The unknown stands in one place only, and a logarithm sets it free.",
    "newton": "The unknown stands in the exponent and beside it, and the slope is a formula.",
    "many": "The pond may be just covered on several days, so one has to look all over a range.",
    "costly": "Nobody can write down how fast it grows, so slopes have to be felt by two looks.",
}
SAME = (
    ("grid-for-one-root", "A look at every day finds the day, and no decimals.", "grid"),
    ("slope-felt-not-written", "The growth is a formula: its slope need not be felt for.", "differences"),
    ("fence-for-one-number", "There is one number to find, and nothing to make largest.", "lagrange"),
    (
        "descent-for-a-root",
        "There is no valley here: one equation is to be solved, not a lowest place found.",
        "descent",
    ),
)
OTHER = {
    "algebra": (
        "tangents-where-a-logarithm-does",
        "Tangents would find it. But look where the unknown stands: one rule undoes it, exactly.",
        "newton",
    ),
    "newton": (
        "trapped-unknown-solved-on-paper",
        "Try it: a logarithm of both sides leaves the logarithm of a sum, with the unknown still inside.",
        "algebra",
    ),
}
WRONG_REASON = {
    "algebra": (
        "free-unknown-called-trapped",
        "Look again at where the unknown stands, and count.",
        "newton",
    ),
    "newton": (
        "trapped-unknown-called-free",
        "Look again at where the unknown stands, and count.",
        "algebra",
    ),
}
COSTLY = ("formula-overlooked", "The growth is written down, so its slope is a formula too.", "costly")
MANY = ("growth-taken-for-waves", "Duckweed only grows: the curve crosses each height once.", "many")


def generate(rng: np.random.Generator) -> Draw:
    """Return a growing patch, with or without leaves that a stream brings in at a steady rate."""
    m, k, area = (
        int(rng.choice([2, 3, 5])),
        int(rng.choice([4, 5, 8, 10])),
        int(rng.choice([200, 300, 400, 500])),
    )
    brought = int(rng.choice([2, 3, 4])) if rng.integers(2) else 0
    right = "newton" if brought else "algebra"
    left = parse(f"{m}e^(t/{k})" + (f" + {brought}t" if brought else ""), ("t",))
    start, f = round(k * math.log(area / m)), left - number(area)
    story = f"By itself it would cover ${m}\\,e^{{t/{k}}}$ after $t$ days."
    stream = f" A stream brings in ${brought}$ square metres of leaves a day, which stay." if brought else ""
    walk = newton_raphson(f, float(start), "t")
    day, steps = float(walk.value[0]), len(walk.path) - 1
    share = rf"\frac{{{area}}}{{{m}}}"
    exact = rf"$$e^{{t/{k}}} = {share} \qquad t = {k}\,\ln{share} \approx {day:.4f}$$"
    values = {"m": m, "area": area, "story": story + stream, "left": to_latex(left)}
    values["worked"] = newton_raphson_worked(f, start, "t", 4) if brought else exact
    values["picture"] = _picture(left, area, day, start)
    return Draw({**values, **_words(right, day, k * math.log(area / m), steps)}, _parts(rng, right))


def _words(right: str, day: float, alone: float, steps: int) -> dict[str, str]:
    looks = f"A grid search would look at all {math.ceil(day)} days and know the day, but not one decimal."
    if right == "algebra":
        verdict = "**Algebra.** The unknown stands in the exponent only: divide, and take the logarithm."
        return {"verdict": verdict, "tempted": f"Tangents arrive as well, after {steps} steps. {looks}"}
    verdict = (
        "**Newton–Raphson.** The unknown stands in the exponent and beside it, and the slope is a formula."
    )
    shy = f"Whoever leaves the stream out can solve for $t$, and is {alone - day:.2f} days late."
    return {"verdict": verdict, "tempted": f"After {steps} steps the tangents stand still. {shy} {looks}"}


def _picture(left: Expression, area: int, day: float, start: int) -> Plot:
    view = (0.0, 1.25 * max(day, start), 0.0, 1.6 * area)
    level = Curve((((0.0, float(area)), (view[1], float(area))),), "y", True, "the pond")
    alt = f"A curve that climbs ever faster and crosses the height of the pond at about {day:.1f} days."
    return Plot(
        view,
        alt,
        curves=(curve(left, view, "t"), level),
        dots=(Dot((day, area), "x", "covered"),),
        axes=("t", ""),
    )


def _parts(rng: np.random.Generator, right: str) -> tuple[Part, Part]:
    def options(texts: dict[str, str]) -> list[dict[str, str]]:
        return [{"id": str(one), "text": texts[str(one)]} for one in rng.permutation(list(texts))]

    slips = tuple(Misconception(*slip) for slip in (OTHER[right], *SAME))
    reasons = (Misconception(*WRONG_REASON[right]), Misconception(*MANY), Misconception(*COSTLY))
    method = choice_part("method", options(TOOLS), right, label="Your tool:", misconceptions=slips)
    return method, choice_part("reason", options(REASONS), right, label="Why?", misconceptions=reasons)
