"""Neurons in columns, one column a layer: where they stand, for the marks that draw networks."""

from collections.abc import Sequence
from dataclasses import dataclass

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Point
from upslope.maths import Expression, number

MOST_NEURONS = 12


@dataclass(frozen=True)
class Grid:
    """``sizes`` neurons in a layer; ``gap`` is how far layers are apart, and neurons of one layer."""

    sizes: tuple[int, ...]
    gap: tuple[float, float]

    def at(self, layer: int, row: int) -> Point:
        """Return where a neuron stands; the first layer at 0, every column with its middle at 0."""
        across, up = self.gap
        return number(across * layer), number(up * ((self.sizes[layer] - 1) / 2 - row))

    def beside(self, at: Point, far: tuple[float, float]) -> Point:
        """Return the point that is so many gaps away."""
        return tuple(place + step * gap for place, step, gap in zip(at, far, self.gap, strict=True))

    def role(self, layer: int) -> str:
        """Return the colour of a layer: that of input, of output, or none."""
        return "x" if layer == 0 else "y" if layer == len(self.sizes) - 1 else "ink"


def read_grid(mark: Mark) -> Grid:
    """Return where the neurons of ``sizes`` stand. Raises ContentError."""
    sizes = mark.table.data.get("sizes") if mark.table.has("sizes") else None
    if not isinstance(sizes, list) or len(sizes) < 2 or not all(_is_count(size) for size in sizes):
        raise mark.table.complain(
            f"In {mark.table.what}, sizes is {sizes!r}.",
            f"List how many neurons each layer has, from 1 to {MOST_NEURONS}: sizes = [1, 2, 1].",
        )
    return Grid(tuple(sizes), mark.pair("gap", (1, 1)))


def read_table(
    mark: Mark, key: str, given: object, counts: Sequence[int]
) -> tuple[tuple[Expression, ...], ...]:
    """Return lists of formulas, each with as many as it must have. Raises ContentError."""
    return tuple(
        tuple(mark.vocabulary.formula(each, mark.table, key) for each in row)
        for row in read_lists(mark, key, given, counts)
    )


def read_lists(mark: Mark, key: str, given: object, counts: Sequence[int]) -> list[list[object]]:
    """Return lists of anything, each as long as it must be. Raises ContentError."""
    rows = given if isinstance(given, list) else []
    if [len(row) if isinstance(row, list) else -1 for row in rows] != list(counts):
        raise mark.table.complain(
            f"In {mark.table.what}, {key} is {given!r}.",
            f"It is a list of lists, which have {', '.join(map(str, counts))} entries.",
        )
    return rows


def _is_count(size: object) -> bool:
    return isinstance(size, int) and not isinstance(size, bool) and 1 <= size <= MOST_NEURONS
