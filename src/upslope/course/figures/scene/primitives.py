"""What a scene is drawn from: a few shapes whose coordinates are trees. Marks are compiled into these.

``frontend/figures/scene`` has a drawer for each, ``still`` has one that makes a picture.
"""

from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from upslope.course.figures.scene.conditions import Condition, condition_json
from upslope.maths import Expression, to_json
from upslope.maths.expressions.expression import Symbol

Point = tuple[Expression, ...]
"""Two coordinates on the plane, three in space."""

ROLES = ("x", "y", "step", "slope", "error", "ink", "muted")
STYLES = ("thick", "thin", "dotted", "dashed", "filled", "faint")


@dataclass(frozen=True)
class Look:
    """What all primitives share: where, in which colour and style, when, and once for each row of what."""

    panel: int = 0
    role: str = "ink"
    style: str = ""
    part: str = ""
    when: Condition = ()
    opacity: Expression | None = None
    each: str = ""

    def data(self) -> dict[str, Any]:
        """Return the look for JSON, without what is as usual."""
        data = _data(self, skipped=("when",))
        when = {"when": condition_json(self.when)} if self.when else {}
        return {"panel": self.panel, "role": self.role} | data | when


@dataclass(frozen=True)
class Live:
    """A number in a text."""

    tree: Expression
    digits: int

    def data(self) -> dict[str, Any]:
        """Return the number for JSON; one that has a name is written by it."""
        named = {"name": self.tree.name} if isinstance(self.tree, Symbol) else {"tree": to_json(self.tree)}
        return {**named, "digits": self.digits}


Words = tuple[str | Live, ...]
"""A text in which numbers live."""


@dataclass(frozen=True)
class Primitive:
    """The trunk of all of them; ``kind`` is what the browser calls it."""

    look: Look
    kind: ClassVar[str]

    def data(self) -> dict[str, Any]:
        """Return the primitive for JSON, without what is as usual."""
        return {"is": self.kind, **self.look.data(), **_data(self, skipped=("look",))}


@dataclass(frozen=True)
class Curve(Primitive):
    """The points ``at`` while ``by`` runs; without ends over the whole panel. ``base`` closes an area."""

    kind = "curve"
    by: str
    at: Point
    start: Expression | None = field(default=None, metadata={"json": "from"})
    end: Expression | None = field(default=None, metadata={"json": "to"})
    base: Point | None = None
    samples: int | None = None


@dataclass(frozen=True)
class Line(Primitive):
    """Straight from point to point; ``width`` is in pixels."""

    kind = "line"
    points: tuple[Point, ...]
    closed: bool = False
    head: bool = False
    width: Expression | None = None


@dataclass(frozen=True)
class Trail(Primitive):
    """One line through the points of all rows of ``look.each``."""

    kind = "trail"
    at: Point
    head: bool = False


@dataclass(frozen=True)
class Dot(Primitive):
    """A point; ``size`` is its radius in pixels."""

    kind = "dot"
    at: Point
    size: Expression | None = None
    hollow: bool = False


@dataclass(frozen=True)
class Text(Primitive):
    """Words at a point, moved by pixels; ``letters`` in the letters of formulas."""

    kind = "text"
    at: Point
    text: Words
    anchor: str = "middle"
    dx: float = 0
    dy: float = 0
    letters: bool = False


@dataclass(frozen=True)
class Field(Primitive):
    """Arrows on a grid, the longest of them ``longest`` pixels."""

    kind = "field"
    by: tuple[str, str]
    u: Expression
    v: Expression
    columns: int
    rows: int
    longest: float = 24


@dataclass(frozen=True)
class Levels:
    """Heights of contour lines: ``values``; or ``count`` of them, evenly, or rising from low to high."""

    values: tuple[float, ...] = ()
    count: int = 0
    rising: tuple[float, float] | None = None

    def data(self) -> Any:
        """Return the levels for JSON."""
        if self.rising:
            return {"rising": [*self.rising, self.count]}
        return list(self.values) if self.values else {"count": self.count}


@dataclass(frozen=True)
class Contours(Primitive):
    """Lines of equal height over the panel's window, worked out on a grid."""

    kind = "contours"
    by: tuple[str, str]
    of: Expression
    levels: Levels
    filled: bool = False
    grid: int = 60


@dataclass(frozen=True)
class Surface(Primitive):
    """A height over the ground of a space panel."""

    kind = "surface"
    by: tuple[str, str]
    of: Expression
    grid: int = 40
    wire: bool = False


@dataclass(frozen=True)
class Along:
    """A curve that a handle keeps to: the state number ``by`` runs along it."""

    by: str
    start: Expression = field(metadata={"json": "from"})
    end: Expression = field(metadata={"json": "to"})
    at: Point = ()

    def data(self) -> dict[str, Any]:
        """Return the curve for JSON."""
        return _data(self)


@dataclass(frozen=True)
class Handle(Primitive):
    """A point to take hold of. ``sets`` are state numbers with their trees in ``px`` and ``py``."""

    kind = "handle"
    at: Point
    sets: tuple[tuple[str, Expression], ...]
    label: str
    says: Words
    along: Along | None = None

    def data(self) -> dict[str, Any]:
        """Return the handle for JSON."""
        return super().data() | {"sets": {name: to_json(tree) for name, tree in self.sets}}


def _data(thing: Any, skipped: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the fields of a dataclass for JSON, without those that are as usual."""
    kept = (each for each in fields(thing) if each.name not in skipped)
    return {
        each.metadata.get("json", each.name): _plain(getattr(thing, each.name))
        for each in kept
        if getattr(thing, each.name) != each.default
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Expression):
        return to_json(value)
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    return value.data() if hasattr(value, "data") else value
