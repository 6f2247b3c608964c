"""A row of whole slopes times a unit column of 0.6 and 0.8."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

STEEPEST = "That is the steepest slope of all, along the arrow. The question has a direction of its own."
CROSSED = "First entry with first entry, second with second."


def generate(rng: np.random.Generator) -> Draw:
    """Return two slopes that are multiples of five, and 0.6, 0.8 in either order with any sign below."""
    p, q = (5 * int(n) for n in rng.choice(np.arange(1, 5), 2, replace=False))
    u, v = (6, 8) if rng.integers(2) else (8, 6)
    v *= int(rng.choice([-1, 1]))
    mistakes = (
        Misconception("parts-crossed", CROSSED, str((p * v + q * u) // 10)),
        Misconception("steepest-slope-for-any", STEEPEST, f"sqrt({p * p + q * q})"),
    )
    slope = (p * u + q * v) // 10
    part = number_part("slope", slope, label="Slope:", misconceptions=mistakes)
    up = f"{v / 10:g}"
    shown = {"u_shown": f"{u / 10:g}", "v_shown": f"({up})" if v < 0 else up}
    return Draw({"p": p, "q": q, "u": f"{u / 10:g}", "v": up, "slope": slope, **shown}, (distinct(part),))
