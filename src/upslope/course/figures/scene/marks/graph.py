"""``graph``: what depends on what, with an arrow for each rate; a nudge runs along the arrows."""

from dataclasses import replace

from upslope.course.figures.scene.controls_reading import one_of
from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.nudge import Node, between, flowing
from upslope.course.figures.scene.marks.text import ANCHORS
from upslope.course.figures.scene.primitives import ROLES, Dot, Live, Look, Primitive, Text
from upslope.course.table import Table
from upslope.maths import Expression, number

NODE = 21
LABEL = 0.5
"""A node's radius in pixels, and how far along a line its label is."""


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the ``nodes``, and the ``edges`` with the ``rate`` at which one changes the next.

    As ``flow`` goes from 0 up, the lines fill, one stage for each 1. Each carries a dot, as large as what a
    nudge of 1 at the start has become: rates multiply along a path and add up where paths meet. It is hollow
    where that is below 0. Edges stand in the order of the flow. Words light up a part ``x-f``: the edge from
    x to f. Raises ContentError.
    """
    mark.in_plane()
    look, flow = mark.look(role="slope"), mark.formula("flow", 1e6)
    written = _inner(mark, "nodes")
    nodes = {each.table.text("name"): Node(each.point("at")) for each in written}
    drawn: list[Primitive] = []
    for edge in _inner(mark, "edges"):
        drawn += _edge(edge, nodes, flow, look)
    for each in written:
        drawn += _node(each, look)
    return tuple(drawn)


def _inner(mark: Mark, key: str) -> list[Mark]:
    """Return the tables under a key, each to be read as a mark is."""
    tables = mark.table.tables(key)
    if not tables:
        raise mark.table.complain(f"In {mark.table.what}, {key} is empty.", f"Write {key} = [{{ … }}].")
    return [
        replace(
            mark, table=Table(each, mark.table.path, mark.table.line, f"{key} {place} of {mark.table.what}")
        )
        for place, each in enumerate(tables, 1)
    ]


def _edge(edge: Mark, nodes: dict[str, Node], flow: Expression, look: Look) -> list[Primitive]:
    """Return an arrow with its rate, and lead the nudge along it."""
    before, name = (_end(edge, key, nodes) for key in ("from", "to"))
    nodes[before] = replace(nodes[before], left=True)
    start, end, rate = nodes[before], nodes[name], edge.formula("rate")
    if end.left:
        raise edge.table.complain(
            f"{edge.table.what} leads to {name}, which an edge before it has already left.",
            "Write edges in the order of the flow. They cannot go round in a circle.",
        )
    carried = rate if start.gets is None else start.gets * rate
    summed = carried if end.gets is None else end.gets + carried
    nodes[name] = replace(end, after=max(end.after, start.after + 1), gets=summed)
    label = edge.words("text") if edge.table.has("text") else (Live(rate, 2),)
    right, down = edge.pair("offset", (0.0, 5.0))
    anchor = one_of(edge.table, "anchor", ANCHORS)
    edge.table.finish()
    own = replace(look, part=f"{before}-{name}")
    return [
        *flowing(start, end, (rate, carried), flow, own),
        Text(replace(own, style=""), between(start, end, number(LABEL)), label, anchor, right, down),
    ]


def _end(edge: Mark, key: str, nodes: dict[str, Node]) -> str:
    """Return the node that an edge names. Raises ContentError."""
    edge.table.text(key)
    return one_of(edge.table, key, tuple(nodes))


def _node(node: Mark, look: Look) -> list[Primitive]:
    """Return a ring with the node's name in it, and its ``text`` below."""
    role = one_of(node.table, "role", ("ink", *(each for each in ROLES if each != "ink")))
    at, own = node.point("at"), replace(look, role=role, style="", part=node.table.text("name"))
    right, down = node.pair("offset", (0.0, NODE + 20.0))
    drawn: list[Primitive] = [
        Dot(own, at, number(NODE), hollow=True),
        Text(own, at, (node.table.text("name"),), dy=6, letters=True),
    ]
    if node.table.has("text"):
        drawn.append(Text(own, at, node.words("text"), dx=right, dy=down))
    node.table.finish()
    return drawn
