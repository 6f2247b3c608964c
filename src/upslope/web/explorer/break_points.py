"""Where in the complex plane a function breaks down: poles, and the ends of roots and logarithms."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from upslope.maths import Expression
from upslope.maths.series.complex_places import CannotTellError, Places, Plane
from upslope.maths.series.singular_points import breaks_down, singular_points
from upslope.maths.simplification.polynomial_roots import Complex, many_digits

_MOST = 24
_SHARE = 0.25
_SAME = 1e-12


@dataclass(frozen=True)
class BreakPoints:
    """All of them up to the distance ``known`` from the place looked from; 0 where none can be told."""

    points: tuple[complex, ...]
    known: float


def break_points(f: Expression, around: float) -> BreakPoints:
    """Return the nearest points at which f breaks down, the nearest first.

    How they are found and told from places where f is smooth after all: ``singular_points``.
    """
    plane = Plane("x", many_digits().convert(around))
    try:
        with np.errstate(all="ignore"):
            places = singular_points(f, plane)
    except (ArithmeticError, np.linalg.LinAlgError):
        return BreakPoints((), 0.0)
    return _looked_at(f, plane, _once(sorted(places.points, key=plane.distance)), places)


def _once(points: Sequence[Complex]) -> list[Complex]:
    found: list[Complex] = []
    for point in points:
        if all(abs(point - other) > _SAME * (1 + abs(point)) for other in found):
            found.append(point)
    return found


def _looked_at(f: Expression, plane: Plane, points: Sequence[Complex], places: Places) -> BreakPoints:
    """Those among the candidates that are none but seem so left out, as far as that can be told."""
    found: list[complex] = []
    beyond = [plane.distance(point) for point in points[_MOST:]][:1]
    horizon = min([places.horizon, *beyond])
    for place, point in enumerate(points[:_MOST]):
        distance = plane.distance(point)
        if distance >= horizon:
            return BreakPoints(tuple(found), horizon)
        others = [float(abs(point - other)) for other in (*points[:place], *points[place + 1 :])]
        room = _SHARE * min([horizon - distance if horizon < inf else inf, *others, max(distance, 1.0)])
        try:
            if breaks_down(f, plane.x, point, room):
                found.append(complex(point))
        except CannotTellError:
            return BreakPoints(tuple(found), distance)
    return BreakPoints(tuple(found), horizon)
