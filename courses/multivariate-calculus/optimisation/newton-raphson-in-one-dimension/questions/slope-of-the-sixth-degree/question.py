"""The derivative of a polynomial of degree six, term by term, and its value at 1, −1, 2 or −2."""

import numpy as np

from upslope.maths import derivative, differentiate, evaluate, parse, tidy
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part
from upslope.questions.misconceptions import slope, sum_rule

KEPT = (
    "The exponents came down to the front, and they stayed above as well. Each power must become one "
    "smaller: the slope of a curve of degree six has degree five."
)
NOT_DOWN = (
    "Each exponent is one smaller, as it should be. But it must come down to the front too, as a factor."
)
SIGNS = (
    "An odd power of a negative number is negative, an even one is not. Put the number in with brackets "
    "round it."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return x⁶/6 − a x⁴ + b x² + c x + d with small numbers, so that the slope is friendly."""
    a, b, c = (int(n) for n in rng.choice(np.arange(2, 8), 3, replace=False))
    d, at = int(rng.choice([-9, -4, 5, 8])), int(rng.choice([-2, -1, 1, 2]))
    turn, end = (int(n) for n in rng.choice([-1, 1], 2))
    changing = tidy(parse(f"x^6/6 - {a}x^4 + ({turn * b})x^2 + ({end * c})x"))
    f = tidy(changing + d)
    right = derivative(f)
    kept = parse(f"x^6 - {4 * a}x^4 + ({2 * turn * b})x^2 + ({end * c})x")
    not_down = parse(f"x^5/6 - {a}x^3 + ({turn * b})x + ({end * c})")
    formula = expression_part(
        "slope",
        right,
        label="$f'(x) =$",
        misconceptions=(
            Misconception("exponents-not-lowered", KEPT, str(kept)),
            Misconception("exponents-not-brought-down", NOT_DOWN, str(not_down)),
            sum_rule.constant_survives(changing, d),
            sum_rule.constant_becomes_one(changing),
        ),
    )
    value = int(evaluate(right, {"x": at}))
    odd = (slope.height_for_slope(tidy(f.substitute({"x": at}))),)
    if at < 0:
        odd += (Misconception("sign-lost-in-a-power", SIGNS, str(int(evaluate(right, {"x": -at})))),)
    number = number_part(
        "value",
        value,
        label=f"$f'({at}) =$",
        misconceptions=odd,
        follow_through=FollowThrough("slope", at={"x": at}),
    )
    values = {"f": f, "at": at, "value": value, "worked": differentiate(f)}
    return Draw(values, (formula, distinct(number)))
