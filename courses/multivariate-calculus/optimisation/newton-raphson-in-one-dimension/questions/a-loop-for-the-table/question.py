"""Newton and Raphson as a loop that returns every point, on a polynomial that is given with its slope."""

import numpy as np

from upslope.maths import derivative, newton_raphson_table, newton_raphson_worked, parse, tidy
from upslope.questions import Draw, Misconception, code_part

UPHILL = (
    "The loop is sound, and each step has the right length. It goes the wrong way: go back by height over "
    "slope, so subtract."
)
TURNED = "Each step divides the slope by the height. Height over slope is how far a tangent has to go."
FROZEN = (
    "All tangents in your loop start from the first point. Measure height and slope at the latest point, and "
    "go on from there."
)
LAST = "Your function returns where it ends. The table needs every point on the way, the start included."
NO_START = "Every landing is in your list; the start itself is missing. It is the first point of the walk."
OLD_SLOPE = (
    "You measure the height afresh each time, and keep the slope of the start. The tangent changes as you "
    "move: measure both at the latest point."
)


def program(step: str, first: str = "[start]", last: str = "points") -> str:
    """Return the loop with this step from x, what the list begins with, and what is returned."""
    return (
        f"def search(start, steps):\n    points, x = {first}, start\n    for _ in range(steps):\n"
        f"        x = {step}\n        points.append(x)\n    return {last}"
    )


def generate(rng: np.random.Generator) -> Draw:
    """Return x³ + a x − b, which has one root, and a start from which the digits settle soon."""
    a, b, start = int(rng.integers(2, 7)), int(rng.integers(3, 20)), int(rng.integers(2, 4))
    f = tidy(parse(f"x^3 + {a}x - {b}"))
    given = f"def f(x):\n    return x**3 + {a} * x - {b}\n\ndef dfdx(x):\n    return 3 * x**2 + {a}"
    part = code_part(
        "search",
        program("x - f(x) / dfdx(x)"),
        calls={"search": [{"low": 1, "high": 3}, {"low": 2, "high": 4, "whole": True}]},
        given=given,
        starter="def search(start, steps):\n    points = [start]\n    ...\n    return points",
        misconceptions=(
            Misconception("newton-step-added-in-code", UPHILL, program("x + f(x) / dfdx(x)")),
            Misconception("ratio-turned-over-in-code", TURNED, program("x - dfdx(x) / f(x)")),
            Misconception("always-from-the-start", FROZEN, program("start - f(start) / dfdx(start)")),
            Misconception("slope-of-the-start-kept", OLD_SLOPE, program("x - f(x) / dfdx(start)")),
            Misconception("only-the-last-point", LAST, program("x - f(x) / dfdx(x)", last="x")),
            Misconception("start-left-out", NO_START, program("x - f(x) / dfdx(x)", first="[]")),
        ),
    )
    table = newton_raphson_table(f, start)
    rows = [table[min(n, len(table) - 1)] for n in range(5)]
    shown = {f"x{n}": f"{row.x:.8f}" for n, row in enumerate(rows)}
    shown |= {f"y{n}": f"{row.f:.8f}".replace("-", "−") for n, row in enumerate(rows)}
    values = {"f": f, "slope": derivative(f), "start": start, **shown}
    return Draw({**values, "worked": newton_raphson_worked(f, start, steps=2)}, (part,))
