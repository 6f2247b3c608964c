"""A coefficient of the Maclaurin series of a product, to be read off in the explorer."""

import numpy as np

from upslope.maths import evaluate, parse, taylor_coefficients, taylor_polynomial
from upslope.questions import Draw, Misconception, distinct, number_part

PRODUCTS = (
    "e^x cos(x)", "e^x sin(x)", "x e^(2x)", "e^x/(1 - x)", "e^(-x) cos(x)", "x e^(-x)", "(1 + x) e^x",
    "(1 - x) sin(x)", "cos(x)/(1 - x)", "e^(2x) cos(x)",
)  # fmt: skip
SIGN = "The size is right. Look at the sign in front of that term again."
DERIVATIVE = "That is the derivative at 0. The number in the polynomial is that, divided by a factorial."
NEIGHBOUR = "That number stands before the power just below. Look one term further on."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of the products and a power 2 or 3 that is there."""
    typed, power = PRODUCTS[int(rng.integers(len(PRODUCTS)))], int(rng.integers(2, 4))
    f = parse(typed)
    coefficients = taylor_coefficients(f, "x", 0, power)
    if coefficients[power] == 0:
        power = 5 - power
        coefficients = taylor_coefficients(f, "x", 0, power)
    answer, before = coefficients[power], coefficients[power - 1]
    whole = evaluate(answer, {}) * (2 if power == 2 else 6)
    part = number_part(
        "coefficient",
        answer,
        label="The number is",
        misconceptions=(
            Misconception("sign-overlooked", SIGN, str(-answer)),
            Misconception("factorials-missing", DERIVATIVE, str(round(float(whole)))),
            Misconception("one-power-below", NEIGHBOUR, str(before)),
        ),
    )
    values = {
        "typed": typed,
        "f": f,
        "power": power,
        "start": taylor_polynomial(f, "x", 0, power - 1).result,
        "answer": answer,
        "worked": taylor_polynomial(f, "x", 0, power),
    }
    return Draw(values, (distinct(part),))
