"""What a small shift of the fence does to the best value."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

WAY = "The size is right. With this sign of lambda and a fence that moves out, which way does the value go?"
WHOLE = "Lambda is the change for a whole unit of $c$. The fence moves by less than that."


def generate(rng: np.random.Generator) -> Draw:
    """Return a fence, its best value, a multiplier up or down, and a short shift."""
    c, best = int(rng.integers(2, 10)), int(rng.integers(20, 60))
    factor, step = int(rng.integers(2, 7)) * int(rng.choice([-1, 1])), Fraction(1, int(rng.choice([5, 10])))
    after = best + factor * step
    mistakes = (
        Misconception("wrong-way", WAY, str(best - factor * step)),
        Misconception("whole-unit", WHOLE, str(best + factor)),
    )
    part = number_part("after", after, label="About", misconceptions=mistakes)
    shown = {
        name: f"{float(value):g}" for name, value in {"moved": c + step, "step": step, "after": after}.items()
    }
    sign = f"({factor})" if factor < 0 else str(factor)
    return Draw({"c": c, "best": best, "factor": factor, "shown": sign, **shown}, (distinct(part),))
