"""Points of the complex plane around a real one, and how far around it they are all known."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from math import inf
from operator import or_
from typing import Any

from upslope.maths.simplification.polynomial_roots import Complex


class CannotTellError(ArithmeticError):
    """The places asked for cannot be found by the means known here."""


@dataclass(frozen=True)
class Plane:
    """The complex plane of the variable ``x``, looked at from the real number ``centre``."""

    x: str
    centre: Any

    def distance(self, point: Complex) -> float:
        """Return how far a point is from the centre."""
        return float(abs(point - self.centre))


@dataclass(frozen=True)
class Places:
    """All points there are up to the distance ``horizon`` from the centre, and some beyond."""

    points: tuple[Complex, ...] = ()
    horizon: float = inf

    def __or__(self, other: "Places") -> "Places":
        return Places((*self.points, *other.points), min(self.horizon, other.horizon))


def together(places: Iterable[Places]) -> Places:
    """Return the points of all."""
    return reduce(or_, places, Places())
