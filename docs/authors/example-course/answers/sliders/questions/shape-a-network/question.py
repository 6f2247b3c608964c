"""A network with two hidden neurons, shaped by hand: what a weight does, and what a bias does."""

import numpy as np

from upslope.maths import parse, to_numpy
from upslope.questions import Curve, Draw, Fit, Misconception, Plot, Slider, sliders_part

LETTERS = ("w_1", "b_1", "w_2", "b_2")
MODEL = parse("tanh(w_1*x + b_1) - tanh(w_2*x + b_2)", ("x", *LETTERS))
SLIDERS = tuple(Slider(name, -10, 10, 0.1, 1 if name[0] == "w" else 0) for name in LETTERS)
X = np.linspace(-4, 4, 81)
BELOW = 0.01


def generate(rng: np.random.Generator) -> Draw:
    """Return a hill that is not in the middle, so that a bias of the wrong sign shows."""
    rise, fall = ((-2.0, 0.5), (-2.5, 1.0), (-1.5, 0.5), (-0.5, 2.0), (-1.0, 2.5), (-0.5, 1.5))[
        rng.integers(6)
    ]
    w1, w2 = (float(w) for w in rng.choice([2.0, 3.0, 4.0], 2))
    b1, b2 = -w1 * rise, -w2 * fall
    y = to_numpy(MODEL, ("x", *LETTERS))(X, w1, b1, w2, b2)
    points = tuple((float(x), float(round(at, 5))) for x, at in zip(X, y, strict=True))
    plot = Plot(
        (-4, 4, -2.5, 2.5),
        f"A dashed curve: a hill that rises at x = {rise:g} and falls at x = {fall:g}.",
        curves=(Curve((points,), is_dashed=True),),
    )
    part = sliders_part(
        "weights",
        plot,
        MODEL,
        SLIDERS,
        Fit(points, BELOW, "mean-square"),
        dict(zip(LETTERS, (w1, b1, w2, b2), strict=True)),
        misconceptions=(
            Misconception(
                "bias-wrong-way",
                "Both steps are on the wrong side: with w and b both positive, w x + b = 0 at a negative x.",
                settings(w1, -b1, w2, -b2),
            ),
            Misconception(
                "neurons-swapped",
                "Your curve is a valley. The first neuron makes the rise, the second takes it away again.",
                settings(w2, b2, w1, b1),
            ),
            Misconception(
                "steps-not-moved",
                "Both steps are still at x = 0, where they cancel each other. A bias moves its step.",
                settings(w1, 0, w2, 0),
            ),
        ),
    )
    values = {"below": BELOW, "rise": rise, "fall": fall, "w1": w1, "b1": b1, "w2": w2, "b2": b2}
    return Draw(values, (part,))


def settings(*numbers: float) -> str:
    """Return numbers as an answer, one for each letter."""
    return ", ".join(f"{name}={number:g}" for name, number in zip(LETTERS, numbers, strict=True))
