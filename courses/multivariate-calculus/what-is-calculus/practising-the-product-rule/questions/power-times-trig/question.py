"""A power times a sine or a cosine: the product rule with a sign to watch."""

import numpy as np

from upslope.maths import derivative, differentiate, parse
from upslope.questions import Draw, Misconception, expression_part
from upslope.questions.misconceptions import power_rule, product_rule, trigonometry


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ sin x or a xⁿ cos x with a from 2 to 7 and n from 2 to 6."""
    a, n = int(rng.integers(2, 8)), int(rng.integers(2, 7))
    u, v = parse(f"{a} x^{n}"), parse(f"{rng.choice(['sin', 'cos'])}(x)")
    answer, worked = derivative(u * v), differentiate(parse(f"x^{n}") * v)
    mistakes = [
        product_rule.product_of_derivatives(u, v),
        product_rule.first_factor_only(u, v),
        product_rule.second_factor_only(u, v),
        trigonometry.sign_of_the_wave(u, v),
        trigonometry.wave_unchanged(u, v),
    ]
    for slip in (power_rule.exponent_not_lowered(a, n), power_rule.exponent_not_brought_down(a, n)):
        wrong = parse(slip.wrong) * v + u * derivative(v)
        mistakes.append(Misconception(slip.code, slip.sentence, str(wrong)))
    part = expression_part("derivative", answer, label="$f'(x) =$", misconceptions=mistakes)
    return Draw({"f": u * v, "a": a, "worked": worked, "answer": answer}, (part,))
