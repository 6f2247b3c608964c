"""``scatter``: a dot for each row."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Dot, Primitive


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return a dot at ``x`` and ``y`` (formulas of the columns) for each row. Raises ContentError."""
    mark.rows()
    mark.in_plane()
    at = mark.formula("x", "x"), mark.formula("y", "y")
    return (Dot(mark.look(), at, mark.optional("size"), mark.flag("hollow")),)
