"""Every mark by its name."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from upslope.course.figures.scene.marks import (
    area,
    arrow_field,
    basins,
    circle,
    contours,
    curve,
    expression_tree,
    gear,
    graph,
    handle,
    histogram,
    layers,
    network,
    point,
    polygon,
    residuals,
    scatter,
    secant,
    segment,
    surface,
    tangent,
    text,
    trail,
    vector,
)
from upslope.course.figures.scene.marks.mark import Mark, mark_of
from upslope.course.figures.scene.primitives import Primitive
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table

MARKS: Mapping[str, Callable[[Mark], tuple[Primitive, ...]]] = {
    "area": area.read,
    "arrow-field": arrow_field.read,
    "basins": basins.read,
    "circle": circle.read,
    "contours": contours.read,
    "curve": curve.read,
    "expression-tree": expression_tree.read,
    "gear": gear.read,
    "graph": graph.read,
    "handle": handle.read,
    "histogram": histogram.read,
    "layers": layers.read,
    "network": network.read,
    "point": point.read,
    "polygon": polygon.read,
    "residuals": residuals.read,
    "scatter": scatter.read,
    "secant": secant.read,
    "segment": segment.read,
    "surface": surface.read,
    "tangent": tangent.read,
    "text": text.read,
    "trail": trail.read,
    "vector": vector.read,
}


def read_marks(table: Table, vocabulary: Vocabulary) -> tuple[Primitive, ...]:
    """Return the primitives of all marks, in the order of drawing. Raises ContentError."""
    found: list[Primitive] = []
    for place, entry in enumerate(table.tables("mark"), 1):
        name = entry.get("is")
        inner = Table(entry, table.path, table.line, f"mark {place} ({name})")
        if inner.text("is") not in MARKS:
            close = get_close_matches(str(name), MARKS, 1)
            hint = f"Did you mean {close[0]!r}? " if close else ""
            raise inner.complain(
                f"No mark is called {name!r} (mark {place}).", f"{hint}There are: {', '.join(MARKS)}."
            )
        found += MARKS[str(name)](mark_of(inner, vocabulary))
        inner.finish()
    return tuple(found)
