"""``histogram``: bars, from columns that say how high each is, or counted from raw numbers."""

from dataclasses import replace

import numpy as np

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Line, Point, Primitive
from upslope.course.figures.scene.rows import Rows
from upslope.maths import number

MOST_BARS = 100


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return bars at ``x``, ``width`` wide and ``height`` high for each row; with ``edges``, counted ones.

    Raises ContentError.
    """
    rows = mark.rows()
    mark.in_plane()
    look = mark.look(role="x", style="filled")
    if mark.table.has("edges"):
        return (Line(replace(look, each=""), _counted(mark, rows), closed=True),)
    x, half, height = mark.formula("x", "x"), mark.formula("width") / 2, mark.formula("height")
    left, right, floor = x - half, x + half, number(0)
    return (Line(look, ((left, floor), (left, height), (right, height), (right, floor)), closed=True),)


def _counted(mark: Mark, rows: object) -> tuple[Point, ...]:
    """Return one line round all bars, which goes down to the floor between them."""
    column = mark.table.text("of")
    if not isinstance(rows, Rows) or column not in rows.columns:
        there = ", ".join(rows.columns) if isinstance(rows, Rows) else "none: a sequence cannot be counted"
        raise mark.table.complain(
            f"In {mark.table.what}, of is {column!r}, which is no column of the rows.", f"There are: {there}."
        )
    edges = _edges(mark)
    density = mark.flag("density")
    heights, _ = np.histogram(rows.column(column), edges, density=density)
    corners: list[tuple[float, float]] = []
    for left, right, height in zip(edges[:-1], edges[1:], heights.tolist(), strict=True):
        corners += [(left, 0.0), (left, height), (right, height), (right, 0.0)]
    return tuple((number(float(f"{x:.6g}")), number(float(f"{y:.6g}"))) for x, y in corners)


def _edges(mark: Mark) -> list[float]:
    edges = mark.table.data["edges"]
    numbers = isinstance(edges, list) and all(isinstance(edge, int | float) for edge in edges)
    if not numbers or not 2 <= len(edges) <= MOST_BARS + 1 or sorted(set(edges)) != edges:
        raise mark.table.complain(
            f"In {mark.table.what}, edges is {edges!r}.",
            f"List where the bars begin and end, rising, at most {MOST_BARS + 1}: edges = [150, 155, 160].",
        )
    return [float(edge) for edge in edges]
