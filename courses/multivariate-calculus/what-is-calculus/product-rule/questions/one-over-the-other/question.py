"""A line over a line or a parabola: a quotient whose two parts both change."""

import numpy as np

from upslope.maths import derivative, differentiate, parse
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import quotient

SCENES = (
    "In year $x$ of an orchard, the harvest *per tree*",
    "In month $x$ of a library, the number of loans *per reader*",
    "At minute $x$ of a party, the cake left *per guest*",
    "In week $x$ of a bakery, what the till takes *per customer*",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a x / (xⁿ + b) with n 1 or 2; the bottom is never 0 for x ≥ 0."""
    a, b, n = int(rng.integers(2, 8)), int(rng.integers(1, 10)), int(rng.integers(1, 3))
    u, v = parse(f"{a}x"), parse(f"x + {b}" if n == 1 else f"x^2 + {b}")
    worked = differentiate(u / v)
    part = expression_part(
        "derivative",
        worked.result,
        label="$f'(x) =$",
        domain={"x": (0.5, 4.0)},
        misconceptions=(
            quotient.quotient_of_derivatives(u, v),
            quotient.turns_swapped(u, v),
            quotient.minus_lost(u, v),
            quotient.bottom_not_squared(u, v),
            quotient.top_only(u, v),
        ),
    )
    values = {"scene": str(rng.choice(SCENES)), "f": u / v, "u": u, "v": v}
    slopes = {"du": derivative(u), "dv": derivative(v)}
    return Draw({**values, **slopes, "worked": worked}, (distinct(part),))
