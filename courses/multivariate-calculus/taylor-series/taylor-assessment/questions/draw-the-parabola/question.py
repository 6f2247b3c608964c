"""A curve with its place of expansion: its second-order approximation, drawn."""

import numpy as np

from upslope.maths import Expression, derivative, evaluate, parse
from upslope.questions import Draw, Misconception, Plot, curve, sketch_part

VIEW = (-4.0, 4.0, -3.0, 4.0)
CURVES = (
    ("{a}*cos({k}*x)", "a wave with a top at 0"),
    ("{a}*e^(-{k}*x^2)", "a bell with its top at 0"),
    ("{a}/(1 + {k}*x^2)", "a soft hill with its top at 0"),
    ("3 - {a}*cos({k}*x)", "a wave with a hollow at 0"),
    ("3 - {a}/(1 + {k}*x^2)", "a soft hollow, deepest at 0"),
)
CURVE = (
    "You followed the curve all the way. A second-order approximation is a parabola: it hugs the curve "
    "at 0 and then lets go."
)
LINE = "That is order 0 and 1: height and slope. The bend of the curve at 0 is missing."
TURNED = (
    "It touches the curve and bends the other way. Look how the curve leaves its height at 0: up or down?"
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a curve with a level place at 0 and its parabola there, which leaves the window."""
    shape, words = CURVES[int(rng.integers(len(CURVES)))]
    a, k = str(rng.choice(["1.4", "1.7", "2"])), str(rng.choice(["1.3", "1.5", "1.7"]))
    f = parse(shape.format(a=a, k=k))
    height, bend = _at_zero(f), _at_zero(derivative(derivative(f, "x"), "x"))
    parabola = parse(f"{height:.4g} + ({bend / 2:.4g})*x^2")
    part = sketch_part(
        "parabola",
        parabola,
        view=VIEW,
        behind=Plot(VIEW, f"A curve: {words}, where its height is {height:.1f}.", (curve(f, VIEW),)),
        axes=("x", "y"),
        features=("zeros", "turning points", "direction", "ends", "heights"),
        label="Its second-order approximation about 0",
        misconceptions=(
            Misconception("curve-itself", CURVE, str(f)),
            Misconception("bend-left-out", LINE, f"-4 {height:.3f}, 4 {height:.3f}"),
            Misconception("bend-turned", TURNED, f"{height:.4f} - ({bend / 2:.4f})*x^2"),
        ),
    )
    values = {"words": words, "height": f"{height:.1f}", "parabola": parabola, "f": f}
    return Draw({**values, "bend": f"{bend:.2f}", "way": "down" if bend < 0 else "up"}, (part,))


def _at_zero(f: Expression) -> float:
    return evaluate(f, {"x": 0.0})
