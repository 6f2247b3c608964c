"""Two coefficients of a sine or a cosine, one of which is 0 by symmetry."""

from fractions import Fraction
from math import factorial

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, number_part

MIRROR = (
    "Fold the graph of the function along the upright axis, and the graph of this power as well. They do not "
    "behave alike, so this power cannot be part of the series."
)
RATE = "The power applies to everything inside the wave, so the number in front of $x$ is raised as well."
FACTORIAL = "You have the derivative. Divide it by the factorial, to get the number before the power."
SIGN = "The size is right. The signs take turns, from one term that is there to the next: count again."


def generate(rng: np.random.Generator) -> Draw:
    """Return sin(ax) or cos(ax) with a from 2 to 4, and one odd and one even power from 2 to 5."""
    a, is_even = int(rng.integers(2, 5)), bool(rng.integers(2))
    odd, even = int(rng.choice([3, 5])), int(rng.choice([2, 4]))
    present, missing = (even, odd) if is_even else (odd, even)
    sign = (-1) ** (present // 2)
    right = Fraction(sign * a**present, factorial(present))
    mistakes = (
        Misconception("rate-not-raised", RATE, str(Fraction(sign * a, factorial(present)))),
        Misconception("factorials-missing", FACTORIAL, str(sign * a**present)),
        Misconception("signs-alternated", SIGN, str(-right)),
    )
    other = Misconception("wrong-powers", MIRROR, str(Fraction(-sign * a**missing, factorial(missing))))
    parts = {
        present: number_part("present", right, label=f"Before $x^{present}$:", misconceptions=mistakes),
        missing: number_part("missing", 0, label=f"Before $x^{missing}$:", misconceptions=(other,)),
    }
    name, wave, kind = ("cos", "cosine", "even") if is_even else ("sin", "sine", "odd")
    shown = "-" if sign < 0 else ""
    values = {
        "f": parse(f"{name}({a} x)"),
        "a": a,
        "odd": odd,
        "even": even,
        "rule": f"The {wave} has {kind} powers over factorials; the signs take turns.",
        "term": rf"{shown}\frac{{({a}x)^{present}}}{{{present}!}}",
        "kind": kind,
        "mirror": "f(-x) = f(x)" if is_even else "f(-x) = -f(x)",
        "missing": missing,
        "present": present,
        "value": right,
    }
    return Draw(values, (parts[odd], parts[even]))
