"""A nudge on its way through a graph: the arrow that it runs along, for the mark ``graph``."""

from dataclasses import dataclass, replace

from upslope.course.figures.scene.conditions import Comparison
from upslope.course.figures.scene.functions import clamped
from upslope.course.figures.scene.primitives import Dot, Line, Look, Point, Primitive
from upslope.maths import Expression, number, parse_scalar

HEAD = 0.8
"""How far along a line its arrow head is."""

WIDTH = parse_scalar("1 + 1.2 abs(r)", ("r",))
SIZE = parse_scalar("3 + 3.5 sqrt(abs(r))", ("r",))
"""How wide a line is for its rate, and how large the dot for what it carries; in pixels."""


@dataclass(frozen=True)
class Node:
    """``after`` lines lead here from the start; ``gets`` is what a nudge of 1 there has become.

    ``left`` says that an arrow has gone on from here.
    """

    at: Point
    after: int = 0
    gets: Expression | None = None
    left: bool = False


def flowing(
    start: Node, end: Node, what: tuple[Expression, Expression], flow: Expression, look: Look
) -> list[Primitive]:
    """Return the grey arrow, over it the line as far as the nudge has come, and the dot that runs there."""
    rate, carried = what
    so_far = clamped(flow - start.after)
    front = between(start, end, so_far)
    runs = (Comparison(so_far, ">", number(0)), Comparison(so_far, "<", number(1)))
    signs = [Comparison(carried, sign, number(0)) for sign in (">=", "<")]
    grey = replace(look, role="muted", style="thin")
    return [
        Line(grey, (start.at, end.at)),
        Line(grey, (start.at, between(start, end, number(HEAD))), head=True),
        Line(look, (start.at, front), width=WIDTH.substitute({"r": rate})),
        *(
            Dot(replace(look, when=(*look.when, *runs, sign)), front, SIZE.substitute({"r": carried}), hollow)
            for sign, hollow in zip(signs, (False, True), strict=True)
        ),
    ]


def between(start: Node, end: Node, share: Expression) -> Point:
    """Return the point so far along the line from one node to the next."""
    return tuple(a + share * (b - a) for a, b in zip(start.at, end.at, strict=True))
