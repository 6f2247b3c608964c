"""The strongest beam from a round log: Lagrange's three equations, handed to a root finder."""

from math import sqrt

import numpy as np

from upslope.maths import Equation, lagrange_multipliers, parse
from upslope.questions import Draw, Misconception, code_part

SQUARE = (
    "A beam as wide as it is deep uses the log well, and it is not the strongest: depth counts twice in "
    "the strength. The three equations know that."
)
SWAPPED = "Width and depth have changed places. The strength grows with the *depth* squared."
LAMBDA = (
    "Width and depth are right. The multiplier is not the one of $\\nabla f = \\lambda \\nabla g$: look "
    "at which gradient it stands before, and at its sign."
)
FLAT = (
    "The conditions hold there too: a board without depth, and without strength. That is the weakest beam. "
    "Start well inside, with a depth above zero."
)
BELOW = (
    "The conditions hold there, and the strength is the same. But a depth below zero cannot be sawn: start "
    "with all three above zero."
)
PROGRAM = """def equations(v):
    x, y, lam = v
    return [y**2 - lam * 2 * x, 2 * x * y - lam * 2 * y, x**2 + y**2 - {square}]

x, y, lam = root(equations, [{start}, {start}, {start}]).x"""


def generate(rng: np.random.Generator) -> Draw:
    """Return a log between 20 and 60 centimetres thick."""
    thick = int(rng.integers(20, 61))
    square, x = thick**2, thick / sqrt(3)
    side = thick / sqrt(2)
    answer = PROGRAM.format(square=square, start=thick // 2)
    turned = "\nlam = -lam"
    mistakes = (
        Misconception("square-beam", SQUARE, f"x, y, lam = {side}, {side}, {side / 2}"),
        Misconception("width-and-depth-swapped", SWAPPED, f"x, y, lam = {x * sqrt(2)}, {x}, {x}"),
        Misconception("board-without-depth", FLAT, f"x, y, lam = {thick}, 0, 0"),
        Misconception("depth-below-zero", BELOW, f"{answer}\ny = -y"),
        Misconception("multiplier-turned-in-code", LAMBDA, answer + turned),
        Misconception("multiplier-before-the-wrong-gradient", LAMBDA, answer + "\nlam = 1 / lam"),
    )
    part = code_part(
        "beam",
        answer,
        variables=("x", "y", "lam"),
        given="from scipy.optimize import root",
        starter="def equations(v):\n    x, y, lam = v\n    return [..., ..., ...]\n\n"
        "x, y, lam = root(equations, [...]).x",
        tolerance=1e-4,
        label="",
        misconceptions=mistakes,
    )
    f, g = parse("x y^2", ("x", "y")), parse("x^2 + y^2", ("x", "y"))
    inside = {"x": (0.0, thick + 1.0), "y": (0.0, thick + 1.0)}
    worked = lagrange_multipliers(f, [Equation(g, parse(str(square), ()))], ("x", "y"), inside)
    values = {"thick": thick, "square": square, "start": thick // 2, "worked": worked}
    return Draw({**values, "x": f"{x:.2f}", "y": f"{x * sqrt(2):.2f}", "program": answer}, (part,))
