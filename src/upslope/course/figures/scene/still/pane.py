"""A panel in a still picture: where it stands, and where points of its plane or space are drawn in it."""

from dataclasses import dataclass
from math import cos, log, radians, sin, sqrt

import numpy as np

from upslope.course.figures.scene.moment import Array, Moment
from upslope.course.figures.scene.panels import Panel

Number = float | Array
View = tuple[float, float, float, float]
EDGE, WITH_NAME, WITH_NUMBERS, TITLE = 14.0, 30.0, 30.0, 24.0
FAR = 4000.0
"""Pixels beyond which nothing is seen; longer numbers would upset a drawing."""

RISE = 0.5  # of the side of the square below it: how high a space is


@dataclass(frozen=True)
class Frame:
    """A rectangle in pixels."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Scale:
    """A map from values to pixels, linear or logarithmic."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def at(self, value: Number) -> Array:
        """Return the pixels; NaN where a value has no place."""
        with np.errstate(all="ignore"):
            value = np.asarray(value, dtype=float)
            placed = np.log(np.where(value > 0, value, np.nan)) if self.log else value
            low, high = (log(self.low), log(self.high)) if self.log else (self.low, self.high)
            return np.asarray(self.start + (placed - low) * (self.end - self.start) / (high - low))

    def back(self, pixel: Number) -> Array:
        """Return the values at pixels."""
        low, high = (log(self.low), log(self.high)) if self.log else (self.low, self.high)
        value = low + (np.asarray(pixel, dtype=float) - self.start) * (high - low) / (self.end - self.start)
        return np.asarray(np.exp(value) if self.log else value)


@dataclass(frozen=True)
class Pane:
    """A panel, the rectangle that it has in the picture, and its two scales within that."""

    panel: Panel
    frame: Frame
    x: Scale
    y: Scale
    turn: float = 0
    tilt: float = 0

    @property
    def window(self) -> Frame:
        """The part of the pane in which curves are drawn, in pixels of the pane."""
        if self.panel.space:
            return Frame(0, 0, self.frame.width, self.frame.height)
        return Frame(self.x.start, self.y.end, self.x.end - self.x.start, self.y.start - self.y.end)

    def at(self, *place: Number) -> tuple[Array, Array]:
        """Return the pixels of a place of the plane, or with three coordinates of the space."""
        space = self.panel.space
        if space is None:
            return self.x.at(place[0]), self.y.at(place[1])
        shares = [
            (np.asarray(value) - low) / (high - low)
            for value, (low, high) in zip(place, space.box, strict=True)
        ]
        return self.project(*shares)

    def project(self, across: Number, along: Number, up: Number) -> tuple[Array, Array]:
        """Return the pixels of a place of the box, all three numbers from 0 to 1: a parallel projection."""
        sine, cosine = sin(radians(self.turn)), cos(radians(self.turn))
        steep, flat = sin(radians(self.tilt)), cos(radians(self.tilt))
        width, height = self.frame.width, self.frame.height
        size = 0.96 * min(width / sqrt(2), height / (sqrt(2) * steep + RISE * flat))
        east, north = np.asarray(across) - 0.5, np.asarray(along) - 0.5
        away = east * sine + north * cosine
        right = width / 2 + size * (east * cosine - north * sine)
        return right, height / 2 - size * (away * steep + (np.asarray(up) - 0.5) * RISE * flat)

    def holds(self, x: float, y: float) -> bool:
        """Return whether a pixel is in the window."""
        inside = self.window
        return bool(
            inside.left - 1 <= x <= inside.left + inside.width + 1
            and inside.top - 1 <= y <= inside.top + inside.height + 1
        )


def pane_of(panel: Panel, frame: Frame, moment: Moment) -> Pane:
    """Return a panel's pane in a rectangle of the picture, at whose top its title has a line."""
    if panel.title:
        frame = Frame(frame.left, frame.top + TITLE, frame.width, frame.height - TITLE)
    left, right, bottom, top = (moment.number(edge) for edge in panel.view)
    axes, space = panel.axes, panel.space
    side, above, below = _margins(panel, bottom, top)
    ends = side, frame.width - side, frame.height - below, above
    log = axes.log if axes else ()
    if axes and axes.equal and not log:
        left, right, bottom, top = equal_view(
            (left, right, bottom, top), ends[1] - ends[0], ends[2] - ends[3]
        )
    x, y = Scale(left, right, *ends[:2], "x" in log), Scale(bottom, top, *ends[2:], "y" in log)
    return Pane(
        panel, frame, x, y, *((moment.values[space.turn], moment.values[space.tilt]) if space else ())
    )


def equal_view(view: View, across: float, up: float) -> View:
    """Return the view made larger in the direction with room, until a unit is as long across as up."""
    left, right, bottom, top = view
    unit = max((right - left) / across, (top - bottom) / up) / 2
    x, y = (left + right) / 2, (bottom + top) / 2
    return x - unit * across, x + unit * across, y - unit * up, y + unit * up


def _margins(panel: Panel, bottom: float, top: float) -> tuple[float, float, float]:
    """Return the room beside, above and below a window: for the numbers and names of its axes."""
    axes = panel.axes
    if axes is None or panel.space:
        return 0, 0, 0
    is_low = "y" in axes.log or bottom > -0.06 * (top - bottom) or top < 0
    below = WITH_NUMBERS if is_low and (axes.numbers or axes.x) else 12
    return EDGE, WITH_NAME if axes.y else EDGE, below
