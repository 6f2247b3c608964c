"""Something over a power of x, differentiated as a product with a negative exponent."""

import numpy as np

from upslope.maths import derivative, differentiate, number, parse, symbol, tidy
from upslope.questions import Draw, Misconception, expression_part
from upslope.questions.misconceptions import power_rule, quotient


def generate(rng: np.random.Generator) -> Draw:
    """Return a u / xⁿ with u = sin x, cos x or eˣ, a from 2 to 7 and n from 2 to 5."""
    a, n = int(rng.integers(2, 8)), int(rng.integers(2, 6))
    top = parse(str(rng.choice(["sin(x)", "cos(x)", "e^x"])))
    u, v, power, x = a * top, parse(f"x^{n}"), parse(f"x^(-{n})"), symbol("x")
    answer, worked = derivative(u * power), differentiate(top * power)
    slip = power_rule.exponent_moved_towards_zero(1, -n)
    mistakes = (
        quotient.quotient_of_derivatives(u, v),
        quotient.turns_swapped(u, v),
        quotient.minus_lost(u, v),
        quotient.bottom_not_squared(u, v),
        quotient.top_only(u, v),
        Misconception(slip.code, slip.sentence, str(derivative(u) * power + u * parse(slip.wrong))),
    )
    part = expression_part(
        "derivative", answer, label="$f'(x) =$", domain={"x": (0.5, 4.0)}, misconceptions=mistakes
    )
    over = (tidy(x * derivative(u)) - tidy(n * u)) / x ** number(n + 1)
    return Draw({"f": u / v, "a": a, "product": u * power, "quotient": over, "worked": worked}, (part,))
