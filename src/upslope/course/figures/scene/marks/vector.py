"""``vector``: an arrow."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Line, Point, Primitive


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the arrow ``from`` a point (usually the origin) ``to`` a point or ``by`` so far.

    Raises ContentError.
    """
    start = mark.point("from", [0] * mark.panel.dimensions)
    return (Line(mark.look(role="step"), (start, _end(mark, start)), head=True),)


def _end(mark: Mark, start: Point) -> Point:
    if mark.table.has("by") == mark.table.has("to"):
        raise mark.table.complain(
            f"In {mark.table.what}, an arrow needs to or by, one of the two.",
            'Write to = ["x", "y"] for where it ends, or by = ["u", "v"] for how far it goes.',
        )
    if mark.table.has("to"):
        return mark.point("to")
    return tuple(a + b for a, b in zip(start, mark.point("by"), strict=True))
