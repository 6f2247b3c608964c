"""A cubic with three roots and a start beside one of its turns: where it lands, and which root it finds."""

from fractions import Fraction

import numpy as np

from upslope.maths import derivative, parse, tidy
from upslope.questions import Draw, TangentWalk, distinct, number_part
from upslope.questions.misconceptions import newton_raphson

# u³ − 3u turns at −1 and 1. From the first start (twice as likely) a search crosses to the far root, from the
# next two it goes to the near one, from the last two to the middle.
STARTS = ("9/10", "9/10", "6/5", "5/4", "3/5", "3/4")
ROOT = 3**0.5


def generate(rng: np.random.Generator) -> Draw:
    """Return ±(u³ − 3u) with u = x − h, a start at u = ±one of ``STARTS`` and one of the roots as target."""
    shift, turn, sign = int(rng.integers(-2, 3)), int(rng.choice([-1, 1])), int(rng.choice([-1, 1]))
    place = turn * Fraction(str(rng.choice(STARTS)))
    f = tidy(parse(_expanded(shift, sign)))
    start = shift + place
    target = shift + turn * ROOT if rng.random() < 0.7 else float(shift)
    walk = TangentWalk(f, float(start), target)
    height, steep = sign * (place**3 - 3 * place), sign * (3 * place**2 - 3)
    view = (shift - 4.4, shift + 4.4, -4.6, 4.6)
    alt = (
        f"A curve that crosses the axis three times and turns at {shift - 1} and {shift + 1}. "
        f"S stands at {float(start):g}, T at the {'middle' if target == shift else 'outer'} root beside it."
    )
    first = number_part(
        "first",
        start - height / steep,
        label="$x_1 =$",
        decimals=2,
        misconceptions=(
            newton_raphson.step_added(f, start),
            newton_raphson.ratio_turned_over(f, start),
            newton_raphson.slope_left_out(f, start),
            newton_raphson.step_for_the_point(f, start),
        ),
    )
    values = {
        "f": f,
        "turn": shift + turn,
        "target": target,
        "start": f"{float(start):g}",
        "slope": derivative(f),
        "height": f"{float(height):.3f}",
        "steep": f"{float(steep):.2f}",
        "picture": walk.picture(view, alt),
        "path": walk.picture(view, f"{alt} Tangents lead from S to the first points of the search.", 3),
        "worked": walk.worked(),
    }
    return Draw(values, (distinct(first), walk.fate_part(rng, "target other cycle away")))


def _expanded(shift: int, sign: int) -> str:
    terms = (1, -3 * shift, 3 * shift**2 - 3, 3 * shift - shift**3)
    return " + ".join(f"({sign * factor})*x^{3 - n}" for n, factor in enumerate(terms) if factor)
