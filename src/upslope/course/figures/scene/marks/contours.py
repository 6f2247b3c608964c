"""``contours``: lines of equal height."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.two_letters import read_letters
from upslope.course.figures.scene.primitives import Contours, Levels, Primitive

USUAL_COUNT, MOST_LEVELS = 10, 40
USUAL_GRID, FINEST = 60, 160


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the contours ``of`` a formula over the panel. Raises ContentError."""
    mark.in_plane()
    inside, letters = read_letters(mark)
    of, grid = inside.formula("of"), mark.whole("grid", USUAL_GRID, FINEST)
    look = mark.look(role="y", style="thin")
    return (Contours(look, letters, of, _read_levels(mark), "filled" in look.style.split(), grid),)


def _read_levels(mark: Mark) -> Levels:
    given: Any = mark.table.data["levels"] if mark.table.has("levels") else USUAL_COUNT
    if isinstance(given, int) and not isinstance(given, bool) and 1 <= given <= MOST_LEVELS:
        return Levels(count=given)
    if isinstance(given, Mapping) and set(given) == {"rising"}:
        rising = given["rising"]
        if (
            _numbers(rising)
            and len(rising) == 3
            and 0 < rising[0] < rising[1]
            and 2 <= rising[2] <= MOST_LEVELS
        ):
            return Levels(count=int(rising[2]), rising=(float(rising[0]), float(rising[1])))
    if _numbers(given) and 1 <= len(given) <= MOST_LEVELS:
        return Levels(values=tuple(map(float, given)))
    raise mark.table.complain(
        f"In {mark.table.what}, levels is {given!r}.",
        f"Write how many (levels = 10, at most {MOST_LEVELS}), or the heights (levels = [1, 2, 4]), or "
        "levels = { rising = [0.1, 100, 8] } for 8 heights that grow by one factor.",
    )


def _numbers(given: Any) -> bool:
    return isinstance(given, list) and all(
        isinstance(each, int | float) and not isinstance(each, bool) and isfinite(each) for each in given
    )
