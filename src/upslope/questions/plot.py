"""A still picture for a prompt or an option: curves, contours, points and arrows in a window of the plane.

Curves are sampled here, so that a page holds points and never the formula that may be the answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

import contourpy
import numpy as np

from upslope.maths import Expression, to_numpy

Role = Literal["f", "x", "y", "step", "slope", "error"]
Point = tuple[float, float]
Piece = tuple[Point, ...]
View = tuple[float, float, float, float]

SAMPLES = 161
GRID = 81


@dataclass(frozen=True)
class Curve:
    """Pieces of a polyline; a new piece begins where the function has a gap."""

    pieces: tuple[Piece, ...]
    role: Role = "f"
    is_dashed: bool = False


@dataclass(frozen=True)
class Contour:
    """The lines on which a function of two variables has the value ``level``."""

    level: float
    lines: tuple[Piece, ...]


@dataclass(frozen=True)
class Dot:
    """A marked point; ``label`` is plain text."""

    at: Point
    role: Role = "f"
    label: str = ""


@dataclass(frozen=True)
class Arrow:
    """An arrow from ``start`` to ``end``."""

    start: Point
    end: Point
    role: Role = "slope"


@dataclass(frozen=True)
class Plot:
    """A picture in the window ``view`` (left, right, bottom, top). ``alt`` says in words what it shows."""

    view: View
    alt: str
    curves: tuple[Curve, ...] = ()
    contours: tuple[Contour, ...] = ()
    dots: tuple[Dot, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    axes: tuple[str, str] = field(default=("x", "y"))

    def to_json(self) -> dict[str, Any]:
        """Return the picture as plain JSON data: what `asdict` gives, tuples as lists."""
        return asdict(self)


def curve(function: Expression, view: View, x: str = "x", **look: Any) -> Curve:
    """Return the curve of a function of ``x`` in the window, in pieces where it has gaps or poles.

    ``look`` is ``role`` and ``is_dashed``.
    """
    left, right, bottom, top = view
    places = np.linspace(left, right, SAMPLES)
    with np.errstate(all="ignore"):
        heights = np.broadcast_to(to_numpy(function, (x,))(places), places.shape).astype(float)
    room = 2 * (top - bottom)
    pieces: list[list[Point]] = [[]]
    before = np.nan
    for place, height in zip(places, heights, strict=True):
        crosses = min(before, height) < bottom and max(before, height) > top
        if not np.isfinite(height) or crosses:
            pieces.append([])
        if np.isfinite(height):
            near = float(np.clip(height, bottom - room, top + room))
            pieces[-1].append((round(float(place), 4), round(near, 4)))
        before = height
    return Curve(tuple(tuple(piece) for piece in pieces if len(piece) > 1), **look)


def contours(
    function: Expression, view: View, levels: Iterable[float], names: Sequence[str] = ("x", "y")
) -> tuple[Contour, ...]:
    """Return the contour lines of a function of two variables at ``levels``, within the window."""
    left, right, bottom, top = view
    across, up = np.linspace(left, right, GRID), np.linspace(bottom, top, GRID)
    with np.errstate(all="ignore"):
        heights = to_numpy(function, tuple(names))(*np.meshgrid(across, up))
    lines = contourpy.contour_generator(across, up, np.ma.masked_invalid(heights))
    return tuple(
        Contour(float(level), tuple(_rounded(line) for line in lines.lines(float(level)))) for level in levels
    )


def plot_from_json(data: Mapping[str, Any]) -> Plot:
    """Return the plot that ``to_json`` wrote, also after it went through JSON text."""
    return Plot(
        view=tuple(data["view"]),
        alt=data["alt"],
        curves=tuple(Curve(_pieces(c["pieces"]), c["role"], c["is_dashed"]) for c in data["curves"]),
        contours=tuple(Contour(c["level"], _pieces(c["lines"])) for c in data["contours"]),
        dots=tuple(Dot(tuple(d["at"]), d["role"], d["label"]) for d in data["dots"]),
        arrows=tuple(Arrow(tuple(a["start"]), tuple(a["end"]), a["role"]) for a in data["arrows"]),
        axes=tuple(data["axes"]),
    )


def _pieces(data: Iterable[Iterable[Sequence[float]]]) -> tuple[Piece, ...]:
    return tuple(tuple((float(x), float(y)) for x, y in piece) for piece in data)


def _rounded(line: Any) -> Piece:
    return tuple((round(float(x), 4), round(float(y), 4)) for x, y in line)
