"""``segment``: a straight line between two points."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Line, Primitive


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the line ``from`` one point ``to`` another. Raises ContentError."""
    return (Line(mark.look(), (mark.point("from"), mark.point("to"))),)
