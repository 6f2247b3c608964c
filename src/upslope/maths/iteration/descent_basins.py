"""Basins of gradient descent: to which minimum a method leads from each of very many starts."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression
from upslope.maths.iteration.basins import Basins, check_starts, gathered, in_chunks
from upslope.maths.iteration.descent_methods import Method
from upslope.maths.iteration.descent_rule import descent_rule, descent_walks
from upslope.maths.iteration.gradient_descent import MOST_STEPS
from upslope.maths.iteration.landscape import Landscape


def descent_basins(
    f: Expression, variables: Sequence[str], starts: ArrayLike, method: Method, steps: int = MOST_STEPS
) -> Basins:
    """Walk downhill on ``f`` from every start at once, by one method.

    ``starts`` has shape (..., n): a row of n coordinates for each start, so a grid of k × l starts has the
    shape (k, l, n). Each ends as ``gradient_descent`` would from there. Raises MathsError for more than
    4,000,000 starts, for one that is not finite or has other than n coordinates, and where
    ``gradient_descent`` does.
    """
    array, names = np.asarray(starts, dtype=np.float64), tuple(variables)
    if array.ndim < 1 or array.shape[-1] != len(names):
        raise MathsError(
            f"Starts of the shape {array.shape} do not fit {len(names)} variables.",
            "Give one row of coordinates for each start.",
        )
    shape = array.shape[:-1]
    points = array.reshape(-1, len(names)).T
    check_starts(array, points.shape[1])
    landscape = Landscape(f, names)
    rule = descent_rule(landscape, method)
    return gathered([descent_walks(landscape, rule, part, steps) for part in in_chunks(points)], shape)
