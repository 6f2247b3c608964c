"""The kinds of sandpit: how each draws its relief."""

from collections.abc import Callable, Mapping

import numpy as np

from upslope.maths.sandpits.extremes import FIELD
from upslope.maths.sandpits.relief import Bowl, Floats, Hills, Relief, Shape, Waves

Draw = Callable[[np.random.Generator], Relief]
MIDDLE = np.array([FIELD / 2, FIELD / 2])
TURN = 2 * np.pi


def bowl(rng: np.random.Generator) -> Relief:
    """A smooth bowl, longer than wide, with one high corner."""
    angle, ratio = rng.uniform(0, np.pi), rng.uniform(1.2, 3.0)
    along = np.array([np.cos(angle), np.sin(angle)])
    across = np.array([-along[1], along[0]])
    curvature = np.outer(along, along) + ratio * np.outer(across, across)
    centre = rng.uniform(1.5, 4.5, 2)
    corner = FIELD * rng.integers(0, 2, 2).astype(float)
    hill = Hills(np.array([rng.uniform(8, 16)]), corner[None, :], np.array([rng.uniform(1.2, 1.6)]))
    return Relief((Bowl(centre, curvature), hill))


def waves(rng: np.random.Generator) -> Relief:
    """A few long waves from all sides, over a bowl that keeps the low ground inside."""
    return Relief(_swell(rng))


def chequerboard(rng: np.random.Generator) -> Relief:
    """A board of squares, hill beside hollow, with one hollow twice as deep as the others."""
    columns, rows = [(4, 3), (3, 4), (4, 4), (5, 3), (3, 5)][rng.integers(5)]
    first = int(rng.integers(2))
    dark = [(i, j) for i in range(columns) for j in range(rows) if (i + j) % 2 == first]
    column, row = dark[rng.integers(len(dark))]
    size = FIELD / np.array([columns, rows])
    kx, ky = np.pi / size
    # sin(kx·x)·sin(ky·y) = ½cos(kx·x − ky·y) − ½cos(kx·x + ky·y); a dark square has its lowest point at −1.
    sign = -1.0 if first == 0 else 1.0
    board = Waves(0.5 * sign * np.array([1.0, -1.0]), np.array([(kx, -ky), (kx, ky)]), np.zeros(2))
    centre = (np.array([column, row]) + 0.5) * size
    # The highest ground lies at +1 and the hollows at −1, so 2 more make this one twice as deep.
    well = Hills(np.array([-2.0]), centre[None, :], np.array([0.3 * float(size.min())]))
    return Relief((board, well))


def rocks(rng: np.random.Generator) -> Relief:
    """Long waves strewn with rocks: many short, low waves, and so many small hollows."""
    return Relief((*_swell(rng), _waves(rng, 24, (0.55, 0.9), 0.07)))


def well(rng: np.random.Generator) -> Relief:
    """Long waves and a well 0.2 m wide somewhere, which may or may not hold the lowest point."""
    swell = _swell(rng)
    depth = rng.uniform(1.2, 4.0)
    place = rng.uniform(0.6, FIELD - 0.6, 2)
    width = 0.2 / np.sqrt(8 * np.log(2))  # so that it is 0.2 m across where it is half as deep
    return Relief((*swell, Hills(np.array([-depth]), place[None, :], np.array([width]))))


def _swell(rng: np.random.Generator) -> tuple[Shape, ...]:
    return _waves(rng, 6, (2.6, 6.0), 1.0), Bowl(MIDDLE + rng.uniform(-1, 1, 2), 0.6 * np.eye(2))


def _waves(rng: np.random.Generator, count: int, lengths: tuple[float, float], height: float) -> Waves:
    """Draw cosines with wave lengths (in metres) and directions spread evenly, and any phases."""
    number = TURN / rng.uniform(*lengths, count)
    direction = rng.uniform(0, TURN, count)
    numbers = np.column_stack([number * np.cos(direction), number * np.sin(direction)])
    heights: Floats = height * rng.uniform(0.5, 1.0, count)
    return Waves(heights, numbers, rng.uniform(0, TURN, count))


KINDS: Mapping[str, Draw] = {
    "bowl": bowl,
    "waves": waves,
    "chequerboard": chequerboard,
    "rocks": rocks,
    "well": well,
}
