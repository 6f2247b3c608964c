"""``point``: a dot, filled or hollow."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Dot, Primitive


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the dot ``at`` a point; ``size`` is its radius in pixels. Raises ContentError."""
    return (Dot(mark.look(), mark.point("at"), mark.optional("size"), mark.flag("hollow")),)
