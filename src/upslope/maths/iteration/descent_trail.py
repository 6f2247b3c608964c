"""The points of one walk downhill, and what the landscape along it tells."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.expressions.shown_point import shown_point
from upslope.maths.iteration.landscape import Landscape, curvatures

Point: TypeAlias = NDArray[Any]

# The walk ends within a millionth of the minimum, so the sixth digit may be wrong.
_DIGITS = 5
_DOUBT = 2e-6
DUST = 1e-6


@dataclass(frozen=True)
class Trail:
    """The landscape, every point looked at (k, n), how many steps counted, and the period of a cycle."""

    landscape: Landscape
    points: Point
    taken: int
    period: int

    @property
    def start(self) -> Point:
        """The first point."""
        start: Point = self.points[0]
        return start

    @property
    def end(self) -> Point:
        """The last point that counts."""
        end: Point = self.points[self.taken]
        return end

    @cached_property
    def heights(self) -> Point:
        """The height of every point that counts."""
        return self.landscape.height(self.points[: self.taken + 1].T)

    @property
    def climbs(self) -> bool:
        """Whether the walk ends higher than it began."""
        return bool(self.heights[-1] > self.heights[0])

    @property
    def lowest(self) -> Point:
        """The lowest point of the walk."""
        lowest: Point = self.points[int(np.nanargmin(self.heights))]
        return lowest

    @property
    def beyond(self) -> Point | None:
        """Where one more step led, if anybody looked."""
        return self.points[self.taken + 1] if len(self.points) > self.taken + 1 else None

    @property
    def zigzags(self) -> bool:
        """Whether the last step went back over most of the one before."""
        if self.taken < 2:
            return False
        before, last = np.diff(self.points[self.taken - 2 : self.taken + 1], axis=0)
        return bool(before @ last < -0.5 * np.linalg.norm(before) * np.linalg.norm(last))

    @property
    def pace(self) -> float:
        """The length of the last step, as a multiple of the gradient it was taken for."""
        before, last = self.points[self.taken - 1], self.points[self.taken]
        slope = float(np.linalg.norm(self.slopes(before)))
        return float(np.linalg.norm(last - before)) / slope if slope else 0.0

    def where(self, point: Point) -> str:
        """A point in LaTeX, 0 for a coordinate of next to nothing."""
        return shown_point(self.landscape.variables, swept(point, DUST))

    def arrival(self) -> str:
        """The end in LaTeX, with the digits that can be relied on."""
        return shown_point(self.landscape.variables, swept(self.end, _DOUBT), _DIGITS)

    def slopes(self, point: Point) -> Point:
        """The gradient at a point, shape (n,)."""
        return self.landscape.gradient(point)

    def curvatures(self, point: Point) -> Point:
        """The curvatures of the landscape at a point in its n main directions, rising."""
        values, _ = curvatures(self.landscape.hessian(point)[..., None])
        bends: Point = values[0]
        return bends


def swept(point: Point, dust: float) -> Point:
    """Return the point with 0 for coordinates below ``dust`` times max(1, the largest)."""
    kept: Point = np.where(np.abs(point) < dust * max(1.0, np.abs(point).max()), 0.0, point)
    return kept
