"""Where metres of the field are drawn: 100 units of the picture to the metre, y upwards."""

from collections.abc import Iterable

import numpy as np

from upslope.maths.sandpits.extremes import FIELD
from upslope.maths.sandpits.relief import Floats

UNITS = 100.0
SIDE = UNITS * FIELD


def drawn(point: Iterable[float]) -> tuple[float, float]:
    """Return where a point of the field is drawn."""
    x, y = point
    return round(UNITS * float(x), 1), round(SIDE - UNITS * float(y), 1)


def line(points: Iterable[Iterable[float]]) -> str:
    """Return points of the field as the points of an SVG polyline."""
    return " ".join(f"{x:g},{y:g}" for x, y in map(drawn, points))


def outline(points: Floats) -> str:
    """Return a closed line of the field as a piece of an SVG path."""
    units = np.column_stack([UNITS * points[:, 0], SIDE - UNITS * points[:, 1]])
    return "M" + "L".join(f"{x:.0f},{y:.0f}" for x, y in units) + "Z"
