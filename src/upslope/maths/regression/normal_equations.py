"""The normal equations of a straight line, in exact numbers: what the sums over the points come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from numbers import Rational
from typing import TypeAlias

import numpy as np

from upslope.maths.errors import MathsError
from upslope.maths.regression.data_points import data_points

Coordinate: TypeAlias = int | Fraction | float

MOST_POINTS = 12
_LARGEST = 10**7


@dataclass(frozen=True)
class NormalEquations:
    """Σx² · m + Σx · c = Σxy and Σx · m + n · c = Σy, for the line y = m x + c through the points (x, y).

    ``decimals`` tells whether any coordinate was given as a decimal, so that results are best shown as such.
    Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 31.6.
    """

    x: tuple[Fraction, ...]
    y: tuple[Fraction, ...]
    decimals: bool

    @property
    def count(self) -> int:
        """The number of points, n."""
        return len(self.x)

    @property
    def of_x(self) -> Fraction:
        """Σx."""
        return sum(self.x, Fraction(0))

    @property
    def of_y(self) -> Fraction:
        """Σy."""
        return sum(self.y, Fraction(0))

    @property
    def of_xx(self) -> Fraction:
        """Σx²."""
        return _sum_of_products(self.x, self.x)

    @property
    def of_xy(self) -> Fraction:
        """Σxy."""
        return _sum_of_products(self.x, self.y)

    @property
    def determinant(self) -> Fraction:
        """n Σx² − (Σx)²: 0 where all x are the same."""
        return self.count * self.of_xx - self.of_x**2

    @property
    def slope(self) -> Fraction:
        """The m that solves both."""
        return (self.count * self.of_xy - self.of_x * self.of_y) / self.determinant

    @property
    def intercept(self) -> Fraction:
        """The c that solves both."""
        return (self.of_y - self.slope * self.of_x) / self.count

    @property
    def chi_squared(self) -> Fraction:
        """The least sum of squared residuals."""
        missed = [y - self.slope * x - self.intercept for x, y in zip(self.x, self.y, strict=True)]
        return _sum_of_products(missed, missed)


def normal_equations(x: Sequence[Coordinate], y: Sequence[Coordinate]) -> NormalEquations:
    """Return the equations for 2 to 12 points of whole numbers, fractions and short decimals.

    A float counts as the decimal that it prints as. Raises MathsError for more points, long numbers, points
    that all have the same x, and what ``data_points`` refuses.
    """
    data_points(np.array(x, dtype=object), np.array(y, dtype=object), least=2)
    if len(x) > MOST_POINTS:
        raise MathsError(
            f"{len(x)} points are too many to write out.",
            f"Take at most {MOST_POINTS}, or let fit_line find the line.",
        )
    exact = [tuple(_exact(value) for value in values) for values in (x, y)]
    decimals = any(isinstance(value, float) and not value.is_integer() for value in (*x, *y))
    found = NormalEquations(exact[0], exact[1], decimals)
    if found.determinant == 0:
        raise MathsError(
            f"All x are the same, {x[0]}: the points stand one above the other.",
            "A line needs points at two different x at least.",
        )
    return found


def _exact(value: Coordinate) -> Fraction:
    exact = (
        Fraction(int(value.numerator), int(value.denominator))
        if isinstance(value, Rational)
        else Fraction(Decimal(repr(float(value))))
    )
    if max(abs(exact.numerator), exact.denominator) >= _LARGEST:
        raise MathsError(
            f"{value} has too many digits to work with by hand.",
            "Round it, or choose another unit: up to six digits are fine.",
        )
    return exact


def _sum_of_products(left: Iterable[Fraction], right: Iterable[Fraction]) -> Fraction:
    return sum((a * b for a, b in zip(left, right, strict=True)), Fraction(0))
