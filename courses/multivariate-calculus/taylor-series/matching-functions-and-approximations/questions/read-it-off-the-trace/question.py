"""The first three coefficients of a series, told from a drawn curve by height, slope and bend."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, choice_part, plot_of, view_of

HEIGHT = (
    "The first coefficient is the height at 0: where the curve crosses the upright axis. Compare the two."
)
SLOPE = (
    "Height and bend are right. The coefficient of $x$ is the slope at 0: go from left to right through the "
    "crossing. Up or down?"
)
BEND = (
    "Height and slope are right. Lay a ruler along the curve where it crosses the upright axis: does the "
    "curve leave it upwards or downwards?"
)
SCENES = (
    "A needle draws what the ground does, an earthquake long ago.",
    "A bat’s call, as a microphone heard it.",
    "The height of a kite, with the present moment at $0$.",
    "A pen on a drum of paper: the pressure of the air, hour by hour.",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return c₀ + c₁ sin x + 2c₂ (1 − cos x), whose series begins c₀ + c₁ x + c₂ x², and four series."""
    c0, c1, c2 = int(rng.choice([-2, -1, 1, 2])), int(rng.choice([-2, -1, 1, 2])), int(rng.choice([-1, 1]))
    f = parse(f"{c0} + ({c1})*sin(x) + ({2 * c2})*(1 - cos(x))")
    series = {"right": (c0, c1, c2), "height": (-c0, c1, c2), "slope": (c0, -c1, c2), "bend": (c0, c1, -c2)}
    texts = {name: _series(*numbers) for name, numbers in series.items()}
    up, bowl = c1 > 0, c2 > 0
    alt = (
        f"A wave. It crosses the upright axis at {c0}, {'rising' if up else 'falling'} from left to right, "
        f"and around there it is curved like {'a bowl' if bowl else 'a dome'}."
    )
    picture = plot_of(f, view_of([f], -2.6, 2.6), alt, axes=("x", "f(x)"), role="y")
    part = choice_part(
        "series",
        [{"id": str(name), "text": f"$f(x) = {texts[str(name)]}$"} for name in rng.permutation(list(series))],
        "right",
        label="Its series is",
        misconceptions=(
            Misconception("height-misread", HEIGHT, "height"),
            Misconception("slope-sign-misread", SLOPE, "slope"),
            Misconception("bend-sign-misread", BEND, "bend"),
        ),
    )
    values = {
        "scene": str(rng.choice(SCENES)),
        "picture": picture,
        "c0": c0,
        "way": "climbs" if up else "falls",
        "bowl": "bowl" if bowl else "dome",
        "slope_sign": "above" if up else "below",
        "bend_sign": "above" if bowl else "below",
        "answer": texts["right"],
    }
    return Draw(values, (part,))


def _series(c0: int, c1: int, c2: int) -> str:
    first, second = (
        f"{'+' if c > 0 else '-'} {abs(c) if abs(c) > 1 else ''}{power}"
        for c, power in ((c1, "x"), (c2, "x^2"))
    )
    return rf"{c0} {first} {second} + \dots"
