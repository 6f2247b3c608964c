"""Grid, axes and the few numbers and names at the edges of a picture."""

from collections.abc import Iterable

from upslope.course.plots.frame import LETTER, Frame, number_text
from upslope.course.plots.writing import number, text_svg


def axes_svg(frame: Frame) -> str:
    """Return grid lines, the axes where they are in view, and what is written outside the frame."""
    left, _, bottom, _ = frame.plot.view
    columns = [(value, frame.at((value, bottom))[0]) for value in frame.columns]
    rows = [(value, frame.at((left, value))[1]) for value in frame.rows]
    lines = [(value, f"M{number(x)},0V{number(frame.up)}") for value, x in columns]
    lines += [(value, f"M0,{number(y)}H{number(frame.across)}") for value, y in rows]
    grid = "".join(line for _, line in lines)
    axis = "".join(line for value, line in lines if value == 0)
    written = "".join((*_below(columns, frame), *_beside(rows, frame)))
    return f'<path class="grid" d="{grid}"/><path class="axis" d="{axis}"/>{written}'


def _below(columns: Iterable[tuple[float, float]], frame: Frame) -> Iterable[str]:
    """Yield the name of the axis at its end, and the numbers that leave room for it."""
    text, name = frame.size.text, frame.names[0]
    base = frame.up + 1.25 * text
    end = frame.across - LETTER * text * len(name) - 0.6 * text if name else frame.size.width - frame.left
    for value, x in columns:
        words = number_text(value)
        if x + LETTER * text * len(words) / 2 <= end:
            yield text_svg(words, x, base, "middle")
    if name:
        yield text_svg(name, frame.across, base, "end")


def _beside(rows: Iterable[tuple[float, float]], frame: Frame) -> Iterable[str]:
    text, name = frame.size.text, frame.names[1]
    for value, y in rows:
        yield text_svg(number_text(value), -0.5 * text, y + 0.35 * text, "end")
    if name:
        yield text_svg(name, 0, -0.6 * text, "start")
