"""A tilted bowl on a map, and a marked point at which the gradient is drawn."""

import numpy as np

from upslope.maths import evaluate, gradient, parse, tidy
from upslope.questions import Draw, Plot, contours, place_gradient_part

VIEW = (-3.0, 3.0, -3.0, 3.0)
NAMES = ("x", "y")
LEAST = 20  # degrees between the gradient and the mistake of swapping its two slopes


def generate(rng: np.random.Generator) -> Draw:
    """Return a bowl and a point where the two slopes differ enough for a swap to show."""
    while True:
        a, c = (int(n) for n in rng.integers(1, 4, 2))
        x, y = (int(n) for n in rng.choice([-2, -1, 1, 2], 2))
        f = parse(f"{a}*x^2 + {c}*y^2 {rng.choice(['+', '-'])} x*y", NAMES)
        worked = gradient(f, NAMES, {"x": x, "y": y})
        slopes = [evaluate(slope, {}) for slope in worked.result.children]
        angle = np.degrees(np.arctan2(slopes[1], slopes[0]))
        if a != c and min(angle % 45, -angle % 45) > LEAST / 2:
            break
    height = evaluate(f, {"x": x, "y": y})
    levels = sorted({height, *(height * share for share in (0.25, 0.5, 1.5, 2.0, 3.0))})
    plot = Plot(
        VIEW,
        f"Contours of a bowl, lowest at (0, 0), and the point ({x}, {y}).",
        contours=contours(f, VIEW, levels),
    )
    part = place_gradient_part("gradient", plot, f, (x, y))
    return Draw({"f": tidy(f), "x": x, "y": y, "worked": worked}, (part,))
