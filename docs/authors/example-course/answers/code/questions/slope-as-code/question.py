"""The slope of a power times a wave, written as a Python function."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, Misconception, formula_code_part
from upslope.questions.misconceptions import product_rule


def generate(rng: np.random.Generator) -> Draw:
    """Return x to a small power times a wave of its own frequency, and the mistakes of the product rule."""
    power, frequency = int(rng.integers(2, 5)), int(rng.integers(2, 8))
    wave, slope = (("sine", "cos"), ("cosine", "-sin"))[int(rng.integers(2))]
    u, v = parse(f"x^{power}"), parse(f"{wave[:3]}({frequency}x)")
    worked = differentiate(u * v)
    unchained = parse(f"{power}*x^{power - 1}") * v + u * parse(f"{slope}({frequency}x)")
    part = formula_code_part(
        "slope",
        "dfdx(x)",
        worked.result,
        misconceptions=(
            product_rule.product_of_derivatives(u, v),
            product_rule.first_factor_only(u, v),
            product_rule.second_factor_only(u, v),
            product_rule.terms_subtracted(u, v),
            Misconception(
                "inner-slope-forgotten",
                "Both terms are there. The wave runs faster than $x$ does: multiply its slope by how fast.",
                str(unchained),
            ),
        ),
    )
    values = {"f": u * v, "wave": wave, "inner": parse(f"{frequency}x"), "worked": worked}
    return Draw(values, (part,))
