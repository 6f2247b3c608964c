"""The two passes of a cubic land, to be marked on its contour map."""

import numpy as np

from upslope.maths import derivative, hessian, parse
from upslope.questions import Draw, Misconception, contour_plot, place_points_part, places_text

VIEW = (-3.0, 3.0, -3.0, 3.0)
NAMES = ("x", "y")
RINGS = (
    "You marked the summit and the hollow. There the contour lines are rings, and the ground bends the same "
    "way in every direction. At a pass lines cross."
)
MIDDLE = (
    "The middle of the map looks calm, and it lies on a slope that runs from the summit to the hollow. Look "
    "for the two places where lines of one height cross."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return ±(x − p)³ ∓ 3(x − p) and the same in y: summit first, hollow opposite."""
    p, q = (float(n) for n in rng.choice([-0.5, 0.0, 0.5], 2))
    p_text, q_text = _shift("x", p), _shift("y", q)
    s, t = (int(n) for n in rng.choice([-1, 1], 2))
    front, between = ("" if s > 0 else "-"), ("+" if t > 0 else "-")
    f = parse(f"{front}({p_text}^3 - 3*{p_text}) {between} ({q_text}^3 - 3*{q_text})", NAMES)
    ups = [(p - s, q - t), (p + s, q + t)]
    passes = [(p - s, q + t), (p + s, q - t)]
    summit = ups[0]
    alt = (
        "A contour map. Rings close round two places in opposite quarters of the map; in the other two "
        f"quarters lines cross. One ring closes round ({summit[0]:g}, {summit[1]:g})."
    )
    plot = contour_plot(f, VIEW, [-6, -3.5, -2, -1, 0, 1, 2, 3.5, 6], alt)
    mistakes = (
        Misconception("rings-marked", RINGS, places_text(ups)),
        Misconception("middle-of-the-map", MIDDLE, places_text([(p, q), passes[0]])),
    )
    part = place_points_part("passes", plot, passes, label="The two passes", misconceptions=mistakes)
    corner = f"{'upper' if summit[1] > q else 'lower'} {'right' if summit[0] > p else 'left'} corner"
    first, second = (f"({x:g},\\ {y:g})" for x, y in passes)
    slopes = {f"slope_{v}": derivative(f, v) for v in NAMES}
    texts = {"corner": corner, "first": first, "second": second}
    return Draw({"f": f, "hessian": hessian(f, NAMES).result, **slopes, **texts}, (part,))


def _shift(letter: str, by: float) -> str:
    return letter if by == 0 else f"({letter} {'-' if by > 0 else '+'} {abs(by):g})"
