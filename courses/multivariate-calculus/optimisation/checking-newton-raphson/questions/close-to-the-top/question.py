"""Starts on and beside a top: a parabola brings a long leap back, a curve that flattens out does not."""

import numpy as np

from upslope.maths import derivative, evaluate, parse, tidy
from upslope.questions import Draw, Misconception, Part, TangentWalk, choice_part

PLACES = {
    "inside": "to a place inside the picture",
    "left": "beyond the left edge of the picture",
    "right": "beyond the right edge of the picture",
    "nowhere": "nowhere: it is level",
}
SHORT = "How far a tangent leads is its height over its slope. Here the slope is small, so it leads far."
LONG = "The slope here is not so small. Lay a ruler along the curve, and see where it meets the axis."
TURNED = "Look which way the tangent leans. It leads to the side on which it comes to the axis."
NOT_LEVEL = "Nearly level is not level. A small slope brings the tangent to the axis too, only far away."
LEVEL = "The slope at S is exactly 0. A level line never comes to the axis, on this side as on the other."
LEVEL_INSIDE = (
    "The slope at S is exactly 0, so the tangent keeps its height. It cannot meet the axis anywhere."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a parabola or k u/(u² + 1) in u = x − h, and a start on its top, beside it or lower down."""
    shift, side, sign = int(rng.integers(-3, 4)), int(rng.choice([-1, 1])), int(rng.choice([-1, 1]))
    if rng.random() < 0.5:
        half, u = int(rng.integers(2, 4)), float(rng.choice([0, 0, 0.1, 0.2, 1]))
        f = tidy(parse(f"{-sign}*x^2 + ({2 * sign * shift})*x + ({sign * (half**2 - shift**2)})"))
        target, room, high = shift + half * int(rng.choice([-1, 1])), 1.9 * half, 1.3 * half**2
    else:
        factor, u = int(rng.integers(2, 6)), float(rng.choice([1, 1, 0.5, 0.9, 1.5]))
        under = tidy(parse(f"x^2 + ({-2 * shift})*x + {shift**2 + 1}"))
        f = tidy(parse(f"{sign * factor}*x + ({-sign * factor * shift})")) / under
        target, room, high = shift, 3.5, 0.75 * factor
    start = round(shift + side * u, 2)
    walk = TangentWalk(f, start, float(target))
    view = (shift - room, shift + room, -high, high)
    alt = f"A curve and the axis. S is at {start:g} on the axis, T at the root {target}."
    at = {"x": start}
    values = {
        "f": f,
        "target": target,
        "start": f"{start:g}",
        "height": f"{round(evaluate(f, at), 3) + 0.0:g}",
        "steep": f"{round(evaluate(derivative(f), at), 3) + 0.0:g}",
        "picture": walk.picture(view, alt),
        "path": walk.picture(view, f"{alt} The first tangents, as far as they lie in the picture.", 3),
        "worked": walk.worked(),
    }
    return Draw(values, (_landing(walk, view), walk.fate_part(rng, "target away stuck other")))


def _landing(walk: TangentWalk, view: tuple[float, float, float, float]) -> Part:
    if len(walk.points) == 1:
        truth = "nowhere"
        told = {
            "inside": ("level-tangent-leads-near", LEVEL_INSIDE),
            "left": ("level-tangent-leads-left", LEVEL),
            "right": ("level-tangent-leads-right", LEVEL),
        }
    else:
        first = walk.points[1]
        truth = "left" if first < view[0] else "right" if first > view[1] else "inside"
        far, says = ("too-far", LONG) if truth == "inside" else ("tangent-turned", TURNED)
        told = {
            "inside": ("gentle-tangent-cut-short", SHORT),
            "left": (f"{far}-to-the-left", says),
            "right": (f"{far}-to-the-right", says),
            "nowhere": ("nearly-level-taken-for-level", NOT_LEVEL),
        }
    mistakes = [Misconception(*told[said], said) for said in PLACES if said != truth]
    options = [{"id": place, "text": text} for place, text in PLACES.items()]
    return choice_part("first", options, truth, label="The first tangent leads", misconceptions=mistakes)
