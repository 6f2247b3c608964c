"""Telling apart the places that many walks arrived at: those closer than any two roots would be are one."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

# At a root that counts three times rounding alone spreads the arrivals over a hundred-thousandth.
_GAP = 1e-4


def clusters(points: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return which place each of m points (n, m) belongs to, shape (m,), and the places, shape (n, k).

    Points belong together where no coordinate has a gap wider than 1e-4 of max(1, its size) between them.
    Each place is one of its points; places are in the order of their first coordinate.
    """
    labels = np.zeros(points.shape[1], np.int64)
    order = np.arange(points.shape[1])
    # Splitting by one coordinate can open gaps in those before it, so several are gone through twice.
    for _ in range(min(len(points), 2)):
        for row in points:
            order = np.lexsort((row, labels))
            labels[order] = _numbered(labels[order], row[order])
    ends = np.cumsum(np.bincount(labels)) if labels.size else np.zeros(0, np.int64)
    middles = (np.concatenate(([0], ends[:-1])) + ends) // 2 if ends.size else ends
    return labels, points[:, order[middles]]


def _numbered(labels: NDArray[np.int64], row: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return new labels for sorted points: the old ones, split wherever a coordinate has a gap."""
    gaps = np.diff(row) > _GAP * np.maximum(1.0, np.abs(row[1:]))
    numbers: NDArray[Any] = np.cumsum(np.concatenate(([False], gaps | (np.diff(labels) > 0)))[: row.size])
    return numbers
