"""Three dials of a parabola, turned until it hugs a curve around 0."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Curve, Draw, Fit, Misconception, Plot, Slider, distinct, sliders_part

HALF = 0.6
WHOLE = (
    "Height and slope fit, and your parabola bends twice as hard. The bend of the curve is a second "
    "derivative; $c$ is half of it."
)
TILTED = (
    "The height fits. Your curve goes down where the other goes up: turn the dial of the slope the other way."
)
OTHER_WAY = "Height and slope fit. Your parabola opens the wrong way: is the curve a bowl or a dome there?"
EVERYWHERE = (
    "You tried to please the whole picture. Look through the keyhole only: there it is not right yet. What "
    "happens outside does not count."
)
THINGS = (
    "A winding path",
    "A line on an old map",
    "The rim of a torn ticket",
    "The outline of a hill",
    "A stroke",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a + b x + 2c (1 − cos x), which has the parabola a + b x + c x² at 0, and three dials."""
    a, b, c = (float(rng.choice(each)) for each in ((-1, -0.5, 0.5, 1), (-1, -0.75, 0.75, 1), (-1, 1)))
    x = np.linspace(-3, 3, 61)
    y = a + b * x + 2 * c * (1 - np.cos(x))
    inside = np.linspace(-HALF, HALF, 25)
    points = list(zip(inside.tolist(), (a + b * inside + 2 * c * (1 - np.cos(inside))).tolist(), strict=True))
    far = np.polynomial.polynomial.polyfit(x, y, 2)
    view = (-3.2, 3.2, -6.5, 6.5)
    stroke = Curve((tuple(zip(x.tolist(), y.tolist(), strict=True)),), "f", is_dashed=True)
    hole = Curve(tuple(((side, -6.5), (side, 6.5)) for side in (-HALF, HALF)), "x")
    alt = (
        f"A dashed curve that meets the upright axis at {a:g}, {'rising' if b > 0 else 'falling'} and bent "
        f"like a {'bowl' if c > 0 else 'dome'}; upright lines at {-HALF} and {HALF}."
    )
    part = sliders_part(
        "dials",
        Plot(view, alt, (stroke, hole)),
        parse("a + b*x + c*x^2", ("x", "a", "b", "c")),
        tuple(Slider(name, -3, 3, 0.25, 0) for name in "abc"),
        Fit(points, 0.0006, "mean-square"),
        {"a": a, "b": b, "c": c},
        misconceptions=(
            Misconception("bend-taken-whole", WHOLE, f"a={a}, b={b}, c={2 * c}"),
            Misconception("slope-turned", TILTED, f"a={a}, b={-b}, c={c}"),
            Misconception("bend-turned", OTHER_WAY, f"a={a}, b={b}, c={-c}"),
            Misconception("fitted-everywhere", EVERYWHERE, ", ".join(_dials(far))),
        ),
    )
    values = {"thing": str(rng.choice(THINGS)), "bowl": "bowl" if c > 0 else "dome"}
    numbers = {"a": f"{a:g}", "b": f"{b:g}", "c": f"{c:g}", "bend": f"{2 * c:g}"}
    return Draw({**values, **numbers}, (distinct(part),))


def _dials(numbers: np.ndarray) -> list[str]:
    return [f"{name}={round(4 * n) / 4:g}" for name, n in zip("abc", numbers.tolist(), strict=True)]
