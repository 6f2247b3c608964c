"""Closed curves for a network to draw, held in place by 30 points, and a spline through those."""

from collections.abc import Callable, Mapping, Sequence
from math import cos, floor, pi, sin

Point = tuple[float, float]

CORNERS = 30
"""How many points hold a curve; the learner's own curve has as many."""

_CAT = (
    (0.50, 0.70), (0.57, 0.70), (0.635, 0.715), (0.69, 0.79), (0.745, 0.88), (0.785, 0.905), (0.805, 0.84),
    (0.815, 0.74), (0.835, 0.64), (0.85, 0.54), (0.84, 0.44), (0.80, 0.345), (0.735, 0.265), (0.66, 0.21),
    (0.58, 0.18), (0.50, 0.17),
)  # fmt: skip


def _heart(angle: float) -> Point:
    """The heart that the lab ``backpropagation`` learns."""
    across = 0.34 * sin(angle) - 0.075 * sin(3 * angle)
    up = 0.29 * cos(angle) - 0.13 * cos(2 * angle) - 0.04 * cos(3 * angle) - 0.02 * cos(4 * angle)
    return 0.5 + across, 0.47 + up


def _star(angle: float) -> Point:
    radius = 0.29 + 0.09 * cos(5 * angle)
    return 0.5 + radius * sin(angle), 0.5 + radius * cos(angle)


def _round(shape: Callable[[float], Point]) -> tuple[Point, ...]:
    corners = [shape(2 * pi * corner / CORNERS) for corner in range(CORNERS)]
    return tuple((round(x, 4), round(y, 4)) for x, y in corners)


CURVES: Mapping[str, tuple[Point, ...]] = {
    "heart": _round(_heart),
    "circle": _round(lambda angle: (0.5 + 0.36 * sin(angle), 0.5 + 0.36 * cos(angle))),
    "eight": _round(lambda angle: (0.5 + 0.36 * sin(angle), 0.5 + 0.3 * sin(2 * angle))),
    "star": _round(_star),
    "cat": (*_CAT, *((round(1 - x, 4), y) for x, y in _CAT[-2:0:-1])),
}
"""The corners of every given curve, all between 0 and 1. A link to a playground has these names in it."""


def sampled(corners: Sequence[Point], count: int) -> list[Point]:
    """Return ``count`` points along the closed curve through the corners (Catmull and Rom's spline)."""
    return [_between(corners, place * len(corners) / count) for place in range(count)]


def _between(corners: Sequence[Point], along: float) -> Point:
    index = floor(along)
    around = [corners[(index + offset) % len(corners)] for offset in (-1, 0, 1, 2)]
    x, y = (_spline([point[axis] for point in around], along - index) for axis in (0, 1))
    return x, y


def _spline(values: Sequence[float], t: float) -> float:
    a, b, c, d = values
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
