"""Fitting a curve: the parameters of a model that miss the data least, by walking down χ²."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from math import inf

import numpy as np
from numpy.typing import ArrayLike

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression
from upslope.maths.iteration.solution import Outcome, Solution
from upslope.maths.regression.chi_squared import ChiSquared
from upslope.maths.regression.data_points import Floats
from upslope.maths.regression.first_guess import first_guess
from upslope.maths.regression.least_squares_methods import LevenbergMarquardt, Method
from upslope.maths.regression.least_squares_outcome import Walk, is_flat, is_settled, outcome_of
from upslope.maths.regression.line_fit import scaled_by_residuals
from upslope.maths.regression.tangent_model import Tangent

MOST_WORK = 100_000_000
"""Nodes of model and slopes, times points (and some), times steps: about a second."""
_WORTH_OF_A_CALL = 200
_DEFAULT = LevenbergMarquardt()


@dataclass(frozen=True)
class CurveFit:
    """The parameters found, by name, and how well they are known.

    ``covariance`` has shape (p, p), in the order of ``parameters``. Unless ``solution`` converged nothing is
    known about the parameters, and it is infinite. ``residuals`` (n,) are y − f in the unit of y,
    ``chi_squared`` their sum of squares, each divided by its sigma where one was given.
    """

    parameters: Mapping[str, float]
    covariance: Floats
    chi_squared: float
    residuals: Floats
    solution: Solution

    @property
    def uncertainties(self) -> dict[str, float]:
        """The standard deviation of each parameter, by name."""
        spreads = np.sqrt(np.diagonal(self.covariance))
        return {name: float(spread) for name, spread in zip(self.parameters, spreads, strict=True)}

    @property
    def degrees_of_freedom(self) -> int:
        """How many points there are beyond as many as there are parameters."""
        return len(self.residuals) - len(self.parameters)


def fit_curve(
    model: Expression,
    x: ArrayLike,
    y: ArrayLike,
    start: Mapping[str, float],
    method: Method = _DEFAULT,
    sigma: ArrayLike | None = None,
) -> CurveFit:
    """Return the parameters at the lowest point of χ² that ``method`` walks to from ``start``.

    ``start`` gives each parameter of the model a value to begin with; the one other letter stands for x.
    ``x`` and ``y`` have shape (n,), n at least the number of parameters. With ``sigma``, the uncertainty of
    y, the uncertainties of the parameters follow from it alone: the covariance is (JᵀJ)⁻¹. Without, the
    common sigma of all points is estimated from the residuals, χ²/(n − p), as for ``fit_line``.

    A walk that does not converge is returned like any other; ``solution.outcome`` says what happened. Raises
    MathsError where ``first_guess`` does and for more than a second of work. Source: Press et al., Numerical
    Recipes, 3rd ed., section 15.5; the methods name their own.
    """
    misfit, guess = first_guess(model, x, y, start, sigma)
    _check(misfit, method)
    walk = _walked(misfit, guess, method)
    outcome, end = outcome_of(misfit, walk, method), walk.end
    points = list(walk.points)
    if walk.beyond is not None and outcome.ending == "left the domain":
        points.append(walk.beyond.point)
    return CurveFit(
        {name: float(value) for name, value in zip(misfit.parameters, end.point, strict=True)},
        _covariance(misfit, end, outcome),
        end.chi_squared,
        end.residuals * misfit.points.weights,
        Solution(end.point, np.array(points), outcome),
    )


def _walked(misfit: ChiSquared, start: Tangent, method: Method) -> Walk:
    """Follow the method until it settles, leaves the domain, ends or has used up its steps."""
    size = float(np.linalg.norm(misfit.points.y / misfit.points.weights)) or np.sqrt(start.chi_squared)
    points, here = [start.point], start
    if is_flat(start, size) or is_settled(start, method.tolerance, size):
        return Walk(points, start, start, size)
    for there in islice(method.walk(misfit, start), method.most_steps):
        if not there.has_value:
            return Walk(points, start, here, size, beyond=there)
        here = there
        points.append(here.point)
        if is_settled(here, method.tolerance, size):
            return Walk(points, start, here, size)
    return Walk(points, start, here, size, ended=len(points) <= method.most_steps)


def _covariance(misfit: ChiSquared, end: Tangent, outcome: Outcome) -> Floats:
    count = len(misfit.parameters)
    if not outcome.converged:
        return np.full((count, count), inf)
    if misfit.points.sigma is not None:
        return end.covariance
    return scaled_by_residuals(end.covariance, end.chi_squared, len(misfit.points) - count)


def _check(misfit: ChiSquared, method: Method) -> None:
    points = len(misfit.points)
    if misfit.nodes * (points + _WORTH_OF_A_CALL) * method.most_steps > MOST_WORK:
        raise MathsError(
            f"{method.most_steps} steps with {points} points and this model take more than a second.",
            "Take fewer steps, or count the points in classes first (a histogram).",
        )
