"""``arrow-field``: an arrow at every place of a grid, given by its two components or as a gradient."""

from upslope.course.figures.scene.functions import Function
from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.two_letters import read_letters
from upslope.course.figures.scene.primitives import Field, Primitive
from upslope.maths import Expression, MathsError

USUAL_COLUMNS, USUAL_ROWS, MOST = 15, 11, 40
LONGEST = (4.0, 80.0)


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the field ``of`` two formulas, or the ``gradient`` of one. Raises ContentError."""
    mark.in_plane()
    inside, letters = read_letters(mark)
    u, v = _components(inside, letters)
    columns, rows = mark.whole("columns", USUAL_COLUMNS, MOST), mark.whole("rows", USUAL_ROWS, MOST)
    longest = mark.table.number("longest", 24)
    if not LONGEST[0] <= longest <= LONGEST[1]:
        raise mark.table.complain(
            f"In {mark.table.what}, longest is {longest:g} pixels.",
            "It goes from {:g} to {:g}.".format(*LONGEST),
        )
    return (Field(mark.look(role="slope", style="thin"), letters, u, v, columns, rows, longest),)


def _components(mark: Mark, letters: tuple[str, str]) -> tuple[Expression, Expression]:
    if not mark.table.has("gradient"):
        u, v = mark.point("of")
        return u, v
    function = Function(letters, mark.formula("gradient"))
    try:
        u, v = (function.derivative(letter).body for letter in letters)
    except MathsError as error:
        raise mark.table.complain(
            f"In {mark.table.what}, the gradient cannot be worked out: {error.message}", error.remedy
        ) from None
    return u, v
