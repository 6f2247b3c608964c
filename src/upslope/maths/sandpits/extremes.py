"""The local minima of a relief on the field and its highest place: found on a grid, then refined."""

import numpy as np
from numpy.typing import NDArray

from upslope.maths.sandpits.relief import Floats, Local, Relief

FIELD = 6.0  # metres: the field is the square [0, FIELD] × [0, FIELD]
CELLS = 120
STEP = FIELD / CELLS
NEWTON_STEPS = 14  # none longer than a grid cell, so they lead 0.7 m at most
MEET_AFTER = 3
PEAKS = 4  # how many of the highest grid points are looked at closely
ZOOMS = 18  # each halves the distance to the top, where the ground is flat: heights are right to 1e-10

_axis = np.linspace(0.0, FIELD, CELLS + 1)
_around = np.array([(x, y) for x in (-1.0, -0.5, 0.0, 0.5, 1.0) for y in (-1.0, -0.5, 0.0, 0.5, 1.0)])


def heights_on_field(relief: Relief) -> Floats:
    """Return the heights on a grid of 121 × 121 points; rows are y, columns x."""
    return relief.on_grid(_axis, _axis)


def local_minima(relief: Relief, heights: Floats) -> Floats:
    """Return all points inside the field where the relief has a minimum, the lowest first, shape (n, 2).

    ``heights`` are those of ``heights_on_field``. A hollow must be wider than about 0.1 m to be seen.
    """
    points = _starts(heights)
    for n in range(NEWTON_STEPS):
        points = np.clip(points + _downhill(relief.at(points)), 0.0, FIELD)
        if n == MEET_AFTER:  # most have met by now, and each costs a dozen more steps
            points = _apart(points)
    local = relief.at(points)
    inside = np.all((points > 0.0) & (points < FIELD), axis=-1)
    flat = np.abs(local.J).max(-1) <= 1e-7 * np.abs(local.H).max((-2, -1)).clip(1.0)
    stands = inside & flat & _is_hollow(local.H)
    return _apart(points[stands][np.argsort(local.f[stands], kind="stable")])


def highest(relief: Relief, heights: Floats) -> float:
    """Return the greatest height on the field, its edge included."""
    points = _lower_than_beside(-heights)
    points = points[np.argsort(relief.at(points).f)[-PEAKS:]]
    reach = STEP
    for _ in range(ZOOMS):
        choices = np.clip(points[:, None, :] + reach * _around, 0.0, FIELD)
        best = relief.at(choices).f.argmax(-1)
        points = choices[np.arange(len(points)), best]
        reach /= 2
    return float(relief.at(points).f.max())


def _starts(heights: Floats) -> Floats:
    """Return the grid points to start from: the lowest around, and all from which Newton steps to near by.

    The second kind is for shallow hollows in narrow valleys, which the grid alone passes by.
    """
    along_y, along_x = np.gradient(heights, STEP)
    mixed, bend_x = np.gradient(along_x, STEP)
    bend_y = np.gradient(along_y, STEP, axis=0)
    determinant = bend_x * bend_y - mixed**2
    with np.errstate(divide="ignore", invalid="ignore"):
        across = np.abs(bend_y * along_x - mixed * along_y) / determinant
        up = np.abs(bend_x * along_y - mixed * along_x) / determinant
    near = (determinant > 0) & (bend_x > 0) & (across <= 1.5 * STEP) & (up <= 1.5 * STEP)
    return np.concatenate([_lower_than_beside(heights), _grid_points(near)])


def _lower_than_beside(heights: Floats) -> Floats:
    """Return the grid points that are no higher than the four (at the edge: fewer) beside them.

    Those on the diagonals do not count: along a valley that runs askew one of them is lower nearly
    everywhere, also where the valley has its lowest point.
    """
    padded = np.pad(heights, 1, constant_values=np.inf)
    rows, columns = heights.shape
    shifts = [(0, 1), (1, 0), (1, 2), (2, 1)]
    lowest = np.min([padded[i : i + rows, j : j + columns] for i, j in shifts], axis=0)
    return _grid_points(heights <= lowest)


def _grid_points(chosen: NDArray[np.bool_]) -> Floats:
    rows, columns = np.nonzero(chosen)
    return np.column_stack([_axis[columns], _axis[rows]])


def _downhill(local: Local) -> Floats:
    """Return Newton's step where the ground is hollow, else one downhill; none longer than a grid cell."""
    hollow = _is_hollow(local.H)
    safe = np.where(hollow[:, None, None], local.H, np.eye(2))
    step = -np.linalg.solve(safe, local.J[:, :, None])[:, :, 0]
    length = np.linalg.norm(step, axis=-1, keepdims=True)
    return np.asarray(step * np.minimum(1.0, STEP / np.maximum(length, 1e-300)))


def _is_hollow(H: Floats) -> Floats:
    """Return where a Hessian is positive definite."""
    determinant = H[..., 0, 0] * H[..., 1, 1] - H[..., 0, 1] * H[..., 1, 0]
    return np.asarray((determinant > 0.0) & (H[..., 0, 0] > 0.0))


def _apart(points: Floats) -> Floats:
    """Return the points without those that stand on an earlier one."""
    together = np.abs(points[:, None, :] - points).max(-1) <= STEP / 10
    repeated = np.tril(together, -1).any(-1)
    return np.asarray(points[~repeated])
