"""A still picture for a prompt or an option: curves, contours, points and arrows in a window of the plane.

Curves are sampled here, so that a page holds points and never the formula that may be the answer.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

import numpy as np

from upslope.maths import Expression
from upslope.questions.plot_sampling import STEPS, Piece, Point, View, contour_lines, curve_pieces, heights_of

Role = Literal["f", "x", "y", "step", "slope", "error"]

AIR = 0.08


@dataclass(frozen=True)
class Curve:
    """Pieces of a polyline; a new piece begins where the function has a gap. ``label`` is plain text."""

    pieces: tuple[Piece, ...]
    role: Role = "f"
    is_dashed: bool = False
    label: str = ""


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
    """A picture in the window ``view`` (left, right, bottom, top). ``alt`` says in words what it shows.

    Raises ValueError for a window without room, an empty ``alt`` and a role that does not exist.
    """

    view: View
    alt: str
    curves: tuple[Curve, ...] = ()
    contours: tuple[Contour, ...] = ()
    dots: tuple[Dot, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    axes: tuple[str, str] = ("x", "y")

    def __post_init__(self) -> None:
        left, right, bottom, top = self.view
        if not (left < right and bottom < top and np.isfinite(self.view).all()):
            raise ValueError(f"The window {self.view} has no room. Give left < right and bottom < top.")
        if not self.alt.strip():
            raise ValueError("A plot has no alt. Say in words what it shows, without giving the answer away.")
        drawn: tuple[Curve | Dot | Arrow, ...] = (*self.curves, *self.dots, *self.arrows)
        if unknown := {one.role for one in drawn} - set(get_args(Role)):
            raise ValueError(f"No role is called {unknown.pop()!r}. There are: {', '.join(get_args(Role))}.")

    def to_json(self) -> dict[str, Any]:
        """Return the picture as plain JSON data, as it also comes back from JSON text."""
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]  # a dataclass is an object


def plot_of(function: Expression, view: View, alt: str, **more: Any) -> Plot:
    """Return the picture of one function of ``x``.

    ``more`` is ``role`` and what else a ``Plot`` holds: ``dots``, ``arrows``, ``axes``.
    """
    return Plot(view, alt, curves=(curve(function, view, role=more.pop("role", "f")),), **more)


def contour_plot(function: Expression, view: View, levels: Iterable[float], alt: str, **more: Any) -> Plot:
    """Return the contour picture of a function of ``x`` and ``y``; ``more`` is what else a ``Plot`` holds."""
    return Plot(view, alt, contours=contours(function, view, levels), **more)


def view_of(functions: Iterable[Expression], left: float, right: float) -> View:
    """Return the window from ``left`` to ``right`` in which all these functions of ``x`` are seen whole.

    Raises ValueError when one of them grows without bound there or is constant with all others.
    """
    places = np.linspace(left, right, STEPS + 1)
    heights = np.concatenate([heights_of(function, "x")(places) for function in functions])
    seen = heights[~np.isnan(heights)]
    low, high = (float(seen.min()), float(seen.max())) if seen.size else (0.0, 0.0)
    if not (np.isfinite([low, high]).all() and high > low):
        raise ValueError(
            f"From {left} to {right} the heights run from {low} to {high}. Give a window yourself."
        )
    air = AIR * (high - low)
    return left, right, float(f"{low - air:.3g}"), float(f"{high + air:.3g}")


def curve(function: Expression, view: View, x: str = "x", **look: Any) -> Curve:
    """Return the curve of a function of ``x`` in the window, in pieces where it has gaps, jumps or poles.

    ``look`` is ``role``, ``is_dashed`` and ``label``.
    """
    return Curve(curve_pieces(heights_of(function, x), view), **look)


def contours(
    function: Expression, view: View, levels: Iterable[float], names: Sequence[str] = ("x", "y")
) -> tuple[Contour, ...]:
    """Return the contour lines of a function of two variables at ``levels``, within the window."""
    wanted = [float(level) for level in levels]
    lines = contour_lines(function, view, wanted, names)
    return tuple(Contour(level, found) for level, found in zip(wanted, lines, strict=True))


def plot_from_json(data: Mapping[str, Any]) -> Plot:
    """Return the plot that ``to_json`` wrote, also after it went through JSON text."""
    return Plot(
        view=tuple(data["view"]),
        alt=data["alt"],
        curves=tuple(Curve(**{**entry, "pieces": _pieces(entry["pieces"])}) for entry in data["curves"]),
        contours=tuple(Contour(entry["level"], _pieces(entry["lines"])) for entry in data["contours"]),
        dots=tuple(Dot(**{**entry, "at": tuple(entry["at"])}) for entry in data["dots"]),
        arrows=tuple(
            Arrow(tuple(entry["start"]), tuple(entry["end"]), entry["role"]) for entry in data["arrows"]
        ),
        axes=tuple(data["axes"]),
    )


def _pieces(data: Iterable[Iterable[Sequence[float]]]) -> tuple[Piece, ...]:
    return tuple(tuple((float(x), float(y)) for x, y in piece) for piece in data)
