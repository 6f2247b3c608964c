"""A polynomial of three terms by the sum rule and the power rule."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, Misconception, expression_part
from upslope.questions.misconceptions import power_rule, sum_rule


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ ± b x² + c with n from 3 to 6."""
    n, a, b, c = (int(rng.integers(low, high)) for low, high in ((3, 7), (2, 7), (2, 10), (1, 10)))
    sign = str(rng.choice(["+", "-"]))
    powers = parse(f"{a} x^{n} {sign} {b} x^2")
    f = parse(f"{a} x^{n} {sign} {b} x^2 + {c}")
    worked = differentiate(f)
    mistakes = [sum_rule.constant_survives(powers, parse(str(c)))]
    for slip in (power_rule.exponent_not_lowered, power_rule.exponent_not_brought_down):
        first, second = slip(a, n), slip(b, 2)
        mistakes.append(Misconception(first.code, first.sentence, f"{first.wrong} {sign} {second.wrong}"))
    part = expression_part("derivative", worked.result, label="$f'(x) =$", misconceptions=mistakes)
    return Draw({"f": f, "worked": worked}, (part,))
