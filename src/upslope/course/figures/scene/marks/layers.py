"""``layers``: a network as its shapes: under each layer how large its vectors are, between two the matrix."""

from dataclasses import replace

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.neurons import Grid, read_grid
from upslope.course.figures.scene.primitives import Dot, Line, Look, Point, Primitive, Text
from upslope.maths import Expression, number, parse_scalar
from upslope.maths.expressions.expression import sum_of

NEURON = 13
FIRST_LINE, SECOND_LINE = 44, 96
"""How far below the lowest neuron's middle the names stand, in pixels."""

HAT = parse_scalar("(abs(u + 1) - 2 abs(u) + abs(u - 1))/2", ("u",))
"""1 at 0, and 0 from 1 on."""


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the layers of ``sizes``. ``lit`` are three formulas, for one weight. Raises ContentError.

    They say which matrix it is in (1 for the first), its row and its column: the weight of the line from
    neuron ``column`` to neuron ``row`` of the layer behind. It has the mark's role; the rest is grey.
    """
    mark.in_plane()
    grid, look = read_grid(mark), mark.look(role="step")
    grey = replace(look, role="muted", style="thin faint", part="weights")
    rings = [
        Dot(replace(look, role=grid.role(layer), style="", part="neurons"), at, number(NEURON), hollow=True)
        for layer in range(len(grid.sizes))
        for at in _column(grid, layer)
    ]
    wires = [
        Line(grey, (start, end))
        for layer in range(1, len(grid.sizes))
        for start in _column(grid, layer - 1)
        for end in _column(grid, layer)
    ]
    return *wires, *rings, *_lit(mark, grid, look), *_shapes(grid, look)


def _column(grid: Grid, layer: int) -> list[Point]:
    return [grid.at(layer, row) for row in range(grid.sizes[layer])]


def _lit(mark: Mark, grid: Grid, look: Look) -> list[Primitive]:
    """Return the weight that is chosen, and dots in the two neurons that it joins."""
    if not mark.table.has("lit"):
        return []
    given = mark.table.data["lit"]
    if not isinstance(given, list) or len(given) != 3:
        raise mark.table.complain(
            f"In {mark.table.what}, lit is {given!r}.", "It says which weight: lit = [layer, row, column]."
        )
    layer, row, column = (mark.vocabulary.formula(each, mark.table, "lit") for each in given)
    start, end = _place(grid, layer - 1, column), _place(grid, layer, row)
    own = replace(look, style=f"{look.style} thick".strip(), part="lit")
    return [Line(own, (start, end)), *(Dot(own, at, number(NEURON - 5)) for at in (start, end))]


def _place(grid: Grid, layer: Expression, place: Expression) -> Point:
    """Return where neuron number ``place``, from 1, of a layer is; between layers it goes straight on."""
    across, up = grid.gap
    near = (HAT.substitute({"u": layer - each}) for each in range(len(grid.sizes)))
    size = sum_of(tuple(count * share for count, share in zip(grid.sizes, near, strict=True)))
    return across * layer, up * ((size + 1) / 2 - place)


def _shapes(grid: Grid, look: Look) -> list[Primitive]:
    """Return the names of all vectors and matrices, each with its shape below it."""
    own = replace(look, role="ink", style="", part="shapes")
    floor = number(-grid.gap[1] * (max(grid.sizes) - 1) / 2)
    drawn: list[Primitive] = []
    for layer, size in enumerate(grid.sizes):
        across = grid.gap[0] * layer
        drawn += _named("a", layer, (size, 1), (number(across), floor), FIRST_LINE, own)
        if layer:
            between = number(across - grid.gap[0] / 2)
            drawn += _named("W", layer, (size, grid.sizes[layer - 1]), (between, floor), FIRST_LINE, own)
            drawn += _named("b", layer, (size, 1), (number(across), floor), SECOND_LINE, own)
    return drawn


def _named(letter: str, layer: int, shape: tuple[int, int], at: Point, down: int, look: Look) -> list[Text]:
    """Return a letter with its layer raised, in brackets as it is no power, and the shape below it."""
    rows, columns = shape
    return [
        Text(look, at, (f"{letter}^{{({layer})}}",), dy=down, letters=True),
        Text(look, at, (f"{rows} × {columns}",), dy=down + 20),
    ]
