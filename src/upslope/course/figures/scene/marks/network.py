"""``network``: neurons in columns, joined by lines as thick as their weights are large."""

from collections.abc import Sequence
from dataclasses import replace

from upslope.course.figures.scene.conditions import Comparison
from upslope.course.figures.scene.functions import GIVEN
from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.neurons import Grid, read_grid, read_lists, read_table
from upslope.course.figures.scene.primitives import Dot, Line, Live, Look, Point, Primitive, Text
from upslope.maths import Expression, number, parse_scalar

WIDTH, THICKEST = parse_scalar("0.75 + 2 abs(w)", ("w",)), 8
"""A line's width in pixels."""

NEURON = 23
BELOW = (-0.28, -0.46)
"""Where a bias comes in, in units of the grid's gaps."""


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the network of ``sizes``, with ``weights`` and ``biases`` as formulas. Raises ContentError.

    ``weights`` has a matrix for each layer behind the first, with a row for each of its neurons, as W in
    σ(W a + b). A line is dashed where its weight is below 0. ``values`` stand in the neurons, ``names``
    above them. Words can light up the parts ``weights``, ``biases`` and ``neurons``.
    """
    mark.in_plane()
    grid, look = read_grid(mark), mark.look(role="step")
    biases = read_table(mark, "biases", mark.table.data.get("biases"), grid.sizes[1:])
    mark.table.has("biases")
    lines: list[Primitive] = []
    for layer, (matrix, column) in enumerate(zip(_weights(mark, grid), biases, strict=True), 1):
        lines += _into(layer, matrix, column, grid, look)
    return *lines, *_neurons(mark, grid, look)


def _weights(mark: Mark, grid: Grid) -> list[tuple[tuple[Expression, ...], ...]]:
    given = mark.table.data.get("weights") if mark.table.has("weights") else None
    shapes = list(zip(grid.sizes[1:], grid.sizes[:-1], strict=True))
    if not isinstance(given, list) or len(given) != len(shapes):
        said = " and ".join(f"one of {rows} by {columns}" for rows, columns in shapes)
        raise mark.table.complain(
            f"In {mark.table.what}, weights is {given!r}.", f"It is a list of matrices: {said}."
        )
    return [
        read_table(mark, "weights", matrix, [columns] * rows)
        for matrix, (rows, columns) in zip(given, shapes, strict=True)
    ]


def _into(
    layer: int, matrix: Sequence[Sequence[Expression]], biases: Sequence[Expression], grid: Grid, look: Look
) -> list[Primitive]:
    """Return the lines into a layer: for each weight and each bias."""
    weighted, biased = replace(look, part="weights"), replace(look, part="biases", role="step")
    lines: list[Primitive] = []
    for row, (weights, bias) in enumerate(zip(matrix, biases, strict=True)):
        end = grid.at(layer, row)
        for column, weight in enumerate(weights):
            lines += _wire(weight, (grid.at(layer - 1, column), end), weighted)
        lines += _wire(bias, (grid.beside(end, BELOW), end), biased)
    return lines


def _wire(weight: Expression, points: tuple[Point, Point], look: Look) -> list[Primitive]:
    """Return a solid line for a weight that is not below 0, and a dashed one for when it is."""
    width = GIVEN["min"].at((WIDTH.substitute({"w": weight}), number(THICKEST)))
    solid, dashed = (Comparison(weight, sign, number(0)) for sign in (">=", "<"))
    looks = (
        replace(look, when=(*look.when, solid)),
        replace(look, when=(*look.when, dashed), style=f"{look.style} dashed".strip()),
    )
    return [Line(each, points, width=width) for each in looks]


def _neurons(mark: Mark, grid: Grid, look: Look) -> list[Primitive]:
    """Return a ring for each neuron; inside it its value, above it its name, where they are given."""
    table = mark.table
    values = read_table(mark, "values", table.data["values"], grid.sizes) if table.has("values") else ()
    names = read_lists(mark, "names", table.data["names"], grid.sizes) if table.has("names") else ()
    drawn: list[Primitive] = []
    for layer, size in enumerate(grid.sizes):
        own = replace(look, role=grid.role(layer), part="neurons", style="")
        places = [grid.at(layer, row) for row in range(size)]
        drawn += [Dot(own, at, number(NEURON), hollow=True) for at in places]
        if values:
            drawn += [
                Text(own, at, (Live(value, 2),), dy=5)
                for at, value in zip(places, values[layer], strict=True)
            ]
        if names:
            drawn += [
                Text(own, at, (str(name),), dy=-NEURON - 8, letters=True)
                for at, name in zip(places, names[layer], strict=True)
            ]
    return drawn
