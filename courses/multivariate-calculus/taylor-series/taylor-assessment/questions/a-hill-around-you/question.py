"""A polynomial hill at (1, 1): its Hessian, and what the paraboloid says a short way off."""

from fractions import Fraction

import numpy as np

from upslope.maths import parse, taylor_polynomial_of_two, tidy
from upslope.questions import Draw, Misconception, distinct, matrix_part, number_part

PLANE = "That is the plane. The bend of the ground along the step comes on top, and counts half."
NO_HALF = "The bend along the step is right, and it counts half."
ONCE = "The mixed derivative stands twice in the Hessian, and so twice in row times matrix times column."
HEIGHT = "That is by how much the ground rises. Your own height comes first."
SLOPES = "First slopes stand on your diagonal. The Hessian holds slopes of slopes: differentiate once more."
EARLY = "The half belongs to the approximation, not to the Hessian: there the second derivatives stand whole."
FORMS = ("{a} x^2*y + {b} x*y + {c} y^2", "{a} x*y^2 + {b} x^2 + {c} y", "{a} x^3 + {b} x*y + {c} y^2")


def generate(rng: np.random.Generator) -> Draw:
    """Return a cubic hill with whole coefficients, and a step of tenths along which its ground bends."""
    squares = twist = Fraction(0)
    while not twist or not squares or squares / 2 + twist == 0:
        a, b, c = (int(n) for n in rng.integers(1, 5, 3) * rng.choice([-1, 1], 3))
        text = str(rng.choice(FORMS)).format(a=f"({a})", b=f"({b})", c=f"({c})")
        dx, dy = (Fraction(int(n), 10) for n in rng.choice([-2, -1, 1, 2], 2))
        fx, fy, fxx, fxy, fyy = _derivatives(text, a, b, c)
        squares, twist = fxx * dx**2 + fyy * dy**2, fxy * dx * dy
    f = tidy(parse(text, ("x", "y")))
    worked = taylor_polynomial_of_two(f, about=(1, 1))
    height = Fraction(a + b + c)
    plane = height + fx * dx + fy * dy
    full = plane + squares / 2 + twist
    matrix = matrix_part(
        "hessian",
        f"[{fxx}, {fxy}; {fxy}, {fyy}]",
        variables=(),
        label=r"$\mathbf{H} =$",
        misconceptions=(
            Misconception("slopes-on-the-diagonal", SLOPES, f"[{fx}, {fxy}; {fxy}, {fy}]"),
            Misconception("half-taken-too-early", EARLY, f"[{fxx}/2, {fxy}/2; {fxy}/2, {fyy}/2]"),
        ),
    )
    mistakes = [
        Misconception(code, sentence, _decimal(value))
        for code, sentence, value in (
            ("plane-for-paraboloid", PLANE, plane),
            ("half-forgotten", NO_HALF, plane + squares + 2 * twist),
            ("mixed-term-once", ONCE, plane + (squares + twist) / 2),
            ("height-left-out", HEIGHT, full - height),
        )
    ]
    number = number_part("height", _decimal(full), label="The height there is about", misconceptions=mistakes)
    values = {
        "f": f,
        "worked": worked,
        "x": _decimal(1 + dx),
        "y": _decimal(1 + dy),
        "dx": _decimal(dx),
        "dy": _decimal(dy),
        "height": str(height),
        "fx": fx,
        "fy": fy,
        "plane": _decimal(plane),
        "full": _decimal(full),
    }
    return Draw(values, (distinct(matrix), distinct(number)))


def _derivatives(text: str, a: int, b: int, c: int) -> tuple[int, int, int, int, int]:
    """Return f_x, f_y, f_xx, f_xy and f_yy at (1, 1)."""
    if "x^2*y" in text:
        return 2 * a + b, a + b + 2 * c, 2 * a, 2 * a + b, 2 * c
    if "x*y^2" in text:
        return a + 2 * b, 2 * a + c, 2 * b, 2 * a, 2 * a
    return 3 * a + b, b + 2 * c, 6 * a, b, 2 * c


def _decimal(value: Fraction) -> str:
    return f"{float(value):.6g}"
