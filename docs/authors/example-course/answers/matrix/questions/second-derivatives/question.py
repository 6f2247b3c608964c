"""The Hessian of a polynomial of two variables, in a grid of two by two."""

import numpy as np

from upslope.maths import derivative, hessian, parse, to_text
from upslope.questions import Draw, Misconception, matrix_part

NAMES = ("x", "y")


def generate(rng: np.random.Generator) -> Draw:
    """Return f(x, y) = a x^3 ± b x y^2 ± c y^2, whose second derivatives all differ."""
    a, b, c = (int(k) for k in rng.choice(np.arange(2, 8), 3, replace=False))
    sign, other = (str(s) for s in rng.choice(["+", "-"], 2))
    f = parse(f"{a}x^3 {sign} {b}x*y^2 {other} {c}y^2", NAMES)
    worked = hessian(f, NAMES)
    by_x, by_y = derivative(f, "x"), derivative(f, "y")
    across, mixed, _, along = (to_text(entry) for entry in worked.result.children)
    mistakes = (
        Misconception(
            "first-derivatives",
            "On the diagonal you have first derivatives. Every entry is differentiated twice; there it is "
            "both times by the same variable.",
            f"[{by_x}, {mixed}; {mixed}, {by_y}]",
        ),
        Misconception(
            "mixed-doubled",
            "You doubled the mixed derivative. Both orders give the same, and each has its own place.",
            f"[{across}, 2({mixed}); 2({mixed}), {along}]",
        ),
        Misconception(
            "mixed-sign",
            "The mixed entries have the wrong sign. Follow the sign of the term that holds both variables.",
            f"[{across}, -({mixed}); -({mixed}), {along}]",
        ),
    )
    part = matrix_part("hessian", worked.result, variables=NAMES, label="$H =$", misconceptions=mistakes)
    return Draw({"f": f, "first": by_x, "worked": worked}, (part,))
