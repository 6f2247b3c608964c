"""A scene at one state as a whole SVG document."""

from collections.abc import Callable, Mapping
from typing import Any

from upslope.course.figures.scene.moment import Moment, Values
from upslope.course.figures.scene.primitives import Primitive, Text
from upslope.course.figures.scene.still import contours, curve, dot, field, line, surface, text
from upslope.course.figures.scene.still.axes import axes_svg
from upslope.course.figures.scene.still.layout import WIDTH, height_of
from upslope.course.figures.scene.still.pane import Pane
from upslope.course.figures.scene.still.pen import tenths
from upslope.course.figures.scene.still.style import style
from upslope.course.figures.scene.still.text import plain_svg

Draw = Callable[[Any, list[Values], Moment, Pane], list[str]]

DRAW: Mapping[str, Draw] = {
    "curve": curve.draw,
    "line": line.draw,
    "trail": line.draw_trail,
    "dot": dot.draw,
    "text": text.draw,
    "field": field.draw,
    "contours": contours.draw,
    "surface": surface.draw,
    "handle": dot.draw_handle,
}
"""What draws each kind of primitive."""

FREE = ("dot", "text", "handle")
"""Kinds that are not cut off at the edge of a window, in the order in which they lie above the others."""


def picture(panes: tuple[Pane, ...], items: tuple[Primitive, ...], moment: Moment) -> str:
    """Return the picture."""
    height = height_of([pane.frame for pane in panes])
    drawn = "".join(
        _pane(pane, [item for item in items if item.look.panel == place], moment)
        for place, pane in enumerate(panes)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}" height="{height}" '
        f'viewBox="0 0 {WIDTH:g} {height}">{style()}{drawn}</svg>'
    )


def _pane(pane: Pane, items: list[Primitive], moment: Moment) -> str:
    window, frame = pane.window, pane.frame
    inside = "".join(_item(item, moment, pane) for item in items if item.kind not in FREE)
    free = "".join(_item(item, moment, pane) for kind in FREE for item in items if item.kind == kind)
    taken = [
        box
        for item in items
        if isinstance(item, Text)
        for box in text.boxes(item, _rows(item, moment), moment, pane)
    ]
    below, above = axes_svg(pane, taken)
    box = [tenths(side) for side in (window.left, window.top, window.width, window.height)]
    title = plain_svg(pane.panel.title, frame.width / 2, -7, "middle") if pane.panel.title else ""
    return (
        f'<g transform="translate({tenths(frame.left)},{tenths(frame.top)})">{below}'
        f'<svg x="{box[0]}" y="{box[1]}" width="{box[2]}" height="{box[3]}" viewBox="{" ".join(box)}">'
        f"{inside}</svg>{above}{free}{title}</g>"
    )


def _item(item: Primitive, moment: Moment, pane: Pane) -> str:
    look = item.look
    rows = _rows(item, moment)
    drawn = DRAW[item.kind](item, rows, moment, pane)
    if look.opacity is not None:
        strengths = [min(max(moment.number(look.opacity, row), 0), 1) for row in rows]
        drawn = [
            f'<g opacity="{strength:.2g}">{part}</g>'
            for part, strength in zip(drawn, strengths, strict=False)
        ]
    inside = "".join(drawn)
    classes = " ".join(filter(None, ("item", item.kind, f"tone-{look.role}", look.style)))
    return f'<g class="{classes}">{inside}</g>' if inside else ""


def _rows(item: Primitive, moment: Moment) -> list[Values]:
    """Return the rows for which an item is drawn."""
    return [row for row in moment.rows(item.look.each) if moment.holds(item.look.when, row)]
