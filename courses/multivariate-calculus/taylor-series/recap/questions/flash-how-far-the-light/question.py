"""The radius of convergence: the distance to the one place, or the two, where a function breaks down."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

PLACE = "That is where it breaks down. The radius is the distance from the point of expansion to there."
FROM_ZERO = "That is how far it is from 0. The radius is the distance from the point of expansion."
SIGN = "Look at the sign: where exactly does the function break down? Then measure from the point."
SQUARE = "That is the square of the distance, read off the formula. The posts stand at its root."


def generate(rng: np.random.Generator) -> Draw:
    """Return a quotient or a logarithm that breaks down on the line, or a quotient that does beside it."""
    if rng.integers(3) == 0:
        c = int(rng.integers(2, 7))
        f, a, answer = rf"\dfrac{{1}}{{{c * c} + x^2}}", 0, c
        reason = rf"It breaks down at $\pm {c}i$, beside the line."
        mistakes = (Misconception("distance-not-rooted", SQUARE, str(c * c)),)
    else:
        c = int(rng.integers(2, 8)) * int(rng.choice([-1, 1]))
        a = int(rng.choice([n for n in range(-5, 6) if n not in (0, c, -c, c // 2)])) if c > 0 else 1
        if a > c and rng.integers(2):
            f = rf"\ln(x {'-' if c > 0 else '+'} {abs(c)})"
        else:
            f = rf"\dfrac{{1}}{{x {'-' if c > 0 else '+'} {abs(c)}}}"
        answer = abs(a - c)
        reason = f"It breaks down at ${c}$."
        mistakes = (
            Misconception("place-for-the-distance", PLACE, str(c)),
            Misconception("distance-from-zero", FROM_ZERO, str(abs(c))),
            Misconception("sign-of-the-place", SIGN, str(abs(a + c))),
        )
    part = number_part("radius", answer, label="Radius:", misconceptions=mistakes)
    return Draw({"f": f"${f}$", "a": a, "reason": reason, "answer": answer}, (distinct(part),))
