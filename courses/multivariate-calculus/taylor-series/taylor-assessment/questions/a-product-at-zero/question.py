"""An exponential with something else in it or beside it, to second order about 0."""

import numpy as np

from upslope.maths import evaluate, parse, taylor_coefficients, taylor_polynomial
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import taylor

FORMS = (
    "e^({a}x)*cos({b}x)",
    "e^({a}x)*(1 + {b}x)^3",
    "e^({a}x + {b}x^2)",
    "cos({b}x)/(1 - {a}x)",
    "e^(-{a}x)*(1 + {b}x^2)",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of five products, with a and b from 2 to 4, that bends at 0."""
    bend = 0
    while not bend:
        a, b = int(rng.integers(2, 5)), int(rng.integers(2, 5))
        f = parse(str(rng.choice(FORMS)).format(a=a, b=b))
        _, slope, half = (evaluate(each, {}) for each in taylor_coefficients(f, "x", 0, 2))
        bend = round(2 * half)
    worked = taylor_polynomial(f, order=2)
    mistakes = (
        taylor.factorials_missing(f, 0, 2),
        taylor.one_order_short(f, 0, 2),
        taylor.signs_alternated(f, 0, 2),
        taylor.derivatives_left_open(f, 0, 2),
        taylor.value_dropped(f, 0, 2),
    )
    part = expression_part(
        "polynomial", worked.result, variables=("x",), label=r"$f(x) \approx$", misconceptions=mistakes
    )
    return Draw({"f": f, "slope": round(slope), "bend": bend, "worked": worked}, (distinct(part),))
