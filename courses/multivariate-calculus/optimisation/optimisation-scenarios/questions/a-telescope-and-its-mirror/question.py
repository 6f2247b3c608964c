"""A loss with ripples, which has many hollows, or one that bends up everywhere."""

import numpy as np

from upslope.maths import Expression, derivative, newton_raphson, parse, tidy, to_numpy
from upslope.questions import Curve, Dot, Draw, Misconception, Part, Plot, choice_part

TOOLS = {"algebra": "Algebra", "newton": "Newton–Raphson", "descent": "Gradient descent"}
TOOLS |= {"lagrange": "Lagrange multipliers", "differences": "Finite differences", "grid": "Grid search"}
REASONS = {
    "grid": "It has several hollows, and only looks all over the range tell which is the deepest.",
    "newton": "It bends up everywhere, so there is one hollow, and slope and bend are formulas.",
    "line": "Its slope is a straight line in $x$: one linear equation gives the place.",
    "noise": "Its values tremble, so a slope has to be taken over a wide step.",
}
SAME = (
    (
        "no-algebra-for-the-mixture",
        "Try it: no algebra sets free an $x$ that stands both in and outside.",
        "algebra",
    ),
    ("differences-despite-a-formula", "Why feel for a slope that can be written down?", "differences"),
    ("fence-for-one-number", "There is one number to choose, and no condition that ties it.", "lagrange"),
)
OTHER = {
    "grid": (
        (
            "tangents-into-any-hollow",
            "It ends at a level place near its start, and there are many.",
            "newton",
        ),
        ("downhill-into-any-hollow", "It ends in the hollow it starts in. Which is the deepest?", "descent"),
    ),
    "newton": (
        ("grid-for-one-hollow", "With one hollow there is nothing to be missed elsewhere.", "grid"),
        (
            "bend-thrown-away",
            "It gets there. But the bend is a formula here, and tells how far to step.",
            "descent",
        ),
    ),
}
WRONG_REASON = {
    "grid": ("ripples-overlooked", "Work out the bend: it changes its sign along the range.", "newton"),
    "newton": ("ripples-feared", "Work out the bend: it is above zero for every $x$.", "grid"),
}
NOISE = (
    "formula-called-trembling",
    "The loss is a formula: the same tilt always gives the same loss.",
    "noise",
)
LINE = ("slope-taken-for-a-line", "Differentiate it: that slope is no straight line.", "line")


def generate(rng: np.random.Generator) -> Draw:
    """Return a bowl with ripples, or with an exponential beside it."""
    right = str(rng.choice(["grid", "newton"]))
    if right == "grid":
        a, d = int(rng.choice([-4, -3, -1, 1, 3, 4])), int(rng.choice([20, 30, 40]))
        f = parse(f"(x - {a})^2/{d} + 1 - cos(2x)")
        clue = (
            "Three colleagues ran Newton–Raphson on its slope, from three starts. They report three places."
        )
    else:
        a, d = int(rng.integers(1, 7)), int(rng.integers(2, 6))
        f = parse(f"(x - {a})^2 + exp(x/{d})")
        clue = "A colleague has worked out the bend and says that it is above zero for every $x$."
    f = tidy(f)
    bend = tidy(derivative(derivative(f)))
    told = {"f": f, "clue": clue, "bend": bend, "bend_name": "f''"}
    return Draw({**told, **_run(f, right)}, _parts(rng, right))


def _run(f: Expression, right: str) -> dict[str, object]:
    """Walk by tangents from five starts, look at a grid, and say what came of both."""
    height, slope = to_numpy(f, ("x",)), derivative(f)
    grid = np.linspace(-10, 10, 81)
    looks = height(grid)
    best = float(newton_raphson(slope, float(grid[looks.argmin()])).value[0])
    walks = [(start, newton_raphson(slope, float(start))) for start in (-8, -4, 0, 4, 8)]
    rows = [
        f"| {s} | {w.value[0]:.3f} | {float(height(w.value[0])):.3f} | {len(w.path) - 1} |" for s, w in walks
    ]
    table = "\n".join(
        ["| tangents from | end at $x$ | loss there | steps |", "|---|---|---|---|"]
        + [row.replace("-", "−") for row in rows]
    )
    hits = sum(abs(float(w.value[0]) - best) < 1e-6 for _, w in walks)
    view = (-10.0, 10.0, float(looks.min()) - 0.15 * float(np.ptp(looks)), float(looks.max()))
    fine = np.linspace(-10, 10, 161)
    line = Curve((tuple((float(x), float(y)) for x, y in zip(fine, height(fine), strict=True)),), "y")
    found = Dot((best, float(height(best))), "x", "deepest")
    seen = tuple(Dot((float(x), float(y)), "step") for x, y in zip(grid, looks, strict=True))
    shown = seen if right == "grid" else ()
    alt = f"The loss against the tilt; its deepest point is at about {best:.1f}."
    picture = Plot(view, alt.replace("-", "−"), (line,), dots=(*shown, found), axes=("x", "loss"))
    told = (
        f"Of {len(grid)} looks, a quarter of a degree apart, the one at ${grid[looks.argmin()]:g}$ is lowest"
    )
    if right == "grid":
        verdict = (
            f"**A grid search**, for there are many hollows. {told}; tangents polish it to $x = {best:.4f}$."
        )
        tempted = f"Of the five walks, {hits or 'none'} ended there. A level place may even be a hilltop."
    else:
        verdict = (
            f"**Newton–Raphson.** One hollow, and the bend is at hand. Every start leads to $x = {best:.4f}$."
        )
        tempted = f"{told}. Tangents polish it to the same place, so the other looks bought nothing."
    return {"table": table, "picture": picture, "verdict": verdict, "tempted": tempted}


def _parts(rng: np.random.Generator, right: str) -> tuple[Part, Part]:
    def options(texts: dict[str, str]) -> list[dict[str, str]]:
        return [{"id": str(one), "text": texts[str(one)]} for one in rng.permutation(list(texts))]

    slips = tuple(Misconception(*slip) for slip in (*OTHER[right], *SAME))
    reasons = (Misconception(*WRONG_REASON[right]), Misconception(*LINE), Misconception(*NOISE))
    method = choice_part("method", options(TOOLS), right, label="Your tool:", misconceptions=slips)
    return method, choice_part("reason", options(REASONS), right, label="Why?", misconceptions=reasons)
