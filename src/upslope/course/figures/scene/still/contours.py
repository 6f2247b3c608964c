"""Lines of equal height, and the areas above them."""

from itertools import pairwise
from math import ceil, floor
from typing import Any

import contourpy
import numpy as np

from upslope.course.figures.scene.moment import Array, Moment, Values
from upslope.course.figures.scene.primitives import Contours, Levels
from upslope.course.figures.scene.still.pane import Pane
from upslope.course.figures.scene.still.pen import drawn, path
from upslope.course.figures.scene.still.ticks import round_step


def draw(item: Contours, rows: list[Values], moment: Moment, pane: Pane) -> list[str]:
    """Return the contours of each row: a path a level."""
    return ["".join(_levels(item, row, moment, pane)) for row in rows]


def levels_of(levels: Levels, values: Array) -> list[float]:
    """Return the heights: as listed, rising by one factor, or about so many round ones."""
    if levels.values:
        return list(levels.values)
    if levels.rising:
        return [float(level) for level in np.geomspace(*levels.rising, levels.count)]
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    if high <= low:
        return []
    step = round_step((high - low) / levels.count)
    start = ceil(low / step + 1e-9)
    return [index * step for index in range(start, floor(high / step) + 1)]


def _levels(item: Contours, row: Values, moment: Moment, pane: Pane) -> list[str]:
    inside = pane.window
    x = np.linspace(inside.left, inside.left + inside.width, item.grid)
    y = np.linspace(inside.top + inside.height, inside.top, item.grid)
    grid = np.meshgrid(pane.x.back(x), pane.y.back(y))
    values = moment.array(item.of, {**row, **dict(zip(item.by, grid, strict=True))})
    values = np.broadcast_to(values, grid[0].shape)
    maker = contourpy.contour_generator(x, y, np.ma.masked_invalid(values), fill_type="OuterOffset")
    levels = levels_of(item.levels, values)
    if item.filled:
        top = float(np.max(values[np.isfinite(values)], initial=0)) + 1
        return [drawn("area", _area(maker.filled(level, max(top, level + 1)))) for level in levels]
    return [
        drawn("line", "".join(path(*np.asarray(line).T) for line in maker.lines(level))) for level in levels
    ]


def _area(filled: Any) -> str:
    polygons, offsets = filled  # contourpy: points of polygons, and where in them each ring begins
    return "".join(
        path(*points[start:end].T) + "Z"
        for points, cuts in zip(polygons, offsets, strict=True)
        for start, end in pairwise(cuts)
    )
