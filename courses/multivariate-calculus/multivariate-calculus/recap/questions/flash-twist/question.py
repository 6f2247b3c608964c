"""The mixed second derivative of a term in x and y plus a term in one of them."""

import numpy as np

from upslope.maths import derivative, parse, tidy
from upslope.questions import Draw, Misconception, distinct, expression_part

TWICE = "That is twice by $x$. The mixed one is once by each letter."
HALFWAY = "Halfway there: you differentiated by one letter. Now differentiate the result by the other."


def generate(rng: np.random.Generator) -> Draw:
    """Return xⁿ yᵐ with exponents 1 to 4, plus a square in one letter, which drops out."""
    n, m = int(rng.integers(2, 5)), int(rng.integers(1, 4))
    extra = f"{rng.integers(2, 8)} {rng.choice(['x', 'y'])}^2"
    f = tidy(parse(f"x^{n} y^{m} + {extra}", ("x", "y")))
    first = tidy(derivative(f, "x"))
    answer = tidy(derivative(first, "y"))
    mistakes = (
        Misconception("one-letter-only", HALFWAY, str(first)),
        Misconception("twice-by-one-letter", TWICE, str(tidy(derivative(first, "x")))),
    )
    part = expression_part(
        "twist", answer, variables=("x", "y"), label="Mixed derivative:", misconceptions=mistakes
    )
    return Draw({"f": f, "first": first, "answer": answer}, (distinct(part),))
