"""Dots and handles."""

from upslope.course.figures.scene.moment import Moment, Values
from upslope.course.figures.scene.primitives import Dot, Handle, Point
from upslope.course.figures.scene.still.pane import Pane
from upslope.course.figures.scene.still.pen import tenths

USUAL_SIZE, RING = 5.0, 9.0


def draw(item: Dot, rows: list[Values], moment: Moment, pane: Pane) -> list[str]:
    """Return a dot for each row whose point is in the window."""
    look = "hollow" if item.hollow else "dot"
    sizes = [USUAL_SIZE if item.size is None else moment.number(item.size, row) for row in rows]
    return [
        _circle(look, item.at, row, moment, pane, max(size, 0)) for row, size in zip(rows, sizes, strict=True)
    ]


def draw_handle(item: Handle, rows: list[Values], moment: Moment, pane: Pane) -> list[str]:
    """Return the ring to take hold of."""
    return [_circle("ring", item.at, row, moment, pane, RING) for row in rows]


def _circle(look: str, at: Point, row: Values, moment: Moment, pane: Pane, size: float) -> str:
    x, y = (float(pixel) for pixel in pane.at(*(moment.number(tree, row) for tree in at)))
    if not pane.holds(x, y):
        return ""
    return f'<circle class="{look}" cx="{tenths(x)}" cy="{tenths(y)}" r="{tenths(size)}"/>'
