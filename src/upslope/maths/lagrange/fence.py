"""The points that satisfy constraints, taken together: whether there are any, and whether they end.

All by interval arithmetic, so what is said to be so is proved. Moore, Kearfott & Cloud, Introduction to
Interval Analysis, chapter 11.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upslope.maths.differentiation.differentiation import derivative
from upslope.maths.errors import MathsError
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import Expression
from upslope.maths.solving.interval_enclosure import EVERYWHERE, NOWHERE, Reals, ranges
from upslope.maths.solving.interval_newton import Boxes, cut
from upslope.maths.solving.interval_slopes import enclosed
from upslope.maths.solving.root_refinement import nearly_solved, polished
from upslope.maths.solving.root_search import apart

_MOST_BOXES = 3000
_FINEST = 1e-3
_FINE_ENOUGH = 0.01
_REACHES = (2.0, 8.0, 32.0, 128.0, 512.0, 1000.0)
_CLOSE = 1e-5
# A corner in which the fence ends steeply stays open for a stretch as long as this.
_ONE_CORNER = 0.02
_SAMPLE = 8
_MOST_CORNERS = 8


@dataclass(frozen=True)
class Fence:
    """What is known of the points in the box where every constraint holds.

    ``empty``: it is proved that there are none. ``closed``: it is proved that there are none outside of the
    box either, so that the fence cannot run away. ``continuous``: f has a value all along it; ``valueless``:
    f has a value nowhere on it.
    ``corners``, shape (k, n), are places where f or a constraint has no slope; None where there are too many
    to list. ``sample``, shape (j, n), are a few points of the fence, none if none were found.
    """

    empty: bool
    closed: bool
    continuous: bool
    valueless: bool
    corners: Reals | None
    sample: Reals


def surveyed(
    f: Expression, on_fence: tuple[Expression, ...], variables: tuple[str, ...], sides: Reals
) -> Fence:
    """Return what interval arithmetic finds out about the fence in the box with sides of shape (n, 2)."""
    covering = _covered(on_fence, variables, Boxes(sides[None, :, 0], sides[None, :, 1]))
    sure = ranges(f, variables, covering.low, covering.high).sure
    return Fence(
        empty=not len(covering),
        closed=_closed(on_fence, variables, sides),
        continuous=bool((sure == EVERYWHERE).all()),
        valueless=bool((sure == NOWHERE).all()),
        corners=_corners((f, *on_fence), on_fence, variables, covering),
        sample=_sample(on_fence, variables, covering),
    )


def _sample(on_fence: tuple[Expression, ...], variables: tuple[str, ...], covering: Boxes) -> Reals:
    starts = covering.middle[:: len(covering) // _SAMPLE + 1]
    settled = polished(on_fence, variables, starts)
    return apart(settled[nearly_solved(on_fence, variables, settled)], _ONE_CORNER)


def _covered(on_fence: tuple[Expression, ...], variables: tuple[str, ...], boxes: Boxes) -> Boxes:
    """Boxes that hold all of the fence between them: the rest is ruled out."""
    finest = min(_FINEST * boxes.width[0], _FINE_ENOUGH)
    while 0 < len(boxes) < _MOST_BOXES and boxes.width.max() > finest:
        boxes = cut(boxes)
        boxes = boxes[_possible(on_fence, variables, boxes)]
    return boxes


def _possible(
    on_fence: tuple[Expression, ...], variables: tuple[str, ...], boxes: Boxes
) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = np.all(
        [ranges(side, variables, boxes.low, boxes.high).can_be_zero for side in on_fence], axis=0
    )
    return found


def _corners(
    functions: tuple[Expression, ...],
    on_fence: tuple[Expression, ...],
    variables: tuple[str, ...],
    boxes: Boxes,
) -> Reals | None:
    """Places on the fence where one of the functions is not sure to have slopes."""
    boxes = boxes[_rough(functions, variables, boxes)]
    while len(boxes) and boxes.width.max() > _CLOSE:
        if len(boxes) > _MOST_BOXES:
            return None
        boxes = cut(boxes)
        boxes = boxes[_possible(on_fence, variables, boxes)]
        boxes = boxes[_rough(functions, variables, boxes)]
    places = apart(boxes.middle, _ONE_CORNER)
    if len(places) > _MOST_CORNERS:
        return None
    simple = np.round(places, 2)
    on_simple = _possible(on_fence, variables, Boxes(simple, simple))
    return np.where(on_simple[:, None], simple, np.round(places, 4)) + 0.0


def _rough(functions: tuple[Expression, ...], variables: tuple[str, ...], boxes: Boxes) -> NDArray[np.bool_]:
    smooth = np.ones(len(boxes), dtype=bool)
    for function in functions:
        found = enclosed(function, variables, boxes.low, boxes.high)
        smooth &= (found.value.sure == EVERYWHERE) & (found.slope.sure == EVERYWHERE).all(axis=0)
    return ~smooth


def _closed(on_fence: tuple[Expression, ...], variables: tuple[str, ...], sides: Reals) -> bool:
    """Whether it is sure that every point of the fence, however far out, is in the box.

    Letter by letter: if nothing beyond some distance is possible for one, that helps to bound the next.
    """
    reach = np.tile([-np.inf, np.inf], (len(variables), 1))
    for side in on_fence:
        reach = _narrower(reach, _of_ellipse(side, variables))
    for _ in variables:
        for axis in range(len(variables)):
            reach[axis] = _bounded(on_fence, variables, reach, axis)
    return bool((reach[:, 0] >= sides[:, 0]).all() and (reach[:, 1] <= sides[:, 1]).all())


def _bounded(on_fence: tuple[Expression, ...], variables: tuple[str, ...], reach: Reals, axis: int) -> Reals:
    """What is left of one letter's reach after trying how far out the fence can go."""
    for far in _REACHES:
        beyond = np.stack([reach, reach])
        beyond[0, axis] = min(reach[axis, 0], -far), -far
        beyond[1, axis] = far, max(reach[axis, 1], far)
        if not _possible(on_fence, variables, Boxes(beyond[..., 0], beyond[..., 1])).any():
            return np.array([max(reach[axis, 0], -far), min(reach[axis, 1], far)])
    unknown: Reals = reach[axis].copy()
    return unknown


