"""``area``: what lies between a graph and a base."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Curve, Primitive
from upslope.maths import symbol


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the area between ``of`` and ``base`` (usually 0), ``from`` … ``to``. Raises ContentError."""
    mark.in_plane()
    letter = mark.table.text("variable", "x")
    inside, (inner,) = mark.running(letter)
    top, base = inside.formula("of"), inside.formula("base", 0)
    start, end = mark.optional("from"), mark.optional("to")
    x = symbol(inner)
    return (Curve(mark.look(role="y"), inner, (x, top), start, end, (x, base)),)
