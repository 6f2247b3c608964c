"""Curves, and areas between a curve and its base."""

import numpy as np

from upslope.course.figures.scene.moment import Array, Moment, Values
from upslope.course.figures.scene.primitives import Curve, Point
from upslope.course.figures.scene.still.pane import Pane
from upslope.course.figures.scene.still.pen import drawn, path, pieces

PIECES, CLOSER = 180, 24
"""Samples along a curve, and how many more where it begins or ends to exist."""


def draw(item: Curve, rows: list[Values], moment: Moment, pane: Pane) -> list[str]:
    """Return a curve for each row."""
    is_area = item.base is not None or "filled" in item.look.style
    return [drawn("area" if is_area else "curve", _path(item, row, moment, pane, is_area)) for row in rows]


def _path(item: Curve, row: Values, moment: Moment, pane: Pane, is_area: bool) -> str:
    places = _places(item, row, moment, pane)
    x, y = _pixels(item.at, item.by, places, row, moment, pane)
    text = ""
    for piece in pieces(x, y, pane.frame.height):
        if item.base:
            back = _pixels(item.base, item.by, places[piece][::-1], row, moment, pane)
            text += path(
                *(np.concatenate([there[piece], home]) for there, home in zip((x, y), back, strict=True))
            )
        else:
            text += path(x[piece], y[piece])
        text += "Z" if is_area and text else ""
    return text


def _pixels(
    at: Point, letter: str, places: Array, row: Values, moment: Moment, pane: Pane
) -> tuple[Array, Array]:
    inside = {**row, letter: places}
    coordinates = (np.broadcast_to(moment.array(tree, inside), places.shape) for tree in at)
    x, y = pane.at(*coordinates)
    return np.broadcast_to(x, places.shape), np.broadcast_to(y, places.shape)


def _places(item: Curve, row: Values, moment: Moment, pane: Pane) -> Array:
    """Return the values of the letter: even in the picture, closer together where the curve ends to exist."""
    start = pane.x.low if item.start is None else moment.number(item.start, row)
    end = pane.x.high if item.end is None else moment.number(item.end, row)
    count = (item.samples or PIECES) + 1
    along = pane.x.log and str(item.at[0]) == item.by
    first, last = (float(pane.x.at(edge)) if along else edge for edge in (start, end))
    places = np.linspace(first, last, count)
    places = pane.x.back(places) if along else places
    exists = np.isfinite(np.sum(_pixels(item.at, item.by, places, row, moment, pane), axis=0))
    edges = np.flatnonzero(exists[:-1] != exists[1:])
    if not 0 < len(edges) <= CLOSER:
        return places
    more = [_towards(places[edge], places[edge + 1], bool(exists[edge])) for edge in edges]
    return np.sort(np.concatenate([places, *more]))


def _towards(first: float, second: float, first_exists: bool) -> Array:
    """Return places that crowd towards the one of the two where there is nothing."""
    inside, outside = (first, second) if first_exists else (second, first)
    return np.asarray(outside + (inside - outside) * 0.5 ** np.arange(1, CLOSER), dtype=float)
