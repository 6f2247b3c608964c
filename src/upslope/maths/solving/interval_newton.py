"""One round of the interval Newton method for many boxes at once: rule out, pin down, or cut smaller.

Krawczyk's operator, preconditioned: Moore, Kearfott & Cloud, Introduction to Interval Analysis, section 8.2.
A box is ruled out only where arithmetic with outward rounding shows that no solution can be in it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upslope.maths.expressions.expression import Expression
from upslope.maths.solving.interval_enclosure import EVERYWHERE, Interval, Reals, spread
from upslope.maths.solving.interval_slopes import Sloped, enclosed

# A solution on the edge between two boxes lies well inside both of them once they are widened by this share.
_WIDENED = 0.05
_LEAST_WIDENING = 1e-13
# Not in the middle: solutions like to be at 0, where every box would meet them in a corner.
_CUT = 0.4871
_CUT_ALL_WAYS = 64


@dataclass(frozen=True)
class Boxes:
    """N boxes in n dimensions, by their corners: ``low`` and ``high`` of shape (N, n)."""

    low: Reals
    high: Reals

    def __len__(self) -> int:
        return len(self.low)

    def __getitem__(self, chosen: NDArray[np.bool_] | slice) -> "Boxes":
        return Boxes(self.low[chosen], self.high[chosen])

    @property
    def middle(self) -> Reals:
        """The centres, shape (N, n)."""
        return (self.low + self.high) / 2

    @property
    def width(self) -> Reals:
        """The longest side of each, shape (N,)."""
        longest: Reals = (self.high - self.low).max(axis=1)
        return longest

    def joined(self, other: "Boxes") -> "Boxes":
        """These boxes and the others."""
        return Boxes(np.concatenate((self.low, other.low)), np.concatenate((self.high, other.high)))


@dataclass(frozen=True)
class Round:
    """Boxes that hold exactly one solution of the preconditioned system, and boxes still undecided."""

    single: Boxes
    undecided: Boxes


def newton_round(equations: tuple[Expression, ...], variables: tuple[str, ...], boxes: Boxes) -> Round:
    """Rule boxes out or pin a solution down in them; what is undecided has shrunk where it could.

    With more equations than variables a solution pinned down is one of as many combinations of them as there
    are variables: whether it solves every equation is left to the caller.
    """
    margin = _WIDENED * (boxes.high - boxes.low) + _LEAST_WIDENING * (
        1 + np.abs(boxes.low) + np.abs(boxes.high)
    )
    wide = Boxes(boxes.low - margin, boxes.high + margin)
    over = [enclosed(equation, variables, wide.low, wide.high) for equation in equations]
    possible = np.all([np.broadcast_to(part.value.can_be_zero, (len(boxes),)) for part in over], axis=0)
    boxes, wide = boxes[possible], wide[possible]
    middle = wide.middle
    at_middle = [enclosed(equation, variables, middle, middle).value for equation in equations]
    low, high = _krawczyk(wide, at_middle, [_chosen(part, possible) for part in over])
    ruled_out = np.any((low > wide.high) | (high < wide.low), axis=1)
    single = ~ruled_out & np.all((low > wide.low) & (high < wide.high), axis=1)
    shrunk = Boxes(np.maximum(boxes.low, low), np.minimum(boxes.high, high))
    # A solution may be in the margin only; then another box holds it.
    empty = np.any(shrunk.low > shrunk.high, axis=1)
    return Round(Boxes(low, high)[single], shrunk[~ruled_out & ~single & ~empty])


def _chosen(part: Sloped, chosen: NDArray[np.bool_]) -> Sloped:
    return Sloped(_columns(part.value, chosen), _columns(part.slope, chosen))


def _columns(found: Interval, chosen: NDArray[np.bool_]) -> Interval:
    whole = spread(found, (*found.low.shape[:-1], chosen.size))
    return Interval(whole.low[..., chosen], whole.high[..., chosen], whole.sure[..., chosen])


def _krawczyk(wide: Boxes, at_middle: list[Interval], over: list[Sloped]) -> tuple[Reals, Reals]:
    """Where the solutions of each box must be, shape (N, n) twice; everywhere if slopes say nothing."""
    slope = np.stack([(part.slope.low, part.slope.high) for part in over])  # (m, 2, n, N)
    values = np.stack([(value.low, value.high) for value in at_middle])  # (m, 2, N)
    smooth = np.isfinite(slope).all(axis=(0, 1, 2)) & np.isfinite(values).all(axis=(0, 1))
    smooth &= np.all([_smooth(part) for part in over], axis=0)
    with np.errstate(all="ignore"):
        centre, reach = _halved(slope[:, 0], slope[:, 1])
        centre, reach = np.moveaxis(centre, -1, 0), np.moveaxis(reach, -1, 0)  # (N, m, n)
        value, doubt = (part.T for part in _halved(values[:, 0], values[:, 1]))  # (N, m)
        centre = np.where(smooth[:, None, None], centre, 0)
        inverse = _preconditioner(centre)  # (N, n, m)
        size = np.abs(inverse)
        left = np.abs(np.eye(centre.shape[2]) - inverse @ centre) + size @ reach
        radius = (wide.high - wide.low) / 2
        middle = wide.middle - np.einsum("Nnm,Nm->Nn", inverse, value)
        reached = np.einsum("Nnk,Nk->Nn", left, radius) + np.einsum("Nnm,Nm->Nn", size, doubt)
        slack = 1e-14 * (np.abs(wide.middle) + np.einsum("Nnm,Nm->Nn", size, np.abs(value)) + reached)
        found = middle - reached - slack, middle + reached + slack
    known = smooth[:, None] & np.isfinite(found[0]) & np.isfinite(found[1])
    return np.where(known, found[0], -np.inf), np.where(known, found[1], np.inf)


def _smooth(part: Sloped) -> NDArray[np.bool_]:
    whole: NDArray[np.bool_] = (part.value.sure == EVERYWHERE) & (part.slope.sure == EVERYWHERE).all(axis=0)
    return whole


def _halved(low: Reals, high: Reals) -> tuple[Reals, Reals]:
    """Centre and reach of intervals, the reach wide enough for the centre's rounding."""
    centre = (low + high) / 2
    return centre, np.maximum(high - centre, centre - low) * (1 + 1e-15)


def _preconditioner(slopes: Reals) -> Reals:
    """About the inverse of each matrix, by least squares where there are more rows than columns."""
    turned = np.swapaxes(slopes, 1, 2)
    square = turned @ slopes
    trace = np.trace(square, axis1=1, axis2=2)[:, None, None]
    # So small a share only keeps singular matrices from stopping the others.
    return np.linalg.solve(square + (1e-15 * trace + 1e-200) * np.eye(square.shape[1]), turned)


def cut(boxes: Boxes) -> Boxes:
    """Return the boxes cut in two across their longest side; a few boxes are cut along every side."""
    ways = boxes.low.shape[1] if len(boxes) < _CUT_ALL_WAYS else 1
    for _ in range(min(ways, 3)):
        boxes = cut_across(boxes)
    return boxes


def cut_across(boxes: Boxes) -> Boxes:
    """Return the boxes cut in two across their longest side."""
    sides = boxes.high - boxes.low
    across = np.eye(sides.shape[1], dtype=bool)[sides.argmax(axis=1)]
    place = boxes.low + _CUT * sides
    left = Boxes(boxes.low, np.where(across, place, boxes.high))
    return left.joined(Boxes(np.where(across, place, boxes.low), boxes.high))
