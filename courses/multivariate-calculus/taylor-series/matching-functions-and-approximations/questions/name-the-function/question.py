"""Pictures of the approximations of order 0 to 2, matched with the functions they describe."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, Plot, curve, matching_part

VIEW = (-2.2, 2.2, -2.6, 3.4)
SLOPE = (
    "Right height, and the wrong slope. Does the straight line climb or fall? Differentiate the formula, put "
    "0 in, and compare."
)
BEND = (
    "Height and slope agree, and that is as far as the straight line can tell. Now look at the parabola: "
    "which way does it bend, and what is the sign of the second derivative?"
)
HEIGHT = "Look at the level line first: it lies at the height of the function at 0. Put 0 into the formula."
# height, sign of the slope, sign of the bend: functions that agree in them, with their numbers
KINDS: dict[tuple[int, int, int], tuple[tuple[str, float, float], ...]] = {
    (1, 1, 1): (("e^x", 1, 0.5), (r"\dfrac{1}{1 - x}", 1, 1)),
    (1, -1, 1): (("e^{-x}", -1, 0.5), (r"\dfrac{1}{1 + x}", -1, 1)),
    (1, 1, -1): ((r"\sqrt{1 + 2x}", 1, -0.5), (r"\sin x + \cos x", 1, -0.5)),
    (1, -1, -1): ((r"\sqrt{1 - 2x}", -1, -0.5), (r"\cos x - \sin x", -1, -0.5)),
    (1, 0, -1): ((r"\cos x", 0, -0.5), ("e^{-x^2}", 0, -1)),
    (1, 0, 1): (("e^{x^2}", 0, 1), (r"\dfrac{1}{1 - x^2}", 0, 1)),
    (0, 1, -1): ((r"\ln(1 + x)", 1, -0.5), ("x\\,e^{-x}", 1, -1)),
    (0, 1, 1): (("e^x - 1", 1, 0.5), ("x\\,e^x", 1, 1)),
    (0, -1, -1): ((r"\ln(1 - x)", -1, -0.5), ("1 - e^x", -1, -0.5)),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return three functions in pictures, and five formulas: two differ from the first in one thing only."""
    slope, bend = (int(n) for n in rng.choice([-1, 1], 2))
    low = [kind for kind in KINDS if kind[0] == 0]
    kinds = {
        "base": (1, slope, bend),
        "tilted": (1, -slope, bend),
        "bent": (1, slope, -bend),
        "level": (1, 0, int(rng.choice([-1, 1]))),
        "low": low[int(rng.integers(len(low)))],
    }
    found = {name: (kind[0], *KINDS[kind][int(rng.integers(2))]) for name, kind in kinds.items()}
    shown = [str(name) for name in rng.permutation(["base", "level", "low"])]
    part = matching_part(
        "functions",
        [{"id": name, "plot": _picture(found[name][0], *found[name][2:])} for name in shown],
        [{"id": str(name), "text": f"${found[str(name)][1]}$"} for name in rng.permutation(list(found))],
        {name: name for name in shown},
        words=("picture", "function"),
        misconceptions=(
            Misconception("slope-misread", SLOPE, "base: tilted"),
            Misconception("bend-not-looked-at", BEND, "base: bent"),
            Misconception("height-not-looked-at", HEIGHT, "low: base"),
        ),
    )
    lines = [
        f"${text}$: height ${c0}$, slope ${c1:g}$, bend ${2 * c2:g}$" for c0, text, c1, c2 in found.values()
    ]
    table = "At $0$:\n\n" + "\n".join(f"- {line}" for line in lines)
    return Draw({"first": lines[0], "table": table}, (part,))


def _picture(c0: int, c1: float, c2: float) -> Plot:
    orders = [(f"{c0}", "order 0" if c1 else "orders 0 and 1", True)]
    if c1:
        orders.append((f"{c0} + ({c1:g})*x", "order 1", True))
    orders.append((f"{c0} + ({c1:g})*x + ({c2:g})*x^2", "order 2", False))
    way = "is level" if not c1 else "climbs" if c1 > 0 else "falls"
    alt = (
        f"A level line at the height {c0}, a straight line that {way}, and a parabola that bends "
        f"{'up' if c2 > 0 else 'down'}; at x = 1 the parabola is {c0 + c1 + c2:g} high."
    )
    curves = (
        curve(parse(text), VIEW, role="slope", is_dashed=dashed, label=label)
        for text, label, dashed in orders
    )
    return Plot(VIEW, alt, tuple(curves))
