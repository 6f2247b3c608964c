"""Grid, axes, their numbers and names; in a space its floor."""

from collections.abc import Sequence

from upslope.course.figures.scene.panels import Axes
from upslope.course.figures.scene.still.pane import Pane
from upslope.course.figures.scene.still.pen import drawn, spot, tenths
from upslope.course.figures.scene.still.text import BEFORE, Box, text_svg
from upslope.course.figures.scene.still.ticks import ticks

EDGE = 4
Ticks = list[tuple[float, str]]
Number = tuple[str, float, float, str]
"""Text, x, y and anchor of a number at an axis."""


def axes_svg(pane: Pane, taken: Sequence[Box]) -> tuple[str, str]:
    """Return what lies below everything else in a pane, and the numbers and names above the curves.

    Numbers make room for what is ``taken``.
    """
    axes = pane.panel.axes
    if axes is None:
        return "", ""
    return (_floor(pane, axes), "") if pane.panel.space else _flat(pane, axes, taken)


def _flat(pane: Pane, axes: Axes, taken: Sequence[Box]) -> tuple[str, str]:
    window = pane.window
    right, bottom = window.left + window.width, window.top + window.height
    base = float(pane.y.at(min(max(0, pane.y.low), pane.y.high)))
    upright = float(pane.x.at(min(max(0, pane.x.low), pane.x.high)))
    columns = [(float(pane.x.at(value)), text) for value, text in ticks(pane.x)]
    rows = [(float(pane.y.at(value)), text) for value, text in ticks(pane.y)]
    grid = "".join(f"M{tenths(x)},{tenths(bottom)}V{tenths(window.top)}" for x, _ in columns)
    grid += "".join(f"M{tenths(window.left)},{tenths(y)}H{tenths(right)}" for y, _ in rows)
    axis = f"M{tenths(window.left)},{tenths(base)}H{tenths(right)}"
    axis += f"M{tenths(upright)},{tenths(bottom)}V{tenths(window.top)}"
    numbers = _below(pane, axes, columns, base, upright) + _beside(pane, rows, base, upright)
    lines = drawn("grid", grid if axes.grid else "") + drawn("axis", axis if axes.lines else "")
    shown = [text_svg(*number) for number in numbers if axes.numbers and _is_free(number, taken)]
    return lines, "".join(shown) + _names(pane, axes, base, upright)


def _below(pane: Pane, axes: Axes, columns: Ticks, base: float, upright: float) -> list[Number]:
    """Return the numbers below the axis; the last leaves room for the axis' name."""
    end = pane.window.left + pane.window.width - 8 * len(axes.x) - 14
    named = [(x, text) for x, text in columns if abs(x - upright) > 12 and pane.window.left + EDGE < x < end]
    return [(text, x, base + 19, "middle") for x, text in named]


def _beside(pane: Pane, rows: Ticks, base: float, upright: float) -> list[Number]:
    aside = _aside(pane, upright)
    named = [(y, text) for y, text in rows if abs(y - base) > 8 and y - 16 > pane.window.top - EDGE]
    return [(text, upright + 8 * aside, y - 6, "start" if aside > 0 else "end") for y, text in named]


def _is_free(number: Number, taken: Sequence[Box]) -> bool:
    text, x, y, anchor = number
    width = 7.4 * len(text)
    left, top, right, bottom = x - width * BEFORE[anchor], y - 11, x + width * (1 - BEFORE[anchor]), y + 3
    return not any(left < box[2] and box[0] < right and top < box[3] and box[1] < bottom for box in taken)


def _names(pane: Pane, axes: Axes, base: float, upright: float) -> str:
    window = pane.window
    aside = _aside(pane, upright)
    low = base + 19 if base + 19 <= pane.frame.height else base - 8
    across = text_svg(axes.x, window.left + window.width, low, "end") if axes.x else ""
    if not axes.y:
        return across
    return across + text_svg(axes.y, upright + 8 * aside, window.top - 8, "start" if aside > 0 else "end")


def _aside(pane: Pane, upright: float) -> int:
    """Return the side of the upright axis that has room: 1 is right."""
    return -1 if upright > pane.window.left + pane.window.width - 44 else 1


def _floor(pane: Pane, axes: Axes) -> str:
    corners = [pane.project(*corner, 0) for corner in ((0, 0), (1, 0), (1, 1), (0, 1))]
    outline = "M" + "L".join(spot(float(x), float(y)) for x, y in corners) + "Z"
    names = [
        text_svg(name, float(x), float(y) + 5, "middle")
        for name, (x, y) in (
            (axes.x or "x", _nearest(pane, (0.5, -0.08), (0.5, 1.08))),
            (axes.y or "y", _nearest(pane, (-0.08, 0.5), (1.08, 0.5))),
        )
    ]
    return drawn("grid", outline) + "".join(names)


def _nearest(pane: Pane, *places: tuple[float, float]) -> tuple[float, float]:
    """Return the pixel of the place that is drawn lowest."""
    pixels = [pane.project(*place, 0) for place in places]
    x, y = max(pixels, key=lambda pixel: float(pixel[1]))
    return float(x), float(y)
