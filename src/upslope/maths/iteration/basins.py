"""Basins of attraction: to which root Newton–Raphson leads from each of very many starts."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression
from upslope.maths.iteration.clusters import clusters
from upslope.maths.iteration.endings import CONVERGED, Codes, Points
from upslope.maths.iteration.iteration import Walks
from upslope.maths.iteration.newton_raphson import MOST_STEPS
from upslope.maths.iteration.newton_raphson_rule import newton_rule, newton_walks

MOST_STARTS = 4_000_000
CHUNK = 1 << 16


@dataclass(frozen=True)
class Basins:
    """Where many walks ended.

    ``index`` says for each start which of ``places`` it was led to, -1 for none. ``codes`` are indices into
    ``ENDINGS``, ``steps`` how many were taken. These three have one entry a start. ``places`` are the k roots
    or minima found, shape (k,) for numbers and (k, n) for points of n coordinates, in rising order.
    """

    index: NDArray[np.int64]
    places: NDArray[Any]
    codes: Codes
    steps: NDArray[np.int64]


def basins(f: Expression, starts: ArrayLike, x: str = "x", steps: int = MOST_STEPS) -> Basins:
    """Search for roots of ``f`` by Newton–Raphson from every start at once, up to 4,000,000 of them.

    ``starts`` is an array of any shape, real or complex; for complex ones the roots are sought in the complex
    plane. Each start ends as ``newton_raphson`` would from there; 10⁶ take a second or so. Raises MathsError
    for more starts, for one that is not finite, and where ``newton_raphson`` does.
    """
    array = np.asarray(starts)
    array = array.astype(np.complex128 if np.iscomplexobj(array) else np.float64)
    check_starts(array, array.size)
    rule = newton_rule((f,), (x,))
    points = array.reshape(1, -1)
    ended = [newton_walks(rule, part, steps) for part in in_chunks(points)]
    return gathered(ended, array.shape)


def check_starts(starts: NDArray[Any], count: int) -> None:
    """Raise MathsError for starts that are not finite, and for too many of them."""
    if count > MOST_STARTS:
        raise MathsError(f"{count} starts are too many.", f"Use {MOST_STARTS} at most.")
    if not np.isfinite(starts).all():
        raise MathsError("Not every start is a finite number.", "Leave out NaN and infinities.")


def in_chunks(points: Points) -> list[Points]:
    """Return the points (n, m) in pieces that fit a processor's cache: that saves memory and time."""
    return [points[:, first : first + CHUNK] for first in range(0, points.shape[1], CHUNK)]


def gathered(parts: list[Walks], shape: tuple[int, ...]) -> Basins:
    """Return the basins of walks from starts of this shape (for points: the shape without coordinates)."""
    if not parts:
        return Basins(
            np.zeros(shape, np.int64), np.zeros(0), np.zeros(shape, np.int8), np.zeros(shape, np.int64)
        )
    codes = np.concatenate([part.codes for part in parts])
    points = np.concatenate([part.points for part in parts], axis=1)
    steps = np.concatenate([part.steps for part in parts])
    there = codes == CONVERGED
    index = np.full(codes.shape, -1, np.int64)
    index[there], places = _told_apart(points[:, there])
    return Basins(index.reshape(shape), places, codes.reshape(shape), steps.reshape(shape))


def _told_apart(points: Points) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """Return the number of each point's place, and the places; complex ones are two coordinates each."""
    if np.iscomplexobj(points):
        labels, found = clusters(np.concatenate([points.real, points.imag]))
        half = len(found) // 2
        places = found[:half] + 1j * found[half:]
    else:
        labels, places = clusters(points)
    return labels, places[0] if len(places) == 1 else places.T
