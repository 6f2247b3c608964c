"""``text``: words beside a point, with numbers that live."""

from upslope.course.figures.scene.controls_reading import one_of
from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Primitive, Text

ANCHORS = ("middle", "start", "end")


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the ``text`` ``at`` a point, moved by ``offset`` pixels; ``letters`` as in formulas.

    Raises ContentError.
    """
    right, down = mark.pair("offset", (0, 0))
    anchor = one_of(mark.table, "anchor", ANCHORS)
    at, words = mark.point("at"), mark.words("text")
    return (Text(mark.look(), at, words, anchor, right, down, mark.flag("letters")),)
