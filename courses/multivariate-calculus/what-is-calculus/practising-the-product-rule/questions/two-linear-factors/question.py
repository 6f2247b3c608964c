"""Two linear factors, so that the product can also be checked by multiplying out."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, expression_part
from upslope.questions.misconceptions import product_rule


def generate(rng: np.random.Generator) -> Draw:
    """Return (a x ± b)(c x ± d), drawn again until every mistake gives an answer of its own."""
    while True:
        a, c = (int(n) for n in rng.integers(2, 7, 2))
        b, d = (int(n) for n in rng.integers(1, 10, 2))
        sign, other = (str(s) for s in rng.choice(["+", "-"], 2))
        across = a * int(f"{other}{d}") - int(f"{sign}{b}") * c
        if across not in (0, a * c):
            break
    u, v = parse(f"{a}x {sign} {b}"), parse(f"{c}x {other} {d}")
    worked = differentiate(u * v)
    part = expression_part(
        "derivative",
        worked.result,
        label="$f'(x) =$",
        misconceptions=(
            product_rule.product_of_derivatives(u, v),
            product_rule.first_factor_only(u, v),
            product_rule.second_factor_only(u, v),
            product_rule.terms_subtracted(u, v),
        ),
    )
    return Draw({"f": u * v, "worked": worked}, (part,))
