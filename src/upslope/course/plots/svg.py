"""A plot as SVG: points only, colours by class, as wide as its place. No script, and nothing needs an id."""

import math
from collections.abc import Iterable
from html import escape

import numpy as np

from upslope.course.plots.axes import axes_svg
from upslope.course.plots.frame import IN_TEXT, Frame, Size, frame_of, number_text
from upslope.course.plots.labels import Floats, body, drawn_points, place_beside, place_on
from upslope.course.plots.writing import number, text_svg
from upslope.questions.plot import Arrow, Curve, Dot, Plot, Role
from upslope.questions.plot_sampling import Piece, Point

# Colour is never alone: where lines of several roles stand together, each role has its own dashes, too.
DASHES: dict[Role, str] = {
    "f": "",
    "slope": "8 4",
    "step": "2 4",
    "x": "10 3 2 3",
    "y": "5 3",
    "error": "1 3",
}
DASHED = "5 4"
CROWD = 12  # more points than this are drawn small
HEAD = 8.0
STRONGEST, FAINTEST = 0.95, 0.4
NAMED_LEVELS = 4


def plot_svg(plot: Plot, size: Size = IN_TEXT) -> str:
    """Return the picture; its ``alt`` is its name for those who cannot see it."""
    frame = frame_of(plot, size)
    inside = "".join((*_curves(plot, frame), *_contours(plot, frame), *_arrows(plot, frame)))
    over = "".join((*_dots(plot, frame), *_names(plot, frame), *_level_labels(plot, frame)))
    area = f'width="{number(frame.across)}" height="{number(frame.up)}"'
    return (
        f'<svg class="plot" role="img" aria-label="{escape(plot.alt)}" font-size="{number(size.text)}" '
        f'viewBox="0 0 {number(size.width)} {number(frame.height)}">'
        f'<g transform="translate({number(frame.left)} {number(frame.top)})">'
        f"{axes_svg(frame)}<svg {area}>{inside}</svg>{over}</g></svg>"
    )


def _curves(plot: Plot, frame: Frame) -> Iterable[str]:
    are_mixed = len({curve.role for curve in plot.curves}) > 1
    for curve in plot.curves:
        dashes = DASHED if curve.is_dashed else DASHES[curve.role] if are_mixed else ""
        look = f' stroke-dasharray="{dashes}"' if dashes else ""
        yield f'<path class="{_tone("curve", curve.role)}"{look} d="{_path(curve.pieces, frame)}"/>'


def _contours(plot: Plot, frame: Frame) -> Iterable[str]:
    """Yield the lines, the lowest strongest, so that the way down shows without colour."""
    levels = sorted(contour.level for contour in plot.contours)
    for contour in plot.contours:
        share = levels.index(contour.level) / max(len(levels) - 1, 1)
        opacity = STRONGEST + (FAINTEST - STRONGEST) * share
        look = f'class="contour" stroke-opacity="{opacity:.2g}"'
        yield f'<path {look} d="{_path(contour.lines, frame)}"/>'


def _arrows(plot: Plot, frame: Frame) -> Iterable[str]:
    for arrow in plot.arrows:
        yield f'<g class="{_tone("arrow", arrow.role)}">{_arrow(arrow, frame)}</g>'


def _arrow(arrow: Arrow, frame: Frame) -> str:
    (x0, y0), (x1, y1) = frame.at(arrow.start), frame.at(arrow.end)
    length = math.hypot(x1 - x0, y1 - y0)
    if length == 0:
        return ""
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    head = min(HEAD, length / 2)
    bx, by = x1 - head * ux, y1 - head * uy
    corners = [
        (x1, y1),
        (bx - 0.45 * head * uy, by + 0.45 * head * ux),
        (bx + 0.45 * head * uy, by - 0.45 * head * ux),
    ]
    return f'<path d="{_polyline([(x0, y0), (bx, by)])}"/><path class="head" d="{_polyline(corners)}Z"/>'


def _dots(plot: Plot, frame: Frame) -> Iterable[str]:
    radius = 4 if len(plot.dots) <= CROWD else 2.6
    for dot in plot.dots:
        x, y = frame.at(dot.at)
        if frame.holds((x, y)):
            yield f'<circle class="{_tone("dot", dot.role)}" cx="{number(x)}" cy="{number(y)}" r="{radius}"/>'


def _names(plot: Plot, frame: Frame) -> Iterable[str]:
    """Yield the labels of curves and dots, each where it covers least."""
    lines = [drawn_points(curve.pieces, frame) for curve in plot.curves]
    kept_clear = [drawn_points([(arrow.start, arrow.end)], frame) for arrow in plot.arrows]
    dots = [np.array([frame.at(dot.at)]) for dot in plot.dots]
    levels = [drawn_points(contour.lines, frame) for contour in plot.contours]
    taken = [*lines, *dots, *levels]
    named: list[tuple[Curve | Dot, Floats]] = [
        *zip(plot.curves, lines, strict=True),
        *zip(plot.dots, dots, strict=True),
    ]
    for thing, own in named:
        others = [points for points in taken if points is not own]
        place = place_beside(own, others, kept_clear, thing.label, frame) if thing.label else None
        if place:
            kept_clear.append(body(place, thing.label, frame))
            yield _centred(thing.label, place, frame, _tone("letter", thing.role))


def _level_labels(plot: Plot, frame: Frame) -> Iterable[str]:
    """Yield the levels of some lines, each where it is farthest from dots, arrows and other levels."""
    every = max(math.ceil(len(plot.contours) / NAMED_LEVELS), 1)
    taken = [np.array([frame.at(dot.at)]) for dot in plot.dots]
    taken += [drawn_points([(arrow.start, arrow.end)], frame) for arrow in plot.arrows]
    for contour in sorted(plot.contours, key=lambda contour: contour.level)[::every]:
        words = number_text(contour.level)
        place = place_on(drawn_points(contour.lines, frame), taken, words, frame)
        if place:
            taken.append(body(place, words, frame))
            yield _centred(words, place, frame)


def _centred(words: str, at: Point, frame: Frame, look: str = "") -> str:
    return text_svg(words, at[0], at[1] + 0.35 * frame.size.text, "middle", look)


def _tone(name: str, role: Role) -> str:
    return name if role == "f" else f"{name} tone-{role}"


def _path(pieces: Iterable[Piece], frame: Frame) -> str:
    return "".join(_polyline([frame.at(point) for point in piece]) for piece in pieces)


def _polyline(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in points)
