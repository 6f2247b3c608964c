"""A partial derivative of xⁿ yᵐ."""

import numpy as np

from upslope.maths import derivative, parse
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import partial_derivatives as slips


def generate(rng: np.random.Generator) -> Draw:
    """Return xⁿ yᵐ with exponents from 2 to 6, and the letter that moves."""
    n, m = (int(k) for k in rng.choice(np.arange(2, 7), 2, replace=False))
    moves, still = ("x", "y") if rng.integers(2) else ("y", "x")
    f = parse(f"x^{n} y^{m}", ("x", "y"))
    answer = derivative(f, moves)
    mistakes = (
        slips.other_letter_moved_too(f, moves, still),
        slips.wrong_letter_moved(f, still),
        slips.other_letter_dropped(f, moves, still),
    )
    part = expression_part("slope", answer, variables=("x", "y"), label="Slope:", misconceptions=mistakes)
    return Draw({"f": f, "moves": moves, "still": still, "answer": answer}, (distinct(part),))
