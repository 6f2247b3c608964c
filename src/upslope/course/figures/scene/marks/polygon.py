"""``polygon``: straight lines from corner to corner, and back to the first."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Line, Primitive


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the polygon with these ``points``; ``open`` leaves the last side away. Raises ContentError."""
    is_open = mark.flag("open")
    points = mark.points("points", 2 if is_open else 3)
    return (Line(mark.look(style="" if is_open else "filled"), points, closed=not is_open),)
