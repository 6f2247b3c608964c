"""A function of several variables as a landscape: height, gradient and curvature at many points at once."""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from upslope.maths.differentiation.differentiation import derivative
from upslope.maths.errors import MathsError
from upslope.maths.expressions.array_values import Values, array_values
from upslope.maths.expressions.expression import Expression, walk
from upslope.maths.iteration.endings import Points

Heights = NDArray[np.float64]
Hessians = NDArray[np.float64]

# A central difference loses the fewest digits with a step of the cube root of the unit roundoff (Press et
# al., Numerical Recipes, 3rd ed., section 5.7).
_STEP = 2.0**-17


class Landscape:
    """Height, gradient and Hessian of ``f``, ready for points of shape (n, m) or (n,).

    ``work`` counts the nodes of trees worked out so far, so that whoever asks can stop in good time. Raises
    MathsError for a symbol that is not among ``variables`` and for a function that is too large.
    """

    def __init__(self, f: Expression, variables: tuple[str, ...]) -> None:
        self.variables = variables
        self.work = 0
        self._height = array_values(f, variables)
        self._partials = tuple(derivative(f, name) for name in variables)
        self._slopes = tuple(array_values(partial, variables) for partial in self._partials)
        self._nodes = (_nodes([f]), _nodes(self._partials))

    def height(self, points: Points) -> Heights:
        """Return the heights, shape (m,)."""
        self.work += self._nodes[0]
        return self._height(points)

    def gradient(self, points: Points) -> Points:
        """Return the rows of slopes, shape (n, m): the gradient of walker k is the column k."""
        self.work += self._nodes[1]
        return np.stack([slope(points) for slope in self._slopes])

    def hessian(self, points: Points) -> Hessians:
        """Return the matrices of second derivatives, shape (n, n, m); symmetric."""
        if self._second is None:
            return self._from_differences(points)
        nodes, values = self._second
        self.work += nodes
        entries = np.stack([value(points) for value in values])
        return entries.reshape(len(points), len(points), *points.shape[1:])

    @cached_property
    def _second(self) -> tuple[int, list[Values]] | None:
        """How large the second derivatives are, and their values, row by row.

        None where a first derivative is too long to be differentiated again.
        """
        try:
            trees = [derivative(partial, name) for partial in self._partials for name in self.variables]
        except MathsError:
            return None
        return _nodes(trees), [array_values(tree, self.variables) for tree in trees]

    def _from_differences(self, points: Points) -> Hessians:
        step = _STEP * np.maximum(1.0, np.abs(points))
        rows = []
        for coordinate in range(len(points)):
            ahead, behind = points.copy(), points.copy()
            ahead[coordinate] += step[coordinate]
            behind[coordinate] -= step[coordinate]
            run = ahead[coordinate] - behind[coordinate]
            rows.append((self.gradient(ahead) - self.gradient(behind)) / run)
        matrices = np.stack(rows)
        symmetric: Hessians = (matrices + matrices.swapaxes(0, 1)) / 2
        return symmetric


def _nodes(trees: Iterable[Expression]) -> int:
    return sum(1 for tree in trees for _ in walk(tree))


def curvatures(hessians: Hessians) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the eigenvalues (m, n), rising, and eigenvectors (m, n, n; columns) of matrices (n, n, m).

    NaN for a matrix that is not finite.
    """
    matrices = np.moveaxis(hessians, -1, 0)
    sound = np.asarray(np.isfinite(matrices).all(axis=(1, 2)))
    values, vectors = np.linalg.eigh(np.where(sound[:, None, None], matrices, 0.0))
    return np.where(sound[:, None], values, np.nan), vectors
