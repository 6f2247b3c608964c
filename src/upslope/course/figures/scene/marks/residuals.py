"""``residuals``: from every point of some data up or down to a graph."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.running import read_function
from upslope.course.figures.scene.primitives import Line, Primitive


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return a line for each row; ``squares`` draws the squares of them, too. Raises ContentError.

    A square is one only where a unit is as long across as up.
    """
    mark.rows()
    mark.in_plane()
    function, x, y = read_function(mark), mark.formula("x", "x"), mark.formula("y", "y")
    height = function.at((x,))
    look = mark.look(role="error")
    line = Line(look, ((x, y), (x, height)))
    if not mark.flag("squares"):
        return (line,)
    far = x + (y - height)
    square = mark.look(role="error", style="filled thin")
    return Line(square, ((x, y), (far, y), (far, height), (x, height)), closed=True), line
