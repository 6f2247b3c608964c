"""``trail``: one line through the points of all rows."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Primitive, Trail


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the line through ``at`` for each row, in their order. Raises ContentError."""
    mark.rows()
    return (Trail(mark.look(role="step"), mark.point("at"), mark.flag("head")),)
