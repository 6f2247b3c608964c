"""Which of four parabolas through a point agrees in height, slope and bend, and does not only touch."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Dot, Draw, Misconception, Plot, choice_part, curve

WHOLE = (
    "It touches: height and slope are right. But it bends twice as hard as the curve, and leaves it at once. "
    "Touching is order 1; for order 2 the bend has to agree."
)
WRONG_WAY = (
    "It touches: height and slope are right. But it bends the other way, so they part on both sides. "
    "Touching is order 1; for order 2 the bend has to agree."
)
CROSSING = (
    "It bends as hard as the curve, and it cuts through it at the mark: its slope is another. Order 2 "
    "needs all three, height, slope and bend."
)
SCENES = ("A stretch of a roller coaster.", "The edge of a dune.", "A stroke of a signature.", "A bent wire.")


def generate(rng: np.random.Generator) -> Draw:
    """Return c₀ + c₁ sin u + 2c₂ (1 − cos u) about a place, and four parabolas through its point there."""
    about, c0, c2 = int(rng.integers(-1, 2)), int(rng.integers(-1, 2)), int(rng.choice([-1, 1]))
    c1 = float(rng.choice([-1, -0.5, 0.5, 1]))
    u, view = f"(x - ({about}))", (about - 2.4, about + 2.4, -3.6, 3.6)
    f = curve(parse(f"{c0} + ({c1})*sin{u} + ({2 * c2})*(1 - cos{u})"), view)
    parabolas = {
        "right": (c1, c2, "It leaves the curve only far from the mark."),
        "whole": (c1, 2 * c2, "It touches the curve at the mark and bends more sharply."),
        "turned": (c1, -c2, "It touches the curve at the mark and bends the other way."),
        "crossing": (c1 - 1.5 * np.sign(c1), c2, "It cuts through the curve at the mark."),
    }
    options = []
    for name in rng.permutation(list(parabolas)):
        slope, bend, words = parabolas[str(name)]
        drawn = curve(parse(f"{c0} + ({slope})*{u} + ({bend})*{u}^2"), view, role="slope", is_dashed=True)
        alt = f"A curve, and a dashed parabola through its point at x = {about}. {words}"
        options.append({"id": str(name), "plot": Plot(view, alt, (f, drawn), dots=(Dot((about, c0), "x"),))})
    part = choice_part(
        "parabola",
        options,
        "right",
        label="The approximation of order 2 is",
        misconceptions=(
            Misconception("bend-taken-whole", WHOLE, "whole"),
            Misconception("bends-the-other-way", WRONG_WAY, "turned"),
            Misconception("bend-without-slope", CROSSING, "crossing"),
        ),
    )
    values = {
        "scene": str(rng.choice(SCENES)),
        "about": about,
        "side": f"and it is bent like a {'bowl' if c2 > 0 else 'dome'}, as the curve is",
        "u": "x" if not about else f"x - {about}" if about > 0 else f"x + {-about}",
        "answer": _parabola(c0, c1, c2),
    }
    return Draw(values, (part,))


def _parabola(c0: int, c1: float, c2: int) -> str:
    size = "" if abs(c1) == 1 else r"\tfrac12 "
    text = f"{'+' if c1 > 0 else '-'} {size}u {'+' if c2 > 0 else '-'} u^2"
    return f"{c0} {text}" if c0 else text.removeprefix("+ ")
