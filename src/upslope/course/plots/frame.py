"""Where things stand in a picture: its size, its scales, and the round numbers at its edges."""

import math
from dataclasses import dataclass

from upslope.questions.plot import Plot
from upslope.questions.plot_sampling import Point

LETTER = 0.6  # of the size of the text: how wide a digit is
LOWEST, TALLEST = 0.6, 1.25  # of its width: how high a map may be


@dataclass(frozen=True)
class Size:
    """How large a picture is drawn, in units that are pixels where it is shown at this width."""

    width: float
    height: float
    text: float
    most_numbers: int
    names_x_and_y: bool


IN_TEXT = Size(360, 232, 12, 6, names_x_and_y=True)
IN_OPTION = Size(170, 132, 11, 4, names_x_and_y=False)


@dataclass(frozen=True)
class Frame:
    """The rectangle that holds the drawing: its corner, its size, and the numbers below and beside it."""

    plot: Plot
    size: Size
    left: float
    top: float
    across: float
    up: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of the whole picture."""
        return self.top + self.up + 1.6 * self.size.text

    @property
    def names(self) -> tuple[str, str]:
        """What is written at the axes."""
        return _names(self.plot, self.size)

    def at(self, point: Point) -> Point:
        """Return where a point of the plane is drawn, from the frame's own corner."""
        left, right, bottom, top = self.plot.view
        x, y = point
        return self.across * (x - left) / (right - left), self.up * (top - y) / (top - bottom)

    def holds(self, point: Point) -> bool:
        """Return whether a drawn point is in the frame."""
        x, y = point
        return 0 <= x <= self.across and 0 <= y <= self.up


def frame_of(plot: Plot, size: Size) -> Frame:
    """Return the frame of a picture. A map with contour lines has equally long units across and up."""
    left, right, bottom, top = plot.view
    rows = _ticks(bottom, top, size.most_numbers)
    margin = size.text * (LETTER * _widest(rows) + 0.8)
    above = size.text * (1.6 if _names(plot, size)[1] else 0.6)
    across = size.width - margin - 0.8 * size.text
    up = size.height - above - 1.6 * size.text
    if plot.contours:
        up = across * min(max((top - bottom) / (right - left), LOWEST), TALLEST)
    choices = (_ticks(left, right, most) for most in range(size.most_numbers, 1, -1))
    columns = next((ticks for ticks in choices if _fit(ticks, across, size)), _ticks(left, right, 1))
    return Frame(plot, size, margin, above, across, up, columns, rows)


def number_text(value: float) -> str:
    """Return a number as it is printed at an axis, with a true minus sign."""
    return f"{value:.6g}".replace("-", "−")


def _names(plot: Plot, size: Size) -> tuple[str, str]:
    return plot.axes if size.names_x_and_y or plot.axes != ("x", "y") else ("", "")


def _ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return the round numbers between ``low`` and ``high``: at most ``most``, and at least one number."""
    step = _round_step((high - low) / most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(float(f"{index * step:.12g}") for index in range(first, last + 1)) or (low,)


def _fit(ticks: tuple[float, ...], across: float, size: Size) -> bool:
    return len(ticks) * (LETTER * _widest(ticks) + 1) * size.text <= across


def _widest(ticks: tuple[float, ...]) -> int:
    return max(len(number_text(tick)) for tick in ticks)


def _round_step(size: float) -> float:
    power = 10.0 ** math.floor(math.log10(size))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= size * (1 - 1e-9))
