"""A bracket to a power times a wave or an exponential with something inside: product rule, then chains."""

import numpy as np

from upslope.maths import derivative, differentiate, parse, to_latex
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import product_rule

FIRST = (
    "The second factor is right. In the first, something stands inside the power and changes at a rate of "
    "its own: that rate is missing."
)
SECOND = (
    "The first factor is right. In the second, something stands inside and changes at a rate of its own: "
    "that rate is missing."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return (a x + b)ⁿ times sin(k x), cos(k x) or e to k x, with a and k at least 2."""
    a, k = (int(m) for m in rng.integers(2, 6, 2))
    b, n = int(rng.integers(1, 8)), int(rng.integers(2, 5))
    u, kind = parse(f"({a}x + {b})^{n}"), str(rng.choice(["sin({k}x)", "cos({k}x)", "e^({k}x)"]))
    v = parse(kind.format(k=k))
    du, dv = derivative(u), derivative(v)
    part = expression_part(
        "derivative",
        derivative(u * v),
        label="$f'(x) =$",
        misconceptions=(
            product_rule.product_of_derivatives(u, v),
            Misconception("second-inside-forgotten", SECOND, str(du * v + u * dv / k)),
            Misconception("first-inside-forgotten", FIRST, str(du / a * v + u * dv)),
            product_rule.first_factor_only(u, v),
        ),
    )
    values = {"f": u * v, "first": to_latex(du * v), "worked": differentiate(u * v)}
    return Draw(values, (distinct(part),))
