"""Random functions, and hands that draw them: trembling, too high, aside, in strokes or by points."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from upslope.maths import Expression, derivative, parse, to_numpy
from upslope.questions.answer_types.sketch.points import write_points

Floats = NDArray[np.float64]
Function = Callable[[Floats], Floats]
View = tuple[float, float, float, float]
Stroke = list[tuple[float, float]]
WOBBLE = 0.03  # of the window's height, the most a hand is off by where it should be level
SIDEWAYS = 0.015  # of the window's width


@dataclass(frozen=True)
class Task:
    """A function, its derivative, and a window in which the derivative is to be drawn."""

    function: Expression
    slope: Expression
    view: View

    def called(self, expression: Expression) -> Function:
        compiled = to_numpy(expression, ("x",))
        return lambda x: np.broadcast_to(compiled(x), x.shape).astype(float)


def random_task(rng: np.random.Generator) -> Task:
    """Return a polynomial, a wave, a hump or a mixture of them, whose slope is well seen in its window."""
    while True:
        function = parse(_text(rng))
        slope = derivative(function, "x")
        task = Task(function, slope, (-3.0, 3.0, -1.0, 1.0))
        heights = task.called(slope)(np.linspace(-3, 3, 301))
        low, high = min(float(heights.min()), 0.0), max(float(heights.max()), 0.0)
        if high - low > 1e-3:
            room = rng.uniform(0.1, 0.3, 2) * (high - low)
            return Task(function, slope, (-3.0, 3.0, low - room[0], high + room[1]))


def random_pole(rng: np.random.Generator) -> Task:
    """Return a function whose slope has a pole in the window, odd or even."""
    a, s = (round(float(number), 2) for number in rng.uniform([0.5, -1.0], [1.5, 1.0]))
    sign = rng.choice(np.array(["", "-"]))
    kinds = (f"{sign}{a}*ln(abs(x - {s}))", f"{sign}{a}/(x - {s})", f"{sign}{a}*(ln(abs(x - {s})) + x/2)")
    function = parse(str(rng.choice(np.array(kinds))).replace("--", ""))
    return Task(function, derivative(function, "x"), (-3.0, 3.0, -5.0, 5.0))


def _text(rng: np.random.Generator) -> str:
    a, b, c, d = (round(float(number), 2) for number in rng.uniform(0.5, 2.5, 4))
    s, t = (round(float(number), 2) for number in rng.uniform(-1.5, 1.5, 2))
    kinds = (
        f"{a}*(x - {s})^2*{'-' if rng.random() < 0.5 else ''}1",
        f"x^3 - {a}*x^2 - {b}*x",
        f"-x^3/3 + {a + b}*x + {s}*x^2",
        f"x^4/4 - {a}*x^3/3 - {b}*x^2 + {s}*x",
        f"{a}*sin({b}*x + {s}) + {t}*x",
        f"{a}*exp(-(x - {s})^2/{b})",
        f"{a}*exp(-(x - {s} - 1)^2/{b}) + {c}*exp(-(x + {t} + 1)^2/{d})",
        f"{a}*atan({b}*(x - {s}))",
        f"{a}*exp(x/{b})",
    )
    return str(rng.choice(np.array(kinds)))


def freehand(height: Function, view: View, rng: np.random.Generator) -> str:
    """Return what a hand draws of a function in one to three strokes, some from right to left."""
    left, right, bottom, top = view
    width, tall = right - left, top - bottom
    cuts = np.sort(rng.uniform(left, right, rng.integers(0, 3)))
    ends = [left + rng.uniform(0, 0.02) * width, *cuts, right - rng.uniform(0, 0.02) * width]
    scale, wobble, aside = rng.uniform(0.88, 1.12), _wobble(rng), _wobble(rng)
    strokes = []
    for start, end in pairwise(ends):
        speed = np.cumsum(rng.uniform(0.3, 1.7, max(8, round(90 * (end - start) / width))))
        x = start + (end - start) * (speed - speed[0]) / (speed[-1] - speed[0])
        place = (x - left) / width
        y = scale * height(np.clip(x + SIDEWAYS * width * aside(place), left, right))
        y = y + WOBBLE * tall * wobble(place) + 0.004 * tall * rng.standard_normal(len(x))
        for points in _lifted(x, y, view) if rng.random() < 0.5 else [_kept_inside(x, y, view)]:
            strokes.append(points[::-1] if rng.random() < 0.3 else points)
    return write_points(strokes, view)


def by_points(height: Function, view: View, rng: np.random.Generator) -> str:
    """Return what is drawn with the arrow keys: points, a few hundredths off, and a curve between."""
    left, right, bottom, top = view
    places = np.linspace(left, right, int(rng.choice([13, 17])))
    step = (top - bottom) / 50
    heights = np.round((height(places) + rng.uniform(-1, 1, len(places)) * step) / step) * step
    x = np.linspace(left, right, 241)
    y = PchipInterpolator(places, heights)(x)
    return write_points([list(zip(x.tolist(), y.tolist(), strict=True))], view)


def _kept_inside(x: Floats, y: Floats, view: View) -> Stroke:
    """The pen stays down and runs along the edge where the curve is out of the window."""
    beyond = 0.04 * (view[3] - view[2])
    return list(zip(x.tolist(), np.clip(y, view[2] - beyond, view[3] + beyond).tolist(), strict=True))


def _lifted(x: Floats, y: Floats, view: View) -> list[Stroke]:
    """The pen is lifted where the curve leaves the window, a little before the edge."""
    early = 0.06 * (view[3] - view[2])
    inside = (y > view[2] + early) & (y < view[3] - early)
    parts = np.split(np.arange(len(x)), np.flatnonzero(np.diff(inside.astype(int))) + 1)
    return [list(zip(x[part].tolist(), y[part].tolist(), strict=True)) for part in parts if inside[part[0]]]


def _wobble(rng: np.random.Generator) -> Function:
    """Return a smooth wave from -1 to 1 over the places from 0 to 1."""
    turns, phases = rng.uniform(0.5, 7, 3), rng.uniform(0, 2 * np.pi, 3)
    weights = rng.dirichlet([1, 1, 1])
    return lambda place: sum(
        weight * np.sin(2 * np.pi * turn * place + phase)
        for weight, turn, phase in zip(weights, turns, phases, strict=True)
    )
