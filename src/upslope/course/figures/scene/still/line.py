"""Straight lines, polygons, arrows, and trails through all rows."""

import numpy as np

from upslope.course.figures.scene.moment import Moment, Values
from upslope.course.figures.scene.primitives import Line, Point, Trail
from upslope.course.figures.scene.still.pane import FAR, Pane
from upslope.course.figures.scene.still.pen import arrow_head, drawn, path, tenths


def draw(item: Line, rows: list[Values], moment: Moment, pane: Pane) -> list[str]:
    """Return a line for each row."""
    return [_line(item, row, moment, pane) for row in rows]


def draw_trail(item: Trail, rows: list[Values], moment: Moment, pane: Pane) -> list[str]:
    """Return one line through the places of all rows that exist."""
    places = [_pixel(item.at, row, moment, pane) for row in rows]
    return [drawn("line", _path([place for place in places if np.all(np.isfinite(place))], item.head))]


def _line(item: Line, row: Values, moment: Moment, pane: Pane) -> str:
    places = [_pixel(point, row, moment, pane) for point in item.points]
    if not np.all(np.isfinite(places)):
        return ""
    if item.closed:
        return drawn(
            "area" if "filled" in item.look.style else "line", _path([*places, places[0]], False) + "Z"
        )
    line = drawn("line", _path(places, item.head))
    if item.width is None:
        return line
    return f'<g style="stroke-width:{tenths(max(moment.number(item.width, row), 0))}">{line}</g>'


def _path(places: list[tuple[float, float]], head: bool) -> str:
    if len(places) < 2:
        return ""
    x, y = np.clip(np.array(places).T, -FAR, FAR)
    return path(x, y) + (arrow_head((x[-2], y[-2]), (x[-1], y[-1])) if head else "")


def _pixel(point: Point, row: Values, moment: Moment, pane: Pane) -> tuple[float, float]:
    x, y = pane.at(*(moment.number(tree, row) for tree in point))
    return float(x), float(y)
