"""What the curvatures of a function at a place where its slopes are 0 say about that place."""

from typing import Literal, TypeAlias

import numpy as np

from upslope.maths.solving.interval_enclosure import Reals

Kind: TypeAlias = Literal["minimum", "maximum", "saddle", "cannot tell"]
# Curvatures smaller than this, or than this share of the largest, may be 0 moved by rounding.
_COUNTS_AS_ZERO = 1e-12
_SHARE = 1e-9


def kind_by_curvature(hessian: Reals) -> Kind:
    """Return the kind of a stationary point from its matrix of second derivatives, shape (n, n), n ≥ 1.

    All eigenvalues positive: a minimum; all negative: a maximum; some of each: a saddle. Where the rest is 0
    the matrix cannot tell. Source: Nocedal & Wright, Numerical Optimization, 2nd ed., theorems 2.3 and 2.4.
    """
    curvatures = np.linalg.eigvalsh((hessian + hessian.T) / 2)
    floor = _COUNTS_AS_ZERO + _SHARE * np.abs(curvatures).max()
    if curvatures[0] < -floor and curvatures[-1] > floor:
        return "saddle"
    if curvatures[0] > floor:
        return "minimum"
    return "maximum" if curvatures[-1] < -floor else "cannot tell"
