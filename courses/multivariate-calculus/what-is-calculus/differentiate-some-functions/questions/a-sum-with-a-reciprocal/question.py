"""A power, a reciprocal and a constant: the sum rule where the minus of an exponent is easily lost."""

from fractions import Fraction

import numpy as np

from upslope.maths import derivative, differentiate, number, parse, symbol, to_latex
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import power_rule, sum_rule

SCENES = (
    ("In a pottery, with $x$ hundred bowls in the kiln, a bowl", "to fire"),
    ("In a small press, with $x$ hundred copies printed, a book", "to make"),
    ("On a ferry, with $x$ dozen people aboard, a passage", "for each"),
    ("In a dairy, with $x$ crates a day, a cheese", "to make"),
)
MINUS_LOST = (
    "The exponents are right, and a minus is missing. In the term with $x$ below the line, the exponent is "
    "negative, and it comes down with its sign. The more you divide by, the less there is: that term falls."
)
BOTTOM_ALONE = (
    "In the term with $x$ below the line you differentiated only what is below. Write the whole term as a "
    "power with a negative exponent, and use the power rule on that."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ + b/xᵐ + c with n 2 or 3 and m 1 or 2."""
    scene, each = SCENES[rng.integers(len(SCENES))]
    a, b, c = (int(one) for one in rng.integers(2, 10, 3))
    n, m = int(rng.integers(2, 4)), int(rng.integers(1, 3))
    over = f"{b}/x" if m == 1 else f"{b}/x^2"
    f, rest = parse(f"{a} x^{n} + {over} + {c}"), parse(f"{a} x^{n} + {over}")
    worked = differentiate(f)
    first, term = derivative(parse(f"{a} x^{n}")), derivative(parse(over))
    towards = power_rule.exponent_moved_towards_zero(b, -m)
    bottom = f"{b}/({derivative(parse('x' if m == 1 else 'x^2'))})"
    part = expression_part(
        "derivative",
        worked.result,
        label="$f'(x) =$",
        domain={"x": (0.5, 4.0)},
        misconceptions=(
            sum_rule.constant_survives(rest, number(c)),
            Misconception("minus-of-the-exponent-lost", MINUS_LOST, str(first - term)),
            Misconception(towards.code, towards.sentence, f"{first} + ({towards.wrong})"),
            Misconception("bottom-differentiated-alone", BOTTOM_ALONE, f"{first} + {bottom}"),
        ),
    )
    power = to_latex(number(b) * symbol("x") ** number(Fraction(-m)))
    values = {"scene": scene, "each": each, "f": f, "fraction": parse(over), "power": power, "turned": term}
    return Draw({**values, "worked": worked}, (distinct(part),))
