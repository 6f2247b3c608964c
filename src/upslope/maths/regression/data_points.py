"""Measured points as a person gives them, read into arrays, or a sentence on what is wrong with them."""

from dataclasses import dataclass
from functools import cached_property
from numbers import Real

import numpy as np
from numpy.typing import ArrayLike, NDArray

from upslope.maths.errors import MathsError

Floats = NDArray[np.float64]

MOST_POINTS = 100_000
# Squares of such numbers, weighted and added up, still fit into a double.
_LARGEST = 1e60


@dataclass(frozen=True)
class DataPoints:
    """Points (x, y), each y with an uncertainty ``sigma`` where one is known; all arrays of shape (n,)."""

    x: Floats
    y: Floats
    sigma: Floats | None

    @cached_property
    def weights(self) -> Floats:
        """What residuals are divided by: the uncertainties, or 1 for each point."""
        return np.ones_like(self.y) if self.sigma is None else self.sigma

    def __len__(self) -> int:
        return len(self.y)


def data_points(x: ArrayLike, y: ArrayLike, sigma: ArrayLike | None = None, least: int = 1) -> DataPoints:
    """Return the points as arrays; ``sigma`` is one number for all points, one for each, or None.

    Raises MathsError for fewer than ``least`` points or more than 100,000, lists of different lengths, what
    is not a finite number, numbers beyond 1e60, and uncertainties that are not positive.
    """
    points = DataPoints(_numbers("x", x), _numbers("y", y), None)
    if len(points.x) != len(points.y):
        raise MathsError(
            f"There are {len(points.x)} values of x and {len(points.y)} of y.",
            "Every point needs one of each: give two lists of the same length.",
        )
    if len(points) < least:
        needed = "1 point is" if least == 1 else f"{least} points are"
        given = "there is 1" if len(points) == 1 else f"there are {len(points)}"
        raise MathsError(f"At least {needed} needed, and {given}.", "Give more points.")
    if len(points) > MOST_POINTS:
        raise MathsError(
            f"{len(points)} points are more than I can work with.",
            f"Take at most {MOST_POINTS}, or count them in classes first (a histogram).",
        )
    return points if sigma is None else DataPoints(points.x, points.y, _uncertainties(sigma, len(points)))


def _uncertainties(sigma: ArrayLike, count: int) -> Floats:
    single = np.ndim(sigma) == 0
    given = _numbers("sigma", np.full(1, sigma) if single else sigma)
    spread = np.full(count, given[0]) if single else given
    if len(spread) != count:
        raise MathsError(
            f"There are {count} points and {len(spread)} uncertainties.",
            "Give one sigma for each point, or a single number for all.",
        )
    if (spread < 1 / _LARGEST).any():
        raise MathsError(
            f"An uncertainty of {spread.min():g} cannot be: it is how far a measured y may be off.",
            "Give a positive sigma for every point; leave sigma out if you do not know it.",
        )
    return spread


def _numbers(name: str, given: ArrayLike) -> Floats:
    """Return the list as an array of doubles; text is refused even where it looks like a number."""
    try:
        array = np.asarray(given)
        plain = array.dtype.kind in "biuf" or all(isinstance(value, Real) for value in array.ravel())
        numbers = array.astype(np.float64) if plain else None
    except (TypeError, ValueError, OverflowError):
        numbers = None
    if numbers is None or numbers.ndim != 1:
        raise MathsError(
            f"{name} is not a list of numbers.", f"Give the {name} values in a row, such as [1, 2.5, 4]."
        )
    for place in np.flatnonzero(~(np.abs(numbers) <= _LARGEST))[:1]:
        raise MathsError(
            f"Value {place + 1} of {name} is {numbers[place]}.",
            f"Leave that point out, or give a number between {-_LARGEST:g} and {_LARGEST:g}.",
        )
    return numbers
