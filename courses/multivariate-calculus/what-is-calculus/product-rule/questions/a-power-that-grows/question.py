"""A power of time times the exponential function: a product whose second factor keeps its form."""

import numpy as np

from upslope.maths import derivative, differentiate, parse
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import power_rule, product_rule

SCENES = (
    ("Yeast in a warm dough.", "are this many cells, in thousands:"),
    ("A rumour in a small town.", "are this many people who know it:"),
    ("Algae in a pond.", "are this many grams of them:"),
    ("A video of a cat.", "are this many views, in thousands:"),
)


POWER_ONLY = (
    "This is one strip: the power changes, beside $e^t$. The exponential has a turn of its own, in which the "
    "power stays as it is. Multiplying the two slopes leads here as well, since $e^t$ is its own slope."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a tⁿ eᵗ with a from 2 to 7 and n from 2 to 5."""
    scene, are = SCENES[rng.integers(len(SCENES))]
    a, n = int(rng.integers(2, 8)), int(rng.integers(2, 6))
    u, v = parse(f"{a} t^{n}", ("t",)), parse("e^t", ("t",))
    worked = differentiate(u * v, "t")
    slip = power_rule.exponent_not_lowered(a, n, "t")
    mistakes = (
        Misconception("power-turn-only", POWER_ONLY, str(derivative(u, "t") * v)),
        product_rule.second_factor_only(u, v, "t"),
        product_rule.sum_of_derivatives(u, v, "t"),
        Misconception(slip.code, slip.sentence, str(parse(slip.wrong, ("t",)) * v + u * v)),
    )
    part = expression_part(
        "derivative", worked.result, label="$f'(t) =$", variables=("t",), misconceptions=mistakes
    )
    values = {"scene": scene, "are": are, "f": u * v, "u": u, "turn": derivative(u, "t") * v}
    return Draw({**values, "worked": worked}, (distinct(part),))
