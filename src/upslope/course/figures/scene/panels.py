"""The panels of a scene: windows on the plane, and boxes of space to look into."""

from dataclasses import dataclass
from typing import Any

from upslope.maths import Expression, to_json

Window = tuple[Expression, Expression, Expression, Expression]
Interval = tuple[float, float]

SIZES = ("main", "side", "half")


@dataclass(frozen=True)
class Axes:
    """Names, numbers, grid and lines of a panel's axes; ``log`` holds those that count in powers of ten."""

    x: str = ""
    y: str = ""
    numbers: bool = True
    grid: bool = True
    log: tuple[str, ...] = ()
    equal: bool = False
    lines: bool = True


@dataclass(frozen=True)
class Space:
    """A box, and the two state numbers that say how it is turned and tilted, in degrees."""

    box: tuple[Interval, Interval, Interval]
    turn: str
    tilt: str


@dataclass(frozen=True)
class Panel:
    """A part of the plane, left right bottom top, or with ``space`` a box."""

    id: str
    view: Window
    narrow: Window | None = None
    axes: Axes | None = Axes()
    title: str = ""
    size: str = "main"
    shape: str = ""
    space: Space | None = None

    @property
    def dimensions(self) -> int:
        """How many coordinates a point has here."""
        return 3 if self.space else 2

    @property
    def classes(self) -> str:
        """The classes of its place in the page."""
        return " ".join(filter(None, ("panel", self.size, self.shape, "space" if self.space else "")))

    def data(self) -> dict[str, Any]:
        """Return the panel for JSON."""
        data: dict[str, Any] = {
            "id": self.id,
            "view": [to_json(edge) for edge in self.view],
            "axes": vars(self.axes) if self.axes else None,
            "size": self.size,
        }
        if self.narrow:
            data["narrow"] = [to_json(edge) for edge in self.narrow]
        if self.space:
            data["space"] = vars(self.space)
        return data | {key: value for key, value in (("title", self.title), ("shape", self.shape)) if value}
