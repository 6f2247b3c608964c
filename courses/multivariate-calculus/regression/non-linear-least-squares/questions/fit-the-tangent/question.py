"""One step of Gauss and Newton for an exponential with one dial, from b = 0."""

from fractions import Fraction

import numpy as np

from upslope.maths import number, to_latex
from upslope.questions import Draw, Misconception, distinct, number_part

SCENES = (
    "Sourdough is left on a warm shelf.",
    "A rumour spreads through a school.",
    "Duckweed covers a pond.",
    "A snowball rolls downhill.",
    "A savings account is left alone, for decades.",
)
UNDIVIDED = "That is one side of the equation. Divide by the sum of the squared slopes."
TWICE = (
    "The 2 of the square stands on both sides of the equation, and divides out. Yours has stayed on one side."
)
RATIOS = (
    "You asked each reading for its own $d$ and took the mean. Least squares lets a reading with a large "
    "slope speak louder: add the products, add the squares, then divide."
)
NO_RESIDUAL = (
    "You fitted the readings themselves. What is left to fit are the residuals: reading minus model."
)
UPHILL = "The size is right, the sign is not. The residuals are above zero: the model has to grow."


def generate(rng: np.random.Generator) -> Draw:
    """Return three places, and readings that grow from above 1."""
    xs = sorted(int(n) for n in rng.choice(np.arange(1, 6), 3, replace=False))
    rs = sorted(int(n) for n in rng.integers(1, 8, 3))
    top = sum(x * r for x, r in zip(xs, rs, strict=True))
    bottom = sum(x * x for x in xs)
    ratios = sum((Fraction(r, x) for x, r in zip(xs, rs, strict=True)), Fraction(0)) / 3
    raw = sum(x * (r + 1) for x, r in zip(xs, rs, strict=True))
    part = number_part(
        "b",
        Fraction(top, bottom),
        label="The next guess is $b =$",
        misconceptions=(
            Misconception("not-divided-by-squares", UNDIVIDED, str(top)),
            Misconception("two-on-one-side", TWICE, f"{2 * top}/{bottom}"),
            Misconception("mean-of-ratios", RATIOS, str(ratios)),
            Misconception("readings-for-residuals", NO_RESIDUAL, f"{raw}/{bottom}"),
            Misconception("tangent-step-uphill", UPHILL, f"{-top}/{bottom}"),
        ),
    )
    values: dict[str, object] = {"scene": str(rng.choice(SCENES)), "top": top, "bottom": bottom}
    values |= {f"x{k + 1}": x for k, x in enumerate(xs)} | {f"r{k + 1}": r for k, r in enumerate(rs)}
    values |= {f"y{k + 1}": r + 1 for k, r in enumerate(rs)}
    d = Fraction(top, bottom)
    reduced = "" if d.denominator == bottom else f" = {to_latex(number(d))}"
    return Draw({**values, "d": d, "reduced": reduced}, (distinct(part),))
