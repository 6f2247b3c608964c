"""Surfaces as wires: lines across and along."""

import numpy as np

from upslope.course.figures.scene.moment import Moment, Values
from upslope.course.figures.scene.primitives import Surface
from upslope.course.figures.scene.still.pane import Pane
from upslope.course.figures.scene.still.pen import drawn, path, pieces

WIRES = 20
OUTSIDE = 0.02  # of the box; what stands out further is left away


def draw(item: Surface, rows: list[Values], moment: Moment, pane: Pane) -> list[str]:
    """Return the wires of each row, one path."""
    return [drawn("line", _path(item, row, moment, pane)) for row in rows]


def _path(item: Surface, row: Values, moment: Moment, pane: Pane) -> str:
    space = pane.panel.space
    if space is None:
        return ""
    across, along, (low, high) = space.box
    share = np.linspace(0, 1, WIRES + 1)
    grid = np.meshgrid(np.linspace(*across, WIRES + 1), np.linspace(*along, WIRES + 1))
    heights = moment.array(item.of, {**row, **dict(zip(item.by, grid, strict=True))})
    up = (np.broadcast_to(heights, grid[0].shape) - low) / (high - low)
    up = np.where((up >= -OUTSIDE) & (up <= 1 + OUTSIDE), up, np.nan)
    x, y = pane.project(*np.meshgrid(share, share), up)
    wires = [*zip(x, y, strict=True), *zip(x.T, y.T, strict=True)]
    return "".join(path(a[piece], b[piece]) for a, b in wires for piece in pieces(a, b, pane.frame.height))
