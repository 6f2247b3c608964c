"""``circle``: all points at one distance, or an arc of them."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.running import RUNNING
from upslope.course.figures.scene.primitives import Curve, Primitive
from upslope.maths import parse_scalar
from upslope.maths.expressions.expression import Call, symbol


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the circle ``at`` a point with a ``radius``; an arc goes ``from`` one angle ``to`` another.

    Raises ContentError.
    """
    mark.in_plane()
    (x, y), radius = mark.point("at"), mark.formula("radius")
    start, end = mark.formula("from", 0), mark.optional("to") or parse_scalar("2 pi", ())
    angle = symbol(RUNNING)
    at = x + radius * Call("cos", angle), y + radius * Call("sin", angle)
    return (Curve(mark.look(), RUNNING, at, start, end),)
