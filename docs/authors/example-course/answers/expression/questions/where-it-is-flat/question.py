"""A derivative that has to be given in factors."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, expression_part
from upslope.questions.misconceptions import product_rule


def generate(rng: np.random.Generator) -> Draw:
    """Return (x - a)^2 (x - b), drawn again until no number can be taken out of its derivative."""
    while True:
        a, b = (int(k) for k in rng.choice(np.arange(1, 10), 2, replace=False))
        if (a + 2 * b) % 3:
            break
    shared, other = parse(f"x - {a}"), parse(f"x - {b}")
    worked = differentiate(shared**2 * other)
    answer = shared * parse(f"3x - {a + 2 * b}")
    part = expression_part(
        "derivative",
        answer,
        label="$f'(x) =$",
        form="factored",
        misconceptions=(
            product_rule.product_of_derivatives(shared**2, other),
            product_rule.first_factor_only(shared**2, other),
            product_rule.second_factor_only(shared**2, other),
            product_rule.terms_subtracted(shared**2, other),
        ),
    )
    return Draw({"f": shared**2 * other, "shared": shared, "answer": answer, "worked": worked}, (part,))
