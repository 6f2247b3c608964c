"""Newton and Raphson once more, in plain Python with slopes by complex steps, to judge the course by."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

Function = Callable[[Any], Any]
NAMES = {"sqrt": np.emath.sqrt, "e": math.e, "exp": np.exp}


def function_of(f: object) -> Function:
    """Return the function of x that an expression's text says."""
    code = compile(str(f).replace("^", "**"), "f", "eval")
    return lambda x: eval(code, NAMES, {"x": x})


def slope(f: Function, x: float) -> float:
    return float((f(complex(x, 1e-30)) / 1e-30).imag)


def landings(f: Function, start: float, steps: int) -> list[float]:
    """Return the points after 0 to ``steps`` steps, fewer where no tangent leads on."""
    points = [start]
    while len(points) <= steps and abs(points[-1]) < 1e9:
        try:
            height = float(f(points[-1]))
        except ZeroDivisionError:
            break
        steep = slope(f, points[-1])
        if steep == 0 != height or (abs(steep) < 1e-12 * abs(height) and abs(points[-1]) < 100):
            break
        points.append(points[-1] - (height / steep if steep else 0.0))
    return points


def fate(f: Function, start: float, target: float | None) -> str:
    """Return how the search ends, in the words of the questions."""
    points = landings(f, start, 200)
    last, gaps = points[-1], np.abs(np.diff(points))
    if gaps.size > 1 and abs(points[2] - start) < 1e-9 < gaps[0]:
        return "cycle"  # before rounding has had time to break one that repels its neighbours
    if gaps.size and gaps[-1] < 1e-9:
        return "target" if target is not None and abs(last - target) < 1e-6 else "other"
    if abs(last) > 1e5:
        return "away"
    if len(points) <= 200:
        return "stuck"
    if abs(last - points[-3]) < 1e-9:
        return "cycle"
    goes_on = abs(last - start) > 0.9 * gaps.sum()
    return "away" if goes_on else "never"
