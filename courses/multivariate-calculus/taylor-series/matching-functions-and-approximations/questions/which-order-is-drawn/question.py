"""The orders of two drawn approximations of one curve."""

from math import factorial

import numpy as np

from upslope.maths import parse
from upslope.questions import Dot, Draw, Misconception, Part, Plot, curve, distinct, number_part

TERMS = (
    "You may have counted the terms. The order is the highest *power*, and counting starts at 0: a level "
    "line is order 0."
)
TURNS = (
    "You may have counted how often it turns. A parabola turns once and has order 2: the order is the "
    "highest power."
)
SHAPES = (
    "a level line",
    "a straight line, the tangent",
    "a parabola",
    "a curve whose two ends go opposite ways, and no straight line",
)
# a curve in u, the distance from the place, and its height and first three derivatives there
CURVES = (
    ("exp(u)", (1, 1, 1, 1)),
    ("exp(-u)", (1, -1, 1, -1)),
    ("2 - exp(u)", (1, -1, -1, -1)),
    ("2 - exp(-u)", (1, 1, -1, 1)),
    ("2*cos(u) - 2*sin(u)", (2, -2, -2, 2)),
    ("-cos(u) - 2*sin(u)", (-1, -2, 1, 2)),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of six curves about one of three places, and two orders from 0 to 3."""
    text, slopes = CURVES[int(rng.integers(len(CURVES)))]
    about = int(rng.integers(-1, 2))
    p, q = (int(n) for n in rng.choice(4, 2, replace=False))
    u = f"(x - ({about}))"
    view = (about - 3.2, about + 3.2, -4.2, 4.6)
    drawn = [curve(parse(text.replace("(u)", f"({u})").replace("(-u)", f"(-{u})")), view)]
    for order, role, label in ((p, "slope", "P"), (q, "step", "Q")):
        terms = (f"({slopes[k]})*{u}^{k}/{factorial(k)}" for k in range(1, order + 1))
        polynomial = parse(" + ".join((str(slopes[0]), *terms)))
        drawn.append(curve(polynomial, view, role=role, is_dashed=True, label=label))
    alt = (
        f"A solid curve with a dot at x = {about} and two dashed lines through the dot. "
        f"P is {SHAPES[p]}. Q is {SHAPES[q]}."
    )
    picture = Plot(view, alt, tuple(drawn), dots=(Dot((about, slopes[0]), "x"),))
    parts = (_order("p", "$P$ has order", p), _order("q", "$Q$ has order", q))
    values = {"picture": picture, "about": about, "p": p, "q": q}
    return Draw({**values, "shape_p": SHAPES[p], "shape_q": SHAPES[q]}, parts)


def _order(name: str, label: str, order: int) -> Part:
    mistakes = [Misconception("terms-counted", TERMS, str(order + 1))]
    if order > 1:
        mistakes.append(Misconception("turns-counted", TURNS, str(order - 1)))
    return distinct(number_part(name, order, label=label, misconceptions=mistakes))
