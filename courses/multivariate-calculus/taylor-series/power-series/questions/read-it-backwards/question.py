"""Height, slope and bend at 0, read off an approximation of order 2."""

import numpy as np

from upslope.maths import derivative, parse, tidy
from upslope.questions import Draw, Misconception, distinct, number_part

HALF = (
    "That is the number in front of $x^2$. The bend is the second derivative: differentiate $x^2$ twice and "
    "see which number comes down."
)
AT_ONE = "You added the coefficients. That is the height at $x = 1$; at $0$ all powers of $x$ are gone."
BRACKET = "That is the slope at $x = 1$. At $0$ the square has no slope: one coefficient is left."
QUARTER = "The wrong way round: the number in front is half of the bend, so the bend is larger."


def generate(rng: np.random.Generator) -> Draw:
    """Return c₀ + c₁ x + c₂ x² with coefficients of either sign."""
    c0, c1, c2 = (
        int(n) * int(s)
        for n, s in zip(rng.choice(np.arange(2, 10), 3, False), rng.choice([-1, 1], 3), strict=True)
    )
    g = tidy(parse(f"{c0} + ({c1}) x + ({c2}) x^2"))
    first = tidy(derivative(g))
    parts = (
        number_part(
            "height",
            c0,
            label="$f(0) =$",
            misconceptions=(Misconception("height-at-one", AT_ONE, str(c0 + c1 + c2)),),
        ),
        number_part(
            "slope",
            c1,
            label="$f'(0) =$",
            misconceptions=(Misconception("slope-at-one", BRACKET, str(c1 + 2 * c2)),),
        ),
        number_part(
            "bend",
            2 * c2,
            label="$f''(0) =$",
            misconceptions=(
                Misconception("coefficient-for-the-bend", HALF, str(c2)),
                Misconception("bend-halved", QUARTER, f"{c2}/2"),
            ),
        ),
    )
    values = {"g": g, "first": first, "second": 2 * c2, "height": c0, "slope": c1, "bend": 2 * c2}
    return Draw(values, tuple(distinct(part) for part in parts))
