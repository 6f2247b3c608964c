"""A power of a sine or cosine, whose written form hides which function is outside."""

import numpy as np

from upslope.maths import derivative, differentiate, number, parse, to_latex
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import chain_rule, trigonometry

DEEPER = "And what stands inside the wave has a slope as well."


def generate(rng: np.random.Generator) -> Draw:
    """Return a sinⁿ(k x) or a cosⁿ(k x) with a from 2 to 6, n from 2 to 5 and k from 1 to 3."""
    a, n, k = int(rng.integers(2, 7)), int(rng.integers(2, 6)), int(rng.integers(1, 4))
    kind = str(rng.choice(["sin", "cos"]))
    inside, wave = number(k) * parse("x"), parse(f"{kind}({k}x)" if k > 1 else f"{kind}(x)")
    outer, middle = parse(f"{a}u^{n}", ("u",)), parse(f"{kind}(v)", ("v",))
    f = outer.substitute({"u": wave})
    answer, worked = derivative(f), differentiate(wave ** number(n))
    part = expression_part(
        "derivative",
        answer,
        label="$f'(x) =$",
        misconceptions=(
            chain_rule.inner_derivative_forgotten(outer, wave),
            chain_rule.innermost_link_forgotten(outer, middle, inside),
            trigonometry.sign_turned(f),
            chain_rule.outer_unchanged(outer, wave),
            chain_rule.derivative_of_the_inside(outer, wave),
            chain_rule.outer_slope_at_the_wrong_place(outer, wave),
        ),
    )
    values = {"f": f, "wave": wave, "short": wave ** number(n), "n": n, "a": a}
    start = to_latex(derivative(outer, "u").substitute({"u": wave}))
    texts = {"start": start, "deeper": DEEPER if k > 1 else ""}
    bracketed = rf"{a}\,\big({to_latex(wave)}\big)^{{{n}}}"
    lines = {"bracketed": bracketed, "worked": worked, "answer": answer}
    return Draw({**values, **texts, **lines}, (distinct(part),))
