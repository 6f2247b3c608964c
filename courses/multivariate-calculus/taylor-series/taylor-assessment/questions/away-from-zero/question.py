"""A function that has no series at 0, to second order about another point."""

import numpy as np

from upslope.maths import derivative, parse, taylor_polynomial, tidy
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import taylor

FORMS = (
    ("{c} ln(x)", 1),
    ("{c} x*ln(x)", 1),
    ("{c}/x^2", 1),
    ("{c} sqrt(x)", 4),
    ("{c}/sqrt(x)", 1),
    ("{c} ln(x)/x", 1),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of six functions times an even number from 2 to 10."""
    text, about = FORMS[int(rng.integers(len(FORMS)))]
    f = parse(text.format(c=2 * int(rng.integers(1, 6))))
    worked = taylor_polynomial(f, about=about, order=2)
    mistakes = (
        taylor.factorials_missing(f, about, 2),
        taylor.shift_forgotten(f, about, 2),
        taylor.shift_turned(f, about, 2),
        taylor.one_order_short(f, about, 2),
    )
    part = expression_part(
        "polynomial",
        worked.result,
        variables=("x",),
        domain={"x": (0.5, 6)},
        label=r"$f(x) \approx$",
        misconceptions=mistakes,
    )
    slope = derivative(f)
    height, steep, bend = (tidy(each.substitute({"x": about})) for each in (f, slope, derivative(slope)))
    values = {"f": f, "about": about, "height": height, "slope": steep, "bend": bend, "worked": worked}
    return Draw(values, (distinct(part),))
