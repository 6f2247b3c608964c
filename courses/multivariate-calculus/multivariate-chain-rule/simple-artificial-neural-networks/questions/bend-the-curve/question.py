"""A 1-2-1 network bent by hand into a hill, a valley or stairs."""

from fractions import Fraction

import numpy as np

from upslope.maths import parse, to_numpy
from upslope.questions import Curve, Draw, Fit, Misconception, Plot, Slider, sliders_part

LETTERS = ("b_1", "b_2", "v_1", "v_2", "c")
MODEL = parse("v_1*tanh(3*x + b_1) + v_2*tanh(3*x + b_2) + c", ("x", *LETTERS))
SLIDERS = (
    Slider("b_1", -9, 9, 0.1, 0),
    Slider("b_2", -9, 9, 0.1, 0),
    Slider("v_1", -2, 2, 0.05, 1),
    Slider("v_2", -2, 2, 0.05, 1),
    Slider("c", -2, 2, 0.05, 0),
)
X = np.linspace(-3, 3, 61)
BELOW = 0.01
STEPS = ((-2, 0), (-2, 1), (-1, 2), (0, 2), (-1.5, 0.5), (-0.5, 1.5), (-2, 0.5), (-0.5, 2))
SHAPES = (
    ("a hill", 1, -1),
    ("a valley", -1, 1),
    ("stairs that go up", 1, 1),
    ("stairs that go down", -1, -1),
)
MISTAKES = (
    (
        "steps-mirrored",
        "Your steps are on the wrong sides. A step sits where the weighted sum is 0, so a positive bias "
        "moves it to the *left*.",
        lambda b1, b2, v1, v2, c: (-b1, -b2, v1, v2, c),
    ),
    (
        "curve-upside-down",
        "The steps are in their places, but your curve goes down where it should go up. The sign of an "
        "output weight says which way its step goes.",
        lambda b1, b2, v1, v2, c: (b1, b2, -v1, -v2, c),
    ),
    (
        "curve-not-lifted",
        "The shape is right, only its height is not. The last bias lifts or lowers the whole curve.",
        lambda b1, b2, v1, v2, c: (b1, b2, v1, v2, 0),
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return where the two steps are, which way they go, how high they are, and how far all is lifted."""
    first, second = STEPS[rng.integers(len(STEPS))]
    shape, up, then = SHAPES[rng.integers(len(SHAPES))]
    high = float(rng.choice([0.5, 0.75]))
    c = float(rng.choice([-0.5, -0.4, 0.4, 0.5]))
    numbers = (0 - 3.0 * first, 0 - 3.0 * second, up * high, then * high, c)
    y = to_numpy(MODEL, ("x", *LETTERS))(X, *numbers)
    points = tuple((float(x), float(round(at, 4))) for x, at in zip(X, y, strict=True))
    plot = Plot(
        (-3, 3, -3, 3),
        f"A dashed curve, {shape}: one step near x = {first:g} and one near x = {second:g}.",
        curves=(Curve((points,), is_dashed=True),),
    )
    part = sliders_part(
        "network",
        plot,
        MODEL,
        SLIDERS,
        Fit(points, BELOW, "mean-square"),
        dict(zip(LETTERS, numbers, strict=True)),
        misconceptions=tuple(
            Misconception(code, text, _settings(*made(*numbers))) for code, text, made in MISTAKES
        ),
    )
    places = {
        "first": Fraction(first),
        "second": Fraction(second),
        "b1": Fraction(-3 * first),
        "b2": Fraction(-3 * second),
    }
    shown = {"v1": up * high, "v2": then * high, "c": c, "left": c - (up + then) * high, "height": 2 * high}
    values = {
        name: f"{value:g}" for name, value in {**places, **shown}.items() if not isinstance(value, Fraction)
    }
    values |= {name: f"{float(value):g}" for name, value in places.items()}
    way = "up" if up > 0 else "down"
    return Draw({**values, "shape": shape, "way": way, "below": BELOW}, (part,))


def _settings(*numbers: float) -> str:
    """Return numbers as an answer, one for each letter."""
    return ", ".join(f"{name}={value:g}" for name, value in zip(LETTERS, numbers, strict=True))
