"""Fields of arrows."""

import numpy as np

from upslope.course.figures.scene.moment import Moment, Values
from upslope.course.figures.scene.primitives import Field
from upslope.course.figures.scene.still.pane import Pane
from upslope.course.figures.scene.still.pen import arrow_head, drawn, spot

HEAD, SHORTEST = 6.0, 1.5


def draw(item: Field, rows: list[Values], moment: Moment, pane: Pane) -> list[str]:
    """Return all arrows of each row as one path; the longest has the length that is asked for."""
    return [drawn("line", _path(item, row, moment, pane)) for row in rows]


def _path(item: Field, row: Values, moment: Moment, pane: Pane) -> str:
    across = pane.x.low + (np.arange(item.columns) + 0.5) * (pane.x.high - pane.x.low) / item.columns
    up = pane.y.low + (np.arange(item.rows) + 0.5) * (pane.y.high - pane.y.low) / item.rows
    grid = np.array(np.meshgrid(across, up)).reshape(2, -1)
    inside = {**row, **dict(zip(item.by, grid, strict=True))}
    units = [float(scale.at(1.0) - scale.at(0.0)) for scale in (pane.x, pane.y)]
    arrows = np.array(
        [np.broadcast_to(moment.array(tree, inside), grid.shape[1:]) for tree in (item.u, item.v)]
    ) * np.array(units).reshape(2, 1)
    lengths = np.hypot(*arrows)
    longest = float(np.max(lengths[np.isfinite(lengths)], initial=0))
    if longest == 0:
        return ""
    starts = np.array(pane.at(*grid))
    ends = starts + arrows * (item.longest / longest)
    visible = np.sum(np.abs(ends - starts), axis=0) > SHORTEST
    return "".join(
        f"M{spot(*start)}L{spot(*end)}{arrow_head((start[0], start[1]), (end[0], end[1]), HEAD)}"
        for start, end in zip(starts.T[visible].tolist(), ends.T[visible].tolist(), strict=True)
    )
