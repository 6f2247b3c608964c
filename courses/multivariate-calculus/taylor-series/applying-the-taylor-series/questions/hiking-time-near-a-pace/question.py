"""The second-order Taylor polynomial of a reciprocal about a point."""

import numpy as np

from upslope.maths import derivative, evaluate, parse, taylor_polynomial, tidy
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import taylor


def generate(rng: np.random.Generator) -> Draw:
    """Return m a²/x hours and a pace a from 2 to 6, so that the numbers stay small."""
    a, m = int(rng.integers(2, 7)), int(rng.integers(1, 4))
    length = m * a * a
    f = parse(f"{length}/x")
    slope = derivative(f)
    at = {"x": a}
    worked = taylor_polynomial(f, "x", a, 2)
    part = expression_part(
        "polynomial",
        worked.result,
        label="$p(x) =$",
        misconceptions=(
            taylor.factorials_missing(f, a, 2),
            taylor.shift_forgotten(f, a, 2),
            taylor.shift_turned(f, a, 2),
            taylor.signs_alternated(f, a, 2),
            taylor.one_order_short(f, a, 2),
        ),
    )
    values = {
        "length": length,
        "f": f,
        "a": a,
        "height": int(evaluate(f, at)),
        "slope": int(evaluate(slope, at)),
        "bend": tidy(derivative(slope).substitute(at)),
        "worked": worked,
    }
    return Draw(values, (distinct(part),))
