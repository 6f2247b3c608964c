"""The derivative of a multiple of the sine or the cosine."""

import numpy as np

from upslope.maths import derivative, parse
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import trigonometry

UNCHANGED = (
    "That is the wave itself. Where a wave is at its top its slope is 0, so it cannot be its own slope."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return ±a sin x or ±a cos x with a from 2 to 7."""
    wave = f"{rng.choice(['', '-'])}{rng.integers(2, 8)}*{rng.choice(['sin', 'cos'])}(x)"
    f = parse(wave)
    mistakes = (trigonometry.sign_turned(f), Misconception("wave-for-its-own-slope", UNCHANGED, wave))
    part = expression_part("derivative", derivative(f), label="Derivative:", misconceptions=mistakes)
    return Draw({"f": f, "answer": derivative(f)}, (distinct(part),))
