"""A power with a large exponent: its derivative, and the slope at −1, where only the sign is left to find."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part
from upslope.questions.misconceptions import power_rule, slope

SIGN = (
    "The size is right, the sign is not. A power of $-1$ is 1 when the exponent is even and $-1$ when it "
    "is odd. Look at the *new* exponent, the one in the derivative."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ with a from 2 to 6 and n from 11 to 40."""
    a, n = int(rng.integers(2, 7)), int(rng.integers(11, 41))
    f = parse(f"{a}x^{n}")
    worked = differentiate(f)
    power = (-1) ** (n - 1)
    derivative = expression_part(
        "derivative",
        worked.result,
        label="$f'(x) =$",
        domain={"x": (-1.2, 1.2)},
        misconceptions=(
            power_rule.exponent_not_lowered(a, n),
            power_rule.exponent_not_brought_down(a, n),
            power_rule.coefficient_dropped(a, n),
            power_rule.exponent_raised(a, n),
        ),
    )
    at_point = number_part(
        "slope",
        a * n * power,
        label="$f'(-1) =$",
        misconceptions=(
            Misconception("sign-of-the-power", SIGN, str(-a * n * power)),
            slope.height_for_slope(-a * power),
        ),
        follow_through=FollowThrough("derivative", at={"x": -1}),
    )
    values = {"f": f, "a": a, "n": n, "lower": n - 1, "power": power, "slope": a * n * power}
    parity = "even" if power == 1 else "odd"
    return Draw({**values, "parity": parity, "worked": worked}, (distinct(derivative), distinct(at_point)))
