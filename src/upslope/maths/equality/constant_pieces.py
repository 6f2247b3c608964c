"""The intervals on each of which a difference of two functions may be a constant of its own.

Where the key breaks off (at a gap in its domain or at a pole) another constant may begin: on x < 0 and on
x > 0, arctan x and −arctan(1/x) are antiderivatives of the same function, and differ by −π/2 and by π/2.
Source: Spivak, Calculus, 4th ed., chapter 11: a function with derivative 0 is constant on an *interval*.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from upslope.maths.equality.equivalence import Look
from upslope.maths.equality.sampling import values
from upslope.maths.expressions.expression import Expression, walk

_Array = NDArray[np.float64]
_ALIKE = 1e-7
_POINTS_A_ROUND = 65
_ROUNDS = 7
_MOST_BREAKS = 40
_LONGEST = 150
# A function that changes by more than this share of its size within a billionth is taken to break there.
_JUMP = 1e-2
_AROUND = 1e-9


def pieces(look: Look) -> list[Look]:
    """Return the look cut up wherever the difference changes, if only the key breaks at all of these places.

    Otherwise it comes back whole, as it does for more than one letter, for an answer that lacks values, for
    very long expressions, and where so many pieces are found that most would have but one point to show.
    """
    if len(look.points) != 1 or not np.isfinite(look.given).all() or _is_long(look):
        return [look]
    (places,) = look.points.values()
    in_order = np.argsort(places)
    cuts = [0]
    for index, (left, right) in enumerate(pairwise(places[in_order])):
        if not _alike(look, left, right):
            if len(cuts) * 2 > places.size or not _only_breaks_between(look, left, right):
                return [look]
            cuts.append(index + 1)
    return [_part(look, in_order[start:end]) for start, end in pairwise((*cuts, places.size))]


def _is_long(look: Look) -> bool:
    return sum(1 for tree in (look.key, look.answer) for _ in walk(tree)) > _LONGEST


def _part(look: Look, indices: NDArray[np.intp]) -> Look:
    points = {name: array[indices] for name, array in look.points.items()}
    return Look(look.key, look.answer, points, look.wanted[indices], look.given[indices])


def _only_breaks_between(look: Look, left: float, right: float) -> bool:
    (name,) = look.points
    for _ in range(_MOST_BREAKS):
        edge = _where_it_changes(look, left, right)
        if not _breaks(look.key, name, *edge):
            return False
        left = edge[1]
        if _alike(look, left, right):
            return True
    return False


def _differences(look: Look, at: _Array) -> tuple[_Array, _Array]:
    """The difference at each place, and what counts as no change of it there."""
    (name,) = look.points
    wanted, given = values(look.key, {name: at}), values(look.answer, {name: at})
    with np.errstate(all="ignore"):
        return given - wanted, _ALIKE * (1 + np.maximum(np.abs(wanted), np.abs(given)))


def _alike(look: Look, left: float, right: float) -> bool:
    return bool(_like_the_first(look, np.array((left, right)))[1])


def _like_the_first(look: Look, at: _Array) -> NDArray[np.bool_]:
    difference, slack = _differences(look, at)
    with np.errstate(all="ignore"):
        alike: NDArray[np.bool_] = np.abs(difference - difference[0]) <= np.maximum(slack, slack[0])
    return alike


def _where_it_changes(look: Look, left: float, right: float) -> tuple[float, float]:
    """Two places close together: at the first the difference is still what it was, at the other it is not."""
    start = left
    for _ in range(_ROUNDS):
        at = np.linspace(left, right, _POINTS_A_ROUND)
        unlike = np.flatnonzero(~_like_the_first(look, np.array((start, *at)))[1:])
        if not unlike.size or unlike[0] == 0:
            break
        left, right = float(at[unlike[0] - 1]), float(at[unlike[0]])
    return left, right


def _breaks(key: Expression, name: str, left: float, right: float) -> bool:
    around = max(right - left, _AROUND * (1 + abs(left)))
    at = np.linspace(left - around, right + around, 33)
    found = values(key, {name: at})
    if not np.isfinite(found).all():
        return True
    return bool(np.ptp(found) > _JUMP * (1 + abs(float(found[0]))))
