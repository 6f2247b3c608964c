"""A curve with a level place at 0: its second-order approximation, drawn."""

import numpy as np

from upslope.maths import Expression, derivative, evaluate, parse, tidy
from upslope.questions import Draw, Misconception, Plot, curve, sketch_part

VIEW = (-4.0, 4.0, -3.5, 3.5)
# the parabola crosses the axis well inside the window, so that one with another bend is told from it
WAVE, SOFT = ("0.65", "0.7", "0.75"), ("0.2", "0.24", "0.28")
CURVES = (
    ("{a}*cos({k}*x)", WAVE, "a wave with a top at 0"),
    ("{a}*e^(-{k}*x^2)", SOFT, "a bell with its top at 0"),
    ("{a}/(1 + {k}*x^2)", SOFT, "a soft hill with its top at 0"),
    ("-{a}*cos({k}*x)", WAVE, "a wave with a hollow at 0"),
    ("-{a}/(1 + {k}*x^2)", SOFT, "a soft hollow, deepest at 0"),
)
CURVE = (
    "You followed the curve all the way. A second-order approximation is a parabola: it hugs the curve "
    "at 0 and then lets go."
)
LINE = "That is order 0 and 1: height and slope. The bend of the curve at 0 is missing."
WHOLE = (
    "It bends twice as hard as the curve and leaves it at once. The second derivative is halved before it "
    "goes in front of $x^2$."
)
TURNED = (
    "It touches the curve and bends the other way. Look how the curve leaves its height at 0: up or down?"
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a curve with a level place at 0 and its parabola there, which leaves the window."""
    shape, widths, words = CURVES[int(rng.integers(len(CURVES)))]
    a, k = str(rng.choice(["1.8", "2", "2.2"])), str(rng.choice(widths))
    f = parse(shape.format(a=a, k=k))
    height, bend = _at_zero(f), _at_zero(derivative(derivative(f, "x"), "x"))
    parabola = tidy(parse(f"{height:.4g} + ({bend / 2:.4g})*x^2"))
    part = sketch_part(
        "parabola",
        parabola,
        view=VIEW,
        behind=Plot(VIEW, f"A curve: {words}, where its height is {height:g}.", (curve(f, VIEW),)),
        axes=("x", "y"),
        features=("zeros", "turning points", "direction", "asymptotes", "ends", "heights"),
        label="Its second-order approximation about 0",
        misconceptions=(
            Misconception("curve-itself", CURVE, str(f)),
            Misconception("bend-left-out", LINE, f"-4 {height:.3f}, 4 {height:.3f}"),
            Misconception("bend-taken-whole", WHOLE, f"{height:.4f} + ({bend:.4f})*x^2"),
            Misconception("bend-turned", TURNED, f"{height:.4f} - ({bend / 2:.4f})*x^2"),
        ),
    )
    values = {"words": words, "height": f"{height:g}", "parabola": parabola, "f": f}
    told = {"bend": f"{bend:g}", "way": "down" if bend < 0 else "up", "there": f"{height + bend / 2:.2f}"}
    return Draw({**values, **told}, (part,))


def _at_zero(f: Expression) -> float:
    return evaluate(f, {"x": 0.0})
