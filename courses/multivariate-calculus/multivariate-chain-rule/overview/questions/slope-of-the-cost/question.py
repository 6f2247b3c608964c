"""A squared miss behind two linear links: three factors, and the inside put back in."""

import numpy as np

from upslope.maths import Expression, derivative, multivariate_chain_rule, number, parse
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import chain_rule


def generate(rng: np.random.Generator) -> Draw:
    """Return h = a s + b, p = c h + d and C = (p − w)² with small whole numbers."""
    a, b, c, d = (int(n) for n in (*rng.choice(np.arange(2, 6), 2, replace=False), *rng.integers(2, 5, 2)))
    wanted = int(rng.integers(20, 41))
    h, p, cost = (
        parse(f"{a}*s + {b}", ("s",)),
        parse(f"{c}*h + {d}", ("h",)),
        parse(f"(p - {wanted})^2", ("p",)),
    )
    worked = multivariate_chain_rule([{"C": cost}, {"p": p}, {"h": h}], ("s",))
    slope, inside = derivative(cost, "p"), p.substitute({"h": h})
    part = expression_part(
        "slope",
        worked.result,
        variables=("s",),
        label=r"$\frac{dC}{ds} =$",
        misconceptions=(
            chain_rule.innermost_link_forgotten(cost, p, h, "p", "h"),
            _inside_out(slope, number(a * c)),
            Misconception(
                "no-inner-links",
                "That is the last link alone, from the loaf to the cost. Between the yeast and the loaf "
                "there are two more: multiply by both.",
                str(slope.substitute({"p": inside})),
            ),
        ),
    )
    values = {"h": h, "p": p, "wanted": wanted, "gap": parse(f"p - {wanted}", ("p",)), "second": c}
    return Draw({**values, "worked": worked}, (distinct(part),))


def _inside_out(slope: Expression, rest: Expression) -> Misconception:
    return Misconception(
        "outer-slope-at-the-start",
        "The three links are there. The outer one is taken at $s$, yet what reaches it is $p$: put $p$ in, "
        "written with $s$.",
        str(slope.substitute({"p": parse("s", ("s",))}) * rest),
    )
