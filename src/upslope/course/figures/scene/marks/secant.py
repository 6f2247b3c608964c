"""``secant``: the straight line through two points of a graph."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.running import RUNNING, read_function, straight
from upslope.course.figures.scene.primitives import Curve, Line, Primitive


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the line through the points over ``from`` and ``to``; the ``chord`` alone ends there.

    Raises ContentError.
    """
    mark.in_plane()
    function, start, end = read_function(mark), mark.formula("from"), mark.formula("to")
    low, high = function.at((start,)), function.at((end,))
    look = mark.look(role="slope")
    if mark.flag("chord"):
        return (Line(look, ((start, low), (end, high))),)
    return (Curve(look, RUNNING, straight(start, low, (high - low) / (end - start))),)
