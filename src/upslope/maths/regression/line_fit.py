"""The straight line that misses the points least: the normal equations, solved."""

from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from numpy.typing import ArrayLike

from upslope.maths.errors import MathsError
from upslope.maths.regression.data_points import Floats, data_points

_CLOSEST = 1e-60  # the square of a shorter distance, weighted, may be too small for a double


@dataclass(frozen=True)
class LineFit:
    """The line y = slope · x + intercept, and how well it is known.

    ``covariance`` has shape (2, 2), in the order slope, intercept; ``residuals`` (n,) are y − line, in the
    unit of y. ``chi_squared`` is their sum of squares, each divided by its sigma where one was given.
    """

    slope: float
    intercept: float
    covariance: Floats
    chi_squared: float
    residuals: Floats

    @property
    def slope_uncertainty(self) -> float:
        """The standard deviation of the slope."""
        return sqrt(self.covariance[0, 0])

    @property
    def intercept_uncertainty(self) -> float:
        """The standard deviation of the intercept."""
        return sqrt(self.covariance[1, 1])

    @property
    def degrees_of_freedom(self) -> int:
        """How many points there are beyond the two that fix a line."""
        return len(self.residuals) - 2


def fit_line(x: ArrayLike, y: ArrayLike, sigma: ArrayLike | None = None) -> LineFit:
    """Return the line with the least χ² = Σ ((y − slope·x − intercept)/σ)².

    ``x`` and ``y`` have shape (n,), n ≥ 2; ``sigma`` is the uncertainty of y, one number or one for each
    point. With ``sigma`` the uncertainties of the fit follow from it alone. Without, all points count
    the same and their common sigma is estimated from the residuals, χ²/(n − 2); two points then leave nothing
    to estimate it from, and the uncertainties are infinite.

    Raises MathsError for what ``data_points`` refuses and where all x are the same. Source: Press et al.,
    Numerical Recipes, 3rd ed., section 15.2.
    """
    points = data_points(x, y, sigma, least=2)
    if np.ptp(points.x) < _CLOSEST:
        raise MathsError(
            f"All x are the same, {points.x[0]:g}: the points stand one above the other.",
            "A line needs points at two different x at least.",
        )
    weights = points.weights**-2.0
    total = weights.sum()
    # Squares of x itself would lose the digits in which the points differ; those of x − mean do not. Going
    # by way of the first x keeps the mean exact where all x are large and close together.
    origin = points.x[0]
    shift = weights @ (points.x - origin) / total
    from_mean = points.x - origin - shift
    spread = weights @ from_mean**2
    mean_x, mean_y = origin + shift, weights @ points.y / total
    slope = weights @ (from_mean * (points.y - mean_y)) / spread
    residuals = points.y - mean_y - slope * from_mean
    chi_squared = float(weights @ residuals**2)
    covariance = np.array(
        [[1 / spread, -mean_x / spread], [-mean_x / spread, 1 / total + mean_x**2 / spread]]
    )
    if points.sigma is None:
        covariance = scaled_by_residuals(covariance, chi_squared, len(points) - 2)
    return LineFit(float(slope), float(mean_y - slope * mean_x), covariance, chi_squared, residuals)


def scaled_by_residuals(covariance: Floats, chi_squared: float, degrees_of_freedom: int) -> Floats:
    """Return the covariance with σ² estimated as χ² over the degrees of freedom; infinite if there are none.

    ``covariance`` is that for σ = 1. Source: Press et al., Numerical Recipes, 3rd ed., section 15.1.1.
    """
    if degrees_of_freedom <= 0:
        return np.full_like(covariance, inf)
    return covariance * (chi_squared / degrees_of_freedom)
