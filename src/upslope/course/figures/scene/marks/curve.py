"""``curve``: the graph of a function, or the path of a point while a letter runs."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Curve, Point, Primitive
from upslope.maths import symbol

MOST_SAMPLES = 2000


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the curve ``of`` a formula over the panel, or of a list of coordinates. Raises ContentError."""
    is_path = isinstance(mark.table.data.get("of"), list)
    letter = mark.table.text("variable", "t" if is_path else "x")
    look = mark.look()
    samples = mark.whole("samples", 160, MOST_SAMPLES) if mark.table.has("samples") else None
    start, end = mark.optional("from"), mark.optional("to")
    if is_path and (start is None or end is None):
        raise mark.table.complain(
            f"In {mark.table.what}, of is a list of coordinates, and nothing says how far {letter} runs.",
            "Add from = … and to = …",
        )
    inside, (inner,) = mark.running(letter)
    return (Curve(look, inner, _place(inside, inner, is_path), start, end, None, samples),)


def _place(mark: Mark, inner: str, is_path: bool) -> Point:
    if is_path:
        return mark.point("of")
    mark.in_plane()
    return symbol(inner), mark.formula("of")
