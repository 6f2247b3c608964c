"""``surface``: a height over the ground of a space."""

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.two_letters import read_letters
from upslope.course.figures.scene.primitives import Primitive, Surface

USUAL_GRID, FINEST = 40, 80


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the surface ``of`` a formula; ``wire`` lets one see through it. Raises ContentError."""
    if not mark.panel.space:
        raise mark.table.complain(
            f"In {mark.table.what}, a surface stands in the flat panel {mark.panel.id!r}.",
            "Give the panel a space = { x = […], y = […], z = […], turn = …, tilt = … }.",
        )
    inside, letters = read_letters(mark)
    of = inside.formula("of")
    grid = mark.whole("grid", USUAL_GRID, FINEST)
    return (Surface(mark.look(role="y"), letters, of, grid, mark.flag("wire")),)
