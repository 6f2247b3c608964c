"""The points of one search by Newton–Raphson, and what can be read from them."""

from dataclasses import dataclass
from math import floor, log10
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.expressions.array_values import array_values, overflows
from upslope.maths.expressions.expression import Expression, Symbol
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.shown_point import DIGITS, shown_point

Point: TypeAlias = NDArray[Any]

_ENOUGH = 8
_STEADY = 0.03
_FEW = 5
_DUST = 1e-9


@dataclass(frozen=True)
class Journey:
    """The functions whose root is sought, every point looked at (k, n), and how many steps counted."""

    functions: tuple[Expression, ...]
    variables: tuple[str, ...]
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

    @property
    def beyond(self) -> Point | None:
        """Where one more step led, if anybody looked."""
        return self.points[self.taken + 1] if len(self.points) > self.taken + 1 else None

    @property
    def is_system(self) -> bool:
        """Whether there is more than one equation."""
        return len(self.functions) > 1

    @property
    def f(self) -> str:
        """``f(x)`` in LaTeX."""
        return f"f({to_latex(Symbol(self.variables[0]))})"

    def where(self, point: Point) -> str:
        """A point in LaTeX."""
        return shown_point(self.variables, point)

    def heights(self, point: Point) -> Point:
        """The value of every function at a point (n,) or at points in columns (n, m)."""
        return np.stack([array_values(f, self.variables)(point) for f in self.functions])

    def is_too_large(self, point: Point) -> bool:
        """Whether there is a value at a point, but beyond what can be computed."""
        column = point[:, None]
        return any(overflows(array_values(f, self.variables), column)[0] for f in self.functions)

    def lengths(self) -> Point:
        """How long each step was."""
        lengths: Point = np.abs(np.diff(self.points[: self.taken + 1], axis=0)).max(axis=1)
        return lengths

    def keeps_direction(self) -> bool:
        """Whether the last few steps all went the same way."""
        steps = np.diff(self.points[: self.taken + 1], axis=0)[-_FEW:]
        return len(steps) == _FEW and bool((steps * steps[0] > 0).all())

    def shown_root(self) -> str:
        """The end in LaTeX, with the digits that can be relied on, and 0 where only rounding is left."""
        times = self.multiplicity()
        doubt = max(_DUST, times * self.lengths()[-1] if times > 1 else 0.0)
        swept = np.where(np.abs(self.end) < doubt, 0.0, self.end)
        better = np.abs(self.heights(swept)).max() <= np.abs(self.heights(self.end)).max()
        digits = floor(-log10(doubt / max(1.0, np.abs(self.end).max())))
        return shown_point(self.variables, swept if better else self.end, min(max(digits, 1), DIGITS))

    def multiplicity(self) -> int:
        """Return how often the root counts to which the last steps creep; 1 where they do not creep.

        Near r the function (x - r)^m has the slope m (x - r)^(m-1), so a step covers 1/m of the way to r, and
        the next is 1 - 1/m of it. The very last steps may be rounding alone.
        """
        lengths = self.lengths()[:-3]
        if len(lengths) < _ENOUGH or not lengths[-_FEW:].all():
            return 1
        shares = lengths[-_FEW + 1 :] / lengths[-_FEW:-1]
        if np.ptp(shares) > _STEADY or not 0.4 < shares[-1] < 0.995:
            return 1
        return round(1 / (1 - float(shares[-1])))
