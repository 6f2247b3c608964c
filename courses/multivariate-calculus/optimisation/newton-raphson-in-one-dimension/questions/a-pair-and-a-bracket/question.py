"""A start that goes round between two points, and the root found all the same by a solver with a bracket."""

import numpy as np

from upslope.maths import derivative, evaluate, newton_raphson, newton_raphson_worked, parse, tidy
from upslope.questions import Draw, Misconception, Part, code_part, distinct, number_part
from upslope.questions.misconceptions import newton_raphson as slips

CYCLING = (
    "That is one of the two points that lead to each other. The curve has a height there that is not 0. "
    "Give the library two ends at which the signs differ."
)
SIGN = (
    "At your number the curve has a height that is not 0. It lies as far out as the root, on the other side "
    "of 0: mind the sign."
)
END = "That is one end of a bracket, not the root inside it. Let the library go on from there."


def generate(rng: np.random.Generator) -> Draw:
    """Return c (u³ − 2u + 2), u = ±(x − h): in u, 0 and 1 lead to each other; −2, −1 hold the root."""
    shift, turn, size = int(rng.integers(-3, 4)), int(rng.choice([-1, 1])), int(rng.integers(1, 4))
    u = int(rng.integers(0, 2))
    # ±(x − h)³ ∓ 2(x − h) + 2, multiplied out
    factors = (turn, -3 * turn * shift, turn * (3 * shift**2 - 2), turn * (2 * shift - shift**3) + 2)
    terms = [f"({size * factor})*x^{3 - n}" for n, factor in enumerate(factors) if factor]
    f = tidy(parse(" + ".join(terms)))
    start, other, below, above = (shift + turn * place for place in (u, 1 - u, -2, -1))
    mistakes = (slips.step_added(f, start), slips.ratio_turned_over(f, start), slips.slope_left_out(f, start))
    parts = (
        distinct(number_part("first", other, label="$x_1 =$", misconceptions=mistakes)),
        distinct(number_part("second", start, label="$x_2 =$", misconceptions=(slips.step_added(f, other),))),
        _code(f, sorted((below, above)), start),
    )
    height, steep = (int(evaluate(one, {"x": start})) for one in (f, derivative(f)))
    values = {"f": f, "start": start, "height": height, "steep": steep, "below": below, "above": above}
    values |= {"low": min(below, above), "high": max(below, above)}
    root = f"{newton_raphson(f, below).value[0]:.6f}"
    return Draw({**values, "root": root, "worked": newton_raphson_worked(f, start, steps=2)}, parts)


def _code(f: object, bracket: list[int], start: int) -> Part:
    """Return the part in code. Our own solution halves the bracket: the library is the learner's."""
    low, high = bracket
    halving = (
        f"low, high = {low}, {high}\nfor _ in range(60):\n    root = (low + high) / 2\n"
        f"    if f(root) * f(low) > 0:\n        low = root\n    else:\n        high = root"
    )
    mistakes = (
        Misconception("cycle-taken-for-the-root", CYCLING, f"root = {start}"),
        Misconception("end-taken-for-the-root", END, f"root = {low}"),
        Misconception("root-with-its-sign-turned", SIGN, f"{halving}\nroot = -root"),
    )
    given = f"from scipy.optimize import brentq\n\ndef f(x):\n    return {f}".replace("^", "**")
    return code_part("root", halving, variables=("root",), given=given, label="", misconceptions=mistakes)
