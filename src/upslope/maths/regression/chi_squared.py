"""χ², the misfit between a model and data: a function of the parameters, with its exact slopes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import ArrayLike

from upslope.maths.differentiation.differentiation import derivative
from upslope.maths.errors import MathsError
from upslope.maths.expressions.evaluation import NUMPY, work_out
from upslope.maths.expressions.expression import Expression, walk
from upslope.maths.expressions.matrix import has_matrix
from upslope.maths.regression.data_points import DataPoints, Floats, data_points

MOST_PARAMETERS = 12
MOST_WORK = 300_000_000
"""Nodes of the model times points times parameter values in one call: about a second."""
_AT_ONCE = 30_000  # elements in one array: what fits in a cache is twice as fast


@dataclass(frozen=True)
class ChiSquared:
    """χ² of a model at data, as a function of the model's parameters: call it with one value for each.

    ``variable`` is the letter of the model that the x of the data is put in for. A ``point`` is an array of
    shape (p,), one value for each of ``parameters``, in their order; n is the number of data points.
    """

    model: Expression
    parameters: tuple[str, ...]
    variable: str
    points: DataPoints

    def __call__(self, *values: ArrayLike) -> Floats:
        """Return χ² for parameters that are numbers or arrays, broadcast together: a whole landscape at once.

        NaN or infinite where the model has no value at some data point. Raises MathsError for shapes that do
        not fit and for more than about a second of work.
        """
        grids = self._grids(values)
        flat = np.stack([grid.ravel() for grid in grids])
        found = np.empty(flat.shape[1])
        block = max(1, _AT_ONCE // len(self.points))
        for first in range(0, len(found), block):
            found[first : first + block] = self._many(flat[:, first : first + block])
        return found.reshape(grids[0].shape)

    def residuals(self, point: ArrayLike) -> Floats:
        """Return (y − f)/σ at every data point, shape (n,); plain y − f where no σ was given."""
        return self._missed(self._point(point))

    def slopes(self, point: ArrayLike) -> Floats:
        """Return ∂f/∂a_k at every data point, shape (n, p): one column for each parameter."""
        values = self._point(point)
        found = np.empty((len(self.points), len(values)))
        for place, partial in enumerate(self._partials):
            found[:, place] = self._worked_out(partial, values)
        return found

    def jacobian(self, point: ArrayLike) -> Floats:
        """Return the slopes of the residuals, −(∂f/∂a_k)/σ, shape (n, p): a row for each data point."""
        return -self.slopes(point) / self.points.weights[:, np.newaxis]

    def gradient(self, point: ArrayLike) -> Floats:
        """Return ∂χ²/∂a_k = −2 Σ (y − f)/σ² · ∂f/∂a_k, shape (p,). It points uphill."""
        with np.errstate(all="ignore"):
            return np.asarray(2 * self.residuals(point) @ self.jacobian(point))

    @property
    def nodes(self) -> int:
        """How many numbers, letters and signs the model and its partial derivatives have together."""
        return sum(1 for tree in (self.model, *self._partials) for _ in walk(tree))

    @cached_property
    def _partials(self) -> list[Expression]:
        return [_slope(self.model, name) for name in self.parameters]

    def _many(self, flat: Floats) -> Floats:
        """χ² for parameters of shape (p, m): shape (m,)."""
        missed = self._missed(flat[:, :, np.newaxis])
        with np.errstate(all="ignore"):
            return np.broadcast_to(np.einsum("...j,...j->...", missed, missed), flat.shape[1:])

    def _missed(self, values: Floats) -> Floats:
        """(y − f)/σ for parameters of shape (p,) or (p, m, 1): shape (n,) or (m, n)."""
        model = self._worked_out(self.model, values)
        with np.errstate(all="ignore"):
            return np.asarray((self.points.y - model) / self.points.weights)

    def _worked_out(self, tree: Expression, values: Floats) -> Floats:
        """A tree at every data point. Not by ``to_numpy``: blowing every letter up costs as much again."""
        letters = {self.variable: self.points.x, **dict(zip(self.parameters, values, strict=True))}
        with np.errstate(all="ignore"):
            return np.asarray(work_out(tree, letters, NUMPY))

    def _grids(self, values: tuple[ArrayLike, ...]) -> list[Floats]:
        if len(values) != len(self.parameters):
            raise self._wrong_number(len(values))
        try:
            grids = np.broadcast_arrays(*(np.asarray(value, dtype=np.float64) for value in values))
        except (TypeError, ValueError) as error:
            raise MathsError(
                f"These values of {', '.join(self.parameters)} are no numbers, or their shapes do not fit.",
                "Give numbers, or arrays that numpy can broadcast together.",
            ) from error
        if self._work * grids[0].size > MOST_WORK:
            raise MathsError(
                f"χ² for {grids[0].size} choices of the parameters at {len(self.points)} data points is more "
                "than I can work out in a second.",
                "Take a coarser grid.",
            )
        return list(grids)

    @cached_property
    def _work(self) -> int:
        return len(self.points) * sum(1 for _ in walk(self.model))

    def _point(self, point: ArrayLike) -> Floats:
        try:
            values = np.asarray(point, dtype=np.float64)
        except (TypeError, ValueError):
            values = np.empty(0)
        if values.shape != (len(self.parameters),):
            raise self._wrong_number(values.size)
        return values

    def _wrong_number(self, count: int) -> MathsError:
        names = ", ".join(self.parameters)
        return MathsError(
            f"The parameters are {names}, and here are {count} values.",
            f"Give {len(self.parameters)}, one for each, in this order.",
        )


def chi_squared(
    model: Expression,
    parameters: Iterable[str],
    x: ArrayLike,
    y: ArrayLike,
    sigma: ArrayLike | None = None,
) -> ChiSquared:
    """Return χ² of the model at the points (x, y) as a function of its parameters.

    With ``sigma`` (the uncertainty of y, one number or one for each point) χ² = Σ ((y − f)/σ)²: each residual
    counts in units of its own uncertainty. Without, it is the plain sum of squared residuals Σ (y − f)².
    The one letter of the model that is no parameter stands for x.

    Raises MathsError for what ``data_points`` refuses, a model that is not one number, more than 12
    parameters, parameters that are not in the model, and letters that are neither. Source: Press et al.,
    Numerical Recipes, 3rd ed., sections 15.1 and 15.5.
    """
    points = data_points(x, y, sigma)
    names = (parameters,) if isinstance(parameters, str) else tuple(parameters)
    _check(model, names)
    others = sorted(model.variables.difference(names))
    if len(others) > 1:
        raise MathsError(
            f"In {model} the letters {', '.join(others)} are not parameters, and only one can stand for x.",
            "Name every other letter as a parameter, or put a number in its place.",
        )
    free = (letter for letter in ("x", "x_data") if letter not in names)
    return ChiSquared(model, names, others[0] if others else next(free), points)


def _check(model: object, names: tuple[str, ...]) -> None:
    if not isinstance(model, Expression):
        raise MathsError(f"{model!r} is not an expression.", "Read it with parse first.")
    if not model.is_scalar or has_matrix(model):
        raise MathsError(f"{model} is not a single number.", "Give a model with one value for each x.")
    if not 1 <= len(names) <= MOST_PARAMETERS or len(set(names)) != len(names):
        raise MathsError(
            f"{len(names)} parameters were named ({', '.join(names)}).",
            f"Name between 1 and {MOST_PARAMETERS} parameters, each once.",
        )
    unused = [name for name in names if name not in model.variables]
    if unused:
        raise MathsError(
            f"The parameter {unused[0]} does not occur in {model}, so no data can tell its value.",
            "Leave it out, or put it in the model.",
        )


@lru_cache(maxsize=256)
def _slope(model: Expression, parameter: str) -> Expression:
    return derivative(model, parameter)
