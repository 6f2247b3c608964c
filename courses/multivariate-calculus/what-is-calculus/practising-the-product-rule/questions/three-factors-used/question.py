"""A line, an exponential and a wave multiplied: three terms, then one value."""

import numpy as np

from upslope.maths import derivative, differentiate, parse
from upslope.questions import Draw, Misconception, expression_part, number_part
from upslope.questions.misconceptions import product_rule, slope

SKIPPED = (
    "The line and the wave have had their turns. The exponential looks the same after its turn as before, "
    "so it is easily forgotten. It changes too, and it gives a term like the others."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return (a x ± b) eˣ sin x or … cos x with a ≠ b, so that the mistakes stay apart."""
    a, b = (int(n) for n in rng.choice(np.arange(2, 9), 2, replace=False))
    sign, wave = str(rng.choice(["+", "-"])), str(rng.choice(["sin", "cos"]))
    u, v, w = parse(f"{a}x {sign} {b}"), parse("e^x"), parse(f"{wave}(x)")
    worked = differentiate(u * v * w)
    multiplied = product_rule.three_derivatives_multiplied(u, v, w)
    mistakes = (
        multiplied,
        product_rule.third_turn_forgotten(u, v, w),
        product_rule.two_factors_at_once(u, v, w),
        Misconception("exponential-skipped", SKIPPED, str(derivative(u) * v * w + u * v * derivative(w))),
    )
    b = int(f"{sign}{b}")
    right, height, product = (b, 0, a) if wave == "sin" else (a + b, b, 0)
    at_once = Misconception(multiplied.code, multiplied.sentence, str(product))
    parts = (
        expression_part("derivative", worked.result, label="$f'(x) =$", misconceptions=mistakes, weight=2),
        number_part(
            "at_zero", right, label="$f'(0) =$", misconceptions=(slope.height_for_slope(height), at_once)
        ),
    )
    return Draw({"f": u * v * w, "worked": worked, "at_zero": right}, parts)
