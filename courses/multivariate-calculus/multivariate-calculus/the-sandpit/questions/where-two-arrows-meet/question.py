"""Two arrows downhill in a round bowl: the bottom is where their lines cross."""

from math import hypot

import numpy as np

from upslope.questions import Arrow, Dot, Draw, Misconception, Plot, place_points_part, places_text

VIEW = (0.0, 6.0, 0.0, 6.0)
TIP = (
    "You stopped at the tip of an arrow. Its length tells how steep it is, not how far it is to the bottom: "
    "go on along its line."
)
MIDDLE = "That is halfway between the sticks. Each arrow says on which line the bottom lies: use both lines."


def generate(rng: np.random.Generator) -> Draw:
    """Return a bottom on a half-metre grid and two sticks that see it under very different angles."""
    while True:
        a, b = (int(n) / 2 for n in rng.integers(3, 10, 2))
        sticks = [(int(p) / 2, int(q) / 2) for p, q in rng.integers(1, 12, (2, 2))]
        (ux, uy), (vx, vy) = ((a - p, b - q) for p, q in sticks)
        far = hypot(ux, uy), hypot(vx, vy)
        if min(far) < 2 or abs(far[0] - far[1]) < 0.5:
            continue
        middle = ((sticks[0][0] + sticks[1][0]) / 2, (sticks[0][1] + sticks[1][1]) / 2)
        turned = abs(ux * vy - uy * vx) / (far[0] * far[1])
        if turned > 0.6 and hypot(middle[0] - a, middle[1] - b) > 0.8:
            break
    tips = [(p + 0.3 * (a - p), q + 0.3 * (b - q)) for p, q in sticks]
    longer = tips[0] if far[0] > far[1] else tips[1]
    said = " and ".join(
        f"one at ({p:g}, {q:g}) with an arrow to ({s:g}, {t:g})"
        for (p, q), (s, t) in zip(sticks, tips, strict=True)
    )
    plot = Plot(
        VIEW,
        f"A square field, 6 by 6, with two sticks: {said}.",
        dots=tuple(Dot(place, "x") for place in sticks),
        arrows=tuple(Arrow(place, tip) for place, tip in zip(sticks, tips, strict=True)),
    )
    mistakes = (
        Misconception("tip-of-the-arrow", TIP, places_text([longer])),
        Misconception("halfway-between", MIDDLE, places_text([middle])),
    )
    part = place_points_part("bottom", plot, [(a, b)], label="The third stick", misconceptions=mistakes)
    return Draw({"a": f"{a:g}", "b": f"{b:g}"}, (part,))
