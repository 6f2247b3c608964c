"""How far around a point a plane or a paraboloid is as good as its function of two variables."""

from collections.abc import Callable, Sequence
from math import hypot

import numpy as np
from numpy.typing import NDArray

from upslope.maths import Expression, to_numpy
from upslope.web.explorer.close_by import Tolerance
from upslope.web.explorer.opening import View

Array = NDArray[np.float64]

_RINGS, _DIRECTIONS = 240, 360
_HALVINGS = 40


def close_radius(
    f: Expression,
    derivatives: Sequence[float],
    point: tuple[float, float],
    view: View,
    allowed: Tolerance,
) -> float:
    """Return how far one can go in any direction, within the view, while |f − p| is within the tolerance.

    ``derivatives`` of f at the point are its value and those by x, y, xx, xy, yy; p is made of them, and
    those beyond its order are 0. Looked for on 240 rings of 360 places; then the last ring is halved in.
    """
    is_close = _test(f, derivatives, point, view, allowed)
    farthest = max(hypot(x - point[0], y - point[1]) for x in view[:2] for y in view[2:])
    radii = np.linspace(0.0, farthest, _RINGS + 1)
    fits = is_close(radii)
    if fits[1:].all():
        return farthest
    first = int(np.argmin(fits[1:])) + 1
    inside, outside = float(radii[first - 1]), float(radii[first])
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if is_close(np.array([middle]))[0] else (inside, middle)
    return inside


def _test(
    f: Expression,
    derivatives: Sequence[float],
    point: tuple[float, float],
    view: View,
    allowed: Tolerance,
) -> Callable[[Array], NDArray[np.bool_]]:
    """Whether all places of a ring, as far as they are in the view, are within the tolerance."""
    value, fx, fy, fxx, fxy, fyy = derivatives
    height = to_numpy(f, ("x", "y"))
    angles = np.linspace(0.0, 2 * np.pi, _DIRECTIONS, endpoint=False)

    def is_close(radii: Array) -> NDArray[np.bool_]:
        h, k = radii[:, None] * np.cos(angles), radii[:, None] * np.sin(angles)
        x, y = point[0] + h, point[1] + k
        polynomial = value + fx * h + fy * k + (fxx * h**2 + 2 * fxy * h * k + fyy * k**2) / 2
        is_out = (x < view[0]) | (x > view[1]) | (y < view[2]) | (y > view[3])
        with np.errstate(all="ignore"):
            heights = height(x, y)
            most = allowed.size * np.abs(heights) if allowed.is_share else allowed.size
            return np.asarray(np.all(is_out | (np.abs(heights - polynomial) <= most), axis=1))

    return is_close
