"""A picture as an author writes it in a table, for a fixed question: no script draws it there."""

from collections.abc import Mapping
from typing import Any

from upslope.maths import parse_scalar
from upslope.questions.plot import Contour, Dot, Plot, contours, curve
from upslope.questions.plot_sampling import View

KEYS = ("view", "alt", "axes", "curves", "contours_of", "levels", "dots")


def plot_from_table(table: Mapping[str, Any]) -> Plot:
    """Return the picture of a table.

    ``view`` and ``alt`` are as in ``Plot``; ``axes`` is ``["x", "y"]`` unless said. ``curves`` has functions
    of the first axis, ``contours_of`` is a function of both, drawn at ``levels``, and ``dots`` has points.
    Raises ValueError for another key, a missing one and a function that cannot be read.
    """
    unknown = [key for key in table if key not in KEYS]
    missing = [key for key in ("view", "alt") if key not in table]
    if unknown or missing:
        raise ValueError(f"A plot has {', '.join(KEYS)}. Unknown: {unknown}, missing: {missing}.")
    left, right, bottom, top = (float(edge) for edge in table["view"])
    view = (left, right, bottom, top)
    across, up = table.get("axes", ("x", "y"))
    return Plot(
        view,
        table["alt"],
        curves=tuple(curve(parse_scalar(text, (across,)), view, across) for text in table.get("curves", ())),
        contours=_contours(table, view, (across, up)),
        dots=tuple(Dot((float(x), float(y))) for x, y in table.get("dots", ())),
        axes=(across, up),
    )


def _contours(table: Mapping[str, Any], view: View, axes: tuple[str, str]) -> tuple[Contour, ...]:
    if "contours_of" not in table:
        return ()
    return contours(parse_scalar(table["contours_of"], axes), view, table["levels"], axes)
