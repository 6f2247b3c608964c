"""``basins``: a strip along the axis that says to which root Newton–Raphson leads from each start."""

from dataclasses import replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from upslope.course.figures.reading import read_interval
from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.running import read_function
from upslope.course.figures.scene.primitives import ROLES, Dot, Line, Point, Primitive
from upslope.maths import Basins, Expression, MathsError, basins, number

STARTS = 1000
USUAL_ROLES = ("y", "step", "error")


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return a strip for each root ``of`` a formula, as high as ``at`` says, and a dot at the root.

    The starts lie ``between`` two numbers. ``roles`` are the roots' colours, in rising order; starts that
    lead to no root have the mark's own ``role``. Raises ContentError.
    """
    mark.in_plane()
    (left, right), (bottom, top) = read_interval(mark.table, "between"), read_interval(mark.table, "at")
    edges = np.linspace(left, right, STARTS + 1)
    found = _basins(mark, (edges[:-1] + edges[1:]) / 2)
    look = mark.look(role="muted", style="filled thick")
    looks = [replace(look, role=role, style=f"{look.style} seamless") for role in _roles(mark, found)]
    strips = [(-1, replace(look, style="filled thick seamless faint")), *enumerate(looks)]
    drawn = ((look, _runs(found.index == place, edges)) for place, look in strips)
    lines = [Line(look, _strip(runs, bottom, top), closed=True) for look, runs in drawn if runs]
    return *lines, *(Dot(look, (_short(at), number(0))) for look, at in zip(looks, found.places, strict=True))


def _basins(mark: Mark, starts: NDArray[np.float64]) -> Basins:
    function = read_function(mark)
    letter = function.parameters[0]
    others = sorted(function.body.variables - {letter})
    if others:
        raise mark.table.complain(
            f"In {mark.table.what}, of changes with {', '.join(others)}, and the strip is worked out once.",
            f"Use a formula of {letter} alone.",
        )
    try:
        return basins(function.body, starts, letter)
    except MathsError as error:
        raise mark.table.complain(f"In {mark.table.what}, {error.message}", error.remedy) from None


def _roles(mark: Mark, found: Basins) -> tuple[str, ...]:
    """Return a colour for each root that was found."""
    roles = mark.table.texts("roles", USUAL_ROLES)
    if not set(roles) <= set(ROLES) or len(roles) < len(found.places):
        roots = ", ".join(f"{place:.4g}" for place in found.places)
        raise mark.table.complain(
            f"In {mark.table.what}, roles is {list(roles)}, and the roots are {roots}.",
            f"Name a colour for each, of: {', '.join(ROLES)}.",
        )
    return roles[: len(found.places)]


def _runs(inside: NDArray[np.bool_], edges: NDArray[np.float64]) -> list[tuple[float, float]]:
    """Return where neighbouring starts that are inside begin and end."""
    runs: list[tuple[float, float]] = []
    first = 0
    for is_inside, group in groupby(inside.tolist()):
        last = first + len(list(group))
        if is_inside:
            runs.append((edges[first], edges[last]))
        first = last
    return runs


def _strip(runs: list[tuple[float, float]], bottom: float, top: float) -> tuple[Point, ...]:
    """Return one line round all runs, which goes along the bottom between them."""
    corners = [
        corner
        for left, right in runs
        for corner in ((left, bottom), (left, top), (right, top), (right, bottom))
    ]
    return tuple((_short(x), _short(y)) for x, y in corners)


def _short(value: float) -> Expression:
    return number(float(f"{value:.5g}"))
