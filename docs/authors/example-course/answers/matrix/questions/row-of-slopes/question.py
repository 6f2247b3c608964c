"""The Jacobian of one function of two variables; its shape is a part of the answer."""

import numpy as np

from upslope.maths import jacobian, parse, to_text
from upslope.questions import Draw, Misconception, matrix_part

NAMES = ("x", "y")


def generate(rng: np.random.Generator) -> Draw:
    """Return f(x, y) = a x^n y + b e^y with its row of slopes."""
    n = int(rng.integers(2, 5))
    a, b = (int(k) for k in rng.choice(np.arange(2, 8), 2, replace=False))
    f = parse(f"{a}x^{n}*y + {b}e^y", NAMES)
    worked = jacobian({"f": f}, NAMES)
    by_x, by_y = (to_text(entry) for entry in worked.result.children)
    mistakes = (
        Misconception(
            "still-factor-lost",
            "In the first entry you lost a factor. A variable held still is a constant factor, and stays.",
            f"[{a * n}x^{n - 1}, {by_y}]",
        ),
        Misconception(
            "still-term-kept",
            "In the first entry stands a term without $x$. While only $x$ changes that term stays the same: "
            "its slope is $0$.",
            f"[{by_x} + {b}e^y, {by_y}]",
        ),
        Misconception(
            "slopes-added",
            "You added the slopes up. Each direction has its own slope, and each keeps its own place.",
            f"[[{by_x} + {by_y}]]",
        ),
    )
    part = matrix_part(
        "jacobian",
        worked.result,
        variables=NAMES,
        shape="chosen",
        label="$J =$",
        misconceptions=mistakes,
    )
    return Draw({"f": f, "worked": worked}, (part,))
