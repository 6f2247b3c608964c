"""A linear or quadratic bracket raised to a power: the first chain anyone differentiates."""

import numpy as np

from upslope.maths import derivative, differentiate, parse, to_latex
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import chain_rule


def generate(rng: np.random.Generator) -> Draw:
    """Return (a x ± b)ⁿ, (a x² ± b)ⁿ or (x² + a x)ⁿ with n from 4 to 8."""
    a, b = (int(k) for k in rng.choice(np.arange(2, 8), 2, replace=False))
    sign = str(rng.choice(["+", "-"]))
    form = str(rng.choice(["{a}x {sign} {b}", "{a}x^2 {sign} {b}", "x^2 {sign} {a}x"]))
    inner = parse(form.format(a=a, b=b, sign=sign))
    outer = parse(f"u^{int(rng.integers(4, 9))}", ("u",))
    worked = differentiate(outer.substitute({"u": inner}))
    part = expression_part(
        "derivative",
        worked.result,
        label="$f'(x) =$",
        misconceptions=(
            chain_rule.inner_derivative_forgotten(outer, inner),
            chain_rule.derivative_of_the_inside(outer, inner),
            chain_rule.outer_slope_at_the_wrong_place(outer, inner),
            chain_rule.outer_unchanged(outer, inner),
        ),
    )
    start = to_latex(derivative(outer, "u").substitute({"u": inner}))
    return Draw({"f": outer.substitute({"u": inner}), "start": start, "worked": worked}, (distinct(part),))
