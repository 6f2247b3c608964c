"""Both slopes of the left side of a constraint, as a function in code."""

import numpy as np

from upslope.maths import gradient, parse
from upslope.questions import Draw, Misconception, code_part

FORMS = (
    "x^2 + {a} x*y + {b} y^2",
    "{a} x^2*y + {b} y",
    "x^3 + {a} x*y + {b} y^2",
    "{a} x^2 + {b} x*y^2",
)
SWAPPED = (
    "Both slopes are there, in the wrong order: first the one in which x moves, then the one in which y does."
)
VALUE = (
    "Your function returns the left side of the constraint itself, or its distance from the right side. "
    "Wanted are its slopes."
)
ONE_TWICE = "You return the slope by x twice. In the second entry it is y that moves, and x that holds still."
TOTAL = "You added the two slopes up. They are two numbers: one for each direction."
HEAD = "def dg(x, y):\n    return np.array([{}, {}])"


def generate(rng: np.random.Generator) -> Draw:
    """Return a polynomial constraint in x and y with a mixed term, and a right side."""
    a, b = int(rng.integers(2, 6)), int(rng.integers(2, 6))
    g = parse(str(rng.choice(FORMS)).format(a=a, b=b), ("x", "y"))
    worked = gradient(g, ("x", "y"))
    by_x, by_y = (_code(entry) for entry in worked.result.children)
    part = code_part(
        "slopes",
        HEAD.format(by_x, by_y),
        calls={"dg": [{"low": -3, "high": 3}, {"low": -3, "high": 3}]},
        given="import numpy as np",
        starter="def dg(x, y):\n    return np.array([..., ...])",
        misconceptions=(
            Misconception("entries-in-the-wrong-order", SWAPPED, HEAD.format(by_y, by_x)),
            Misconception("slope-by-x-twice", ONE_TWICE, HEAD.format(by_x, by_x)),
            Misconception(
                "constraint-for-its-slopes", VALUE, f"def dg(x, y):\n    return np.array([{_code(g)}])"
            ),
            Misconception("slopes-added-up", TOTAL, f"def dg(x, y):\n    return np.array([{by_x} + {by_y}])"),
        ),
    )
    values = {"g": g, "c": int(rng.integers(5, 30)), "by_x": by_x, "by_y": by_y, "worked": worked}
    return Draw(values, (part,))


def _code(formula: object) -> str:
    return str(formula).replace("^", "**")
