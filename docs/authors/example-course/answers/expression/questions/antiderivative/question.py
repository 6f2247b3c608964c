"""An antiderivative: right up to a constant."""

import numpy as np

from upslope.maths import derivative, differentiate, parse
from upslope.questions import Draw, Misconception, expression_part


def generate(rng: np.random.Generator) -> Draw:
    """Return the slope a n x^(n-1) + b cos(x), whose antiderivative has whole numbers."""
    n = int(rng.integers(3, 6))
    a, b = (int(k) for k in rng.choice(np.arange(2, 8), 2, replace=False))
    answer = parse(f"{a}x^{n} + {b}sin(x)")
    slope = derivative(answer)
    mistakes = (
        Misconception(
            "differentiated",
            "You took the derivative once more. Here the slope is given, and the way leads back.",
            str(derivative(slope)),
        ),
        Misconception(
            "not-divided",
            "The exponent has grown by one, as it should. Now divide by it: differentiating would bring it "
            "down as a factor, and that factor must not be left over.",
            f"{a * n}x^{n} + {b}sin(x)",
        ),
        Misconception(
            "cosine-turned-negative",
            "The power is right. For the other term, ask whose derivative the cosine is, and try the sign by "
            "differentiating your answer.",
            f"{a}x^{n} - {b}sin(x)",
        ),
    )
    part = expression_part("function", answer, label="$f(x) =$", up_to="constant", misconceptions=mistakes)
    return Draw({"slope": slope, "answer": answer, "worked": differentiate(answer)}, (part,))
