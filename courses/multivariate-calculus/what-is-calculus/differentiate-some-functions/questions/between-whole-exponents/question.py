"""A power with a fraction for its exponent: years of planets, hunger of animals, skins of balls."""

from fractions import Fraction

import numpy as np

from upslope.maths import differentiate, number, parse, symbol
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import power_rule

TOP_ONLY = (
    "The exponent has come to the front. Up there you took 1 from the top of the fraction only. One less "
    "means a whole one less: write that 1 as a fraction with the same bottom first."
)
SCENES = {
    Fraction(3, 2): "The farther a planet is from its star, the longer its year. In a certain planet system",
    Fraction(3, 4): "A heavier animal eats more, though not in proportion. In a certain zoo",
    Fraction(2, 3): "A ball of dough with more dough in it has more crust, though not in proportion:",
    Fraction(1, 2): "The longer a pendulum, the slower it swings. On a certain moon",
    Fraction(
        5, 2
    ): "The higher the water stands in the notch of a weir, the more comes through. In a certain brook",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ with n a fraction, and a such that a n is whole and not 1."""
    n = list(SCENES)[rng.integers(len(SCENES))]
    a = n.denominator * int(rng.integers(2, 5))
    f = number(a) * symbol("x") ** number(n)
    worked = differentiate(f)
    top_only = number(a * n) * symbol("x") ** number(Fraction(n.numerator - 1, n.denominator))
    part = expression_part(
        "derivative",
        worked.result,
        label="$f'(x) =$",
        domain={"x": (0.5, 4.0)},
        misconceptions=(
            power_rule.exponent_not_lowered(a, n),
            power_rule.exponent_not_brought_down(a, n),
            power_rule.coefficient_dropped(a, n),
            Misconception("fraction-lowered-at-the-top", TOP_ONLY, str(top_only)),
        ),
    )
    values = {"scene": SCENES[n], "f": parse(str(f)), "n": n, "lower": n - 1, "worked": worked}
    return Draw(values, (distinct(part),))
