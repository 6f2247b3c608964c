"""A power times a wave or an exponential of a product: two letters hold still, in two places."""

import numpy as np

from upslope.maths import derivative, parse, partial_derivative
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import chain_rule, partial_derivatives

NAMES = ("x", "y", "z")
FRONT = "The factor in front got lost. It holds still, so it stays where it is, as a number would."
WORDS = {"sin(q)": "sine", "cos(q)": "cosine", "e^q": "exponent"}


def generate(rng: np.random.Generator) -> Draw:
    """Return a uⁿ sin(v w), cos or exp, with u, v, w a mix of x, y, z and v the letter that moves."""
    u, v, w = (str(name) for name in rng.permutation(NAMES))
    a, n, shape = int(rng.integers(2, 8)), int(rng.integers(2, 5)), str(rng.choice(list(WORDS)))
    outer, inner = parse(shape, ("q",)), parse(" ".join(sorted((v, w))), NAMES)
    front, wave = parse(f"{a} {u}^{n}", NAMES), outer.substitute({"q": inner})
    worked = partial_derivative(front * wave, v)
    slip = chain_rule.inner_derivative_forgotten(outer, inner, "q")
    mistakes = (
        Misconception(slip.code, slip.sentence, f"({front})*({slip.wrong})"),
        Misconception("front-dropped", FRONT, str(derivative(wave, v))),
        partial_derivatives.wrong_letter_moved(front * wave, w),
        partial_derivatives.other_letter_moved_too(front * wave, v, u),
    )
    part = expression_part(
        "slope",
        worked.result,
        variables=NAMES,
        label=rf"$\dfrac{{\partial f}}{{\partial {v}}} =$",
        misconceptions=mistakes,
    )
    return Draw({"f": front * wave, "moves": v, "outer": WORDS[shape], "worked": worked}, (distinct(part),))
