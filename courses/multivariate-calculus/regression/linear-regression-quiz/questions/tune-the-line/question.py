"""A straight line laid through eight dots with two sliders, until χ² is close to its least."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Dot, Draw, Fit, Misconception, Plot, Slider, distinct, sliders_part

MODEL = parse("m*x + c", ("x", "m", "c"))
X = np.arange(1.0, 9.0)
SCENES = (
    ("A candle burns down; its length in centimetres, hour by hour.", -1),
    ("A phone is used all evening; its battery in tenths, hour by hour.", -1),
    ("Tea is poured from a pot; its weight in hundreds of grams, cup by cup.", -1),
    ("A tomato plant grows; its height in decimetres, week by week.", 1),
    ("A queue forms; how many people are in it, in tens, minute by minute.", 1),
    ("A spring is pulled; its length in centimetres, weight by weight.", 1),
)
WRONG_WAY = "Your line goes the other way than the dots. The sign of $m$ says whether it rises or falls."
LEVEL = (
    "This is the level line at the mean of the dots: the best you can do with $c$ alone. Now let $m$ tilt "
    "it, and set $c$ again."
)
SHIFTED = "The slope is right, and the line is too high: every residual is below zero. Lower $c$."
TOO_LOW = "The slope is right, and the line is too low: every residual is above zero. Raise $c$."


def generate(rng: np.random.Generator) -> Draw:
    """Return eight dots about a line; χ² may be a tenth above its least."""
    scene, way = SCENES[rng.integers(len(SCENES))]
    slope = way * float(rng.choice([0.55, 0.6, 0.7, 0.75, 0.8]))
    start = float(rng.integers(1, 4)) if way > 0 else float(rng.integers(8, 10))
    stray = 0.45 * rng.permutation(np.linspace(-1.4, 1.4, 8))
    y = np.round(start + slope * X + stray, 1)
    m, c = (float(each) for each in np.polyfit(X, y, 1))
    least = float(np.sum((y - m * X - c) ** 2))
    below = np.ceil(10 * (1.12 * least + 0.05)) / 10
    points = [(float(x), float(at)) for x, at in zip(X, y, strict=True)]
    alt = f"Eight dots that {'rise' if way > 0 else 'fall'} from {y[0]:g} to {y[-1]:g}, a little strewn."
    part = sliders_part(
        "line",
        Plot((0, 9, -1, 11), alt, dots=tuple(Dot(point) for point in points)),
        MODEL,
        (Slider("m", -2, 2, 0.02, 0), Slider("c", -2, 12, 0.05, 0)),
        Fit(points, float(below)),
        {"m": m, "c": c},
        misconceptions=(
            Misconception("line-the-wrong-way", WRONG_WAY, f"m={-m:.2f}, c={y.mean() + m * X.mean():.2f}"),
            Misconception("level-at-the-mean", LEVEL, f"m=0, c={y.mean():.2f}"),
            Misconception("line-too-high", SHIFTED, f"m={m:.2f}, c={c + 1.5:.2f}"),
            Misconception("line-too-low", TOO_LOW, f"m={m:.2f}, c={c - 1.5:.2f}"),
        ),
    )
    values = {
        "scene": scene,
        "below": f"{below:g}",
        "xbar": f"{X.mean():g}",
        "ybar": f"{y.mean():.2f}",
        "m": f"{m:.2f}",
        "c": f"{c:.2f}",
        "least": f"{least:.2f}",
    }
    return Draw(values, (distinct(part),))
