"""A bell, e to a quadratic: its slope by the chain rule, and the place where that slope is 0."""

from fractions import Fraction

import numpy as np

from upslope.maths import derivative, differentiate, number, parse, tidy
from upslope.questions import Draw, Misconception, distinct, expression_part, number_part
from upslope.questions.misconceptions import chain_rule, exponential

TWO_LOST = (
    "There the exponent itself is 0. Halfway to it the exponent is highest: its slope has a 2 from the "
    "square, and that slope is what must be 0."
)
MIDDLE = (
    "A bell need not stand over 0. The linear term in the exponent pushes it aside: ask where the slope of "
    "the exponent is 0."
)
OTHER_SIDE = "The distance is right, the side is not. Put it into your slope and watch the signs."


def generate(rng: np.random.Generator) -> Draw:
    """Return e to b x − a x², with a from 1 to 4 and b chosen so that the top is a half or a whole."""
    a = int(rng.integers(1, 5))
    b = a * int(rng.choice([-6, -5, -4, -3, -2, 2, 3, 4, 5, 6]))
    exponent = tidy(parse(f"{b}x - {a}x^2"))
    f = parse("e") ** exponent
    worked, top = differentiate(f), Fraction(b, 2 * a)
    slope = expression_part(
        "derivative",
        worked.result,
        label="$f'(x) =$",
        domain={"x": (float(top) - 1.5, float(top) + 1.5)},
        misconceptions=(
            exponential.rate_forgotten(exponent),
            exponential.power_rule_on_exponential(exponent),
            exponential.exponential_lost(exponent),
            chain_rule.derivative_of_the_inside(parse("e^u", ("u",)), exponent),
        ),
    )
    highest = number_part(
        "top",
        top,
        label="The top is at $x =$",
        misconceptions=(
            Misconception("exponent-zero-for-slope-zero", TWO_LOST, str(Fraction(b, a))),
            Misconception("bell-over-zero", MIDDLE, "0"),
            Misconception("top-on-the-other-side", OTHER_SIDE, str(-top)),
        ),
    )
    values = {"f": f, "worked": worked, "rate": derivative(exponent), "top": number(top)}
    return Draw(values, (distinct(slope), distinct(highest)))