def _narrower(one: Reals, other: Reals) -> Reals:
    return np.stack([np.maximum(one[:, 0], other[:, 0]), np.minimum(one[:, 1], other[:, 1])], axis=1)


def _of_ellipse(side: Expression, variables: tuple[str, ...]) -> Reals:
    """How far an ellipse (or ellipsoid) reaches along each axis; everywhere for any other equation."""
    everywhere = np.tile([-np.inf, np.inf], (len(variables), 1))
    origin = dict.fromkeys(variables, 0.0)
    try:
        slopes = [derivative(side, name) for name in variables]
        curvatures = [[derivative(slope, name) for name in variables] for slope in slopes]
        if any(entry.variables for row in curvatures for entry in row):
            return everywhere
        square = np.array([[evaluate(entry, origin) for entry in row] for row in curvatures])
        linear = np.array([evaluate(slope, origin) for slope in slopes])
        level = evaluate(side, origin)
    except MathsError:
        return everywhere
    sizes = np.linalg.eigvalsh(square)
    if not np.isfinite(sizes).all() or sizes[0] * sizes[-1] <= 1e-9 * np.abs(sizes).max() ** 2:
        return everywhere
    inverse = np.linalg.inv(square)
    middle, lowest = -inverse @ linear, level - linear @ inverse @ linear / 2
    spread = np.sqrt(np.maximum(-2 * lowest * np.diag(inverse), 0)) * (1 + 1e-9)
    return np.stack([middle - spread, middle + spread], axis=1)
