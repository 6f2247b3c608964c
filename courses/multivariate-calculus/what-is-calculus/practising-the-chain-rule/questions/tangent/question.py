"""The slope of the tangent from sine over cosine, then a tangent with something inside."""

import numpy as np

from upslope.maths import derivative, differentiate, parse, to_latex
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import chain_rule, quotient, trigonometry


def generate(rng: np.random.Generator) -> Draw:
    """Return a tangent of k x + b, k x², x² + k x or x³."""
    k, b = (int(n) for n in rng.choice(np.arange(2, 9), 2, replace=False))
    form = str(rng.choice(["{k}x + {b}", "{k}x - {b}", "{k}x^2", "x^2 + {k}x", "x^3 + {b}", "x^2 - {b}"]))
    inner, outer = parse(form.format(k=k, b=b)), parse("tan(u)", ("u",))
    sine, cosine, x = parse("sin(x)"), parse("cos(x)"), parse("x")
    f = outer.substitute({"u": inner})
    worked = differentiate(f)
    plain = expression_part(
        "tangent",
        "1/cos(x)^2",
        label=r"The slope of $\tan x$ is",
        misconceptions=(
            quotient.quotient_of_derivatives(sine, cosine),
            trigonometry.tangent_not_squared(x),
            quotient.minus_lost(sine, cosine),
            quotient.turns_swapped(sine, cosine),
        ),
    )
    nested = expression_part(
        "derivative",
        worked.result,
        label="$f'(x) =$",
        weight=2,
        misconceptions=(
            chain_rule.inner_derivative_forgotten(outer, inner),
            chain_rule.outer_slope_at_the_wrong_place(outer, inner),
            chain_rule.derivative_of_the_inside(outer, inner),
            trigonometry.tangent_not_squared(inner),
            chain_rule.outer_unchanged(outer, inner),
        ),
    )
    start = to_latex(derivative(outer, "u").substitute({"u": inner}))
    values = {"f": f, "inner": inner, "start": start, "plain": differentiate(sine / cosine), "worked": worked}
    return Draw(values, (distinct(plain), distinct(nested)))
