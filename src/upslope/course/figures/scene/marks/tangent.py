"""``tangent``: the straight line that touches a graph."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.running import RUNNING, read_function, slope_of, straight
from upslope.course.figures.scene.primitives import Curve, Primitive


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the tangent of the graph ``of`` a formula ``at`` a value of its letter. Raises ContentError."""
    mark.in_plane()
    function, place = read_function(mark), mark.formula("at")
    at = straight(place, function.at((place,)), slope_of(function, mark).at((place,)))
    return (Curve(mark.look(role="slope"), RUNNING, at, mark.optional("from"), mark.optional("to")),)
