"""Four starts on a curve with two turns: the one next to a turn is thrown farthest."""

import numpy as np

from upslope.maths import derivative, evaluate, newton_raphson_worked, parse, tidy
from upslope.questions import Curve, Dot, Draw, Misconception, Plot, choice_part, curve, view_of

SCENES = (
    "The slope of a cost, over the setting of a dial. Somebody wants its roots.",
    "The height of a rope over the water. Somebody wants to know where it gets wet.",
    "How far a clock is ahead, over the hours after noon. Somebody wants the times at which it is right.",
)
HIGH = (
    "That start has the greatest height. How far its tangent leads depends on the slope as well, and here it "
    "is steep. Look for a tangent that is almost level."
)
NEAR = (
    "There the curve is about to meet the axis. The height is small, so the step is short. Look for a start "
    "where the curve is almost level."
)
PLAIN = "There the curve is steep, so its tangent comes down soon. Look for a start where it is almost level."
# Each start by its place: beside the left turn (-1) or the right one (1), near a root, high up, on the flank.
BESIDE, ROOT, HIGHEST, FLANK = (-1.1, -0.9, 0.9, 1.1), (-1.6, 1.6), (-2.2, 2.2), (-0.4, 0.4)


def generate(rng: np.random.Generator) -> Draw:
    """Return ±s(u³ − 3u) with u = x − h, and one start of each sort, lettered from left to right."""
    shift, size, sign = int(rng.integers(-2, 3)), int(rng.integers(1, 4)), int(rng.choice([-1, 1]))
    f = tidy(parse(f"{sign * size}*((x - ({shift}))^3 - 3*(x - ({shift})))"))
    slope = derivative(f)
    sorts = {"beside": BESIDE, "root": ROOT, "high": HIGHEST, "flank": FLANK}
    starts = {name: round(shift + float(rng.choice(places)), 1) for name, places in sorts.items()}
    ordered = sorted(starts, key=lambda name: starts[name])
    letters = dict(zip(ordered, "ABCD", strict=True))
    view = view_of([f], shift - 2.4, shift + 2.4)
    heights = {name: evaluate(f, {"x": x}) for name, x in starts.items()}
    lengths = {name: abs(heights[name] / evaluate(slope, {"x": x})) for name, x in starts.items()}
    ups = [Curve((((x, 0.0), (x, heights[name])),), "x", is_dashed=True) for name, x in starts.items()]
    dots = [Dot((starts[name], 0.0), "x", letters[name]) for name in ordered]
    alt = (
        f"A curve with turning points at {shift - 1} and {shift + 1} that crosses the axis three times. "
        f"The starts are at {', '.join(f'{letters[name]} {starts[name]}' for name in ordered)}."
    )
    picture = Plot(view, alt, curves=(curve(f, view), *ups), dots=tuple(dots))
    options = [{"id": name, "text": letters[name]} for name in ordered]
    right = max(lengths, key=lambda name: lengths[name])
    told = {"high": ("high-is-far", HIGH), "root": ("near-a-root", NEAR), "flank": ("on-the-flank", PLAIN)}
    mistakes = [Misconception(*told[name], name) for name in told if name != right]
    part = choice_part("farthest", options, right, label="Thrown farthest:", misconceptions=mistakes)
    said = ", ".join(f"for {letters[name]} about {lengths[name]:.1f}" for name in ordered)
    values = {
        "f": f,
        "scene": str(rng.choice(SCENES)),
        "picture": picture,
        "lengths": said,
        "right": letters[right],
    }
    return Draw({**values, "worked": newton_raphson_worked(f, starts[right], steps=1)}, (part,))
