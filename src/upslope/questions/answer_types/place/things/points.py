"""Points whose order does not matter: critical points, roots, data that does not belong."""

from collections.abc import Sequence
from itertools import combinations
from typing import Unpack

from upslope.questions.answer_types.place.places import Place, Places, apart, place_latex
from upslope.questions.answer_types.place.thing import Placing, Thing, thing_part
from upslope.questions.parts import Shared
from upslope.questions.plot import Plot
from upslope.questions.registry import Key
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Part

CLOSE = 2.5  # tolerances: near enough that the learner meant this place, and should look again


def score(places: Places, right: Places, key: Key) -> Score | NotGradable:
    """Score the share of points found, among all that are to be found or were placed in vain."""
    found: set[Place] = set()
    reasons: list[Reason] = []
    for place in places:
        nearest = min(right, key=lambda one: apart(place, one, key["plot"]["view"]))
        reasons.append(_reason(place, nearest, found, key))
        if reasons[-1].earned:
            found.add(nearest)
    missing = len(right) - len(found)
    if missing == 0 and len(places) == len(right):
        return Score(1.0)
    if missing > len(places) - len(found):
        reasons.append(Reason(False, "There is more to find."))
    return Score(len(found) / (len(places) + missing), tuple(reasons))


def _reason(place: Place, nearest: Place, found: set[Place], key: Key) -> Reason:
    distance, shown = apart(place, nearest, key["plot"]["view"]), f"${place_latex(place)}$"
    tolerance = key["rules"]["tolerance"]
    if distance > CLOSE * tolerance:
        return Reason(False, f"{shown} is not a place that was asked for.")
    if distance > tolerance:
        return Reason(False, f"{shown} is close to one, but not on it.")
    if nearest in found:
        return Reason(False, f"{shown} marks a place that another of your points marks already.")
    return Reason(True, f"{shown} is where it should be.")


def place_points_part(
    name: str,
    plot: Plot,
    points: Sequence[tuple[float, float]],
    *,
    most: int | None = None,
    tolerance: float = 0.04,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered by placing ``points`` on the picture, in any order.

    The learner places as many as there are, or with ``most`` one to that many, so that their number is part
    of the question. ``tolerance`` is a share of the picture's width and height. Raises ValueError for points
    outside the picture or so near each other that one place would do for two.
    """
    for one, other in combinations(points, 2):
        if apart(one, other, plot.view) <= 2 * tolerance:
            raise ValueError(
                f"The points {one} and {other} of {name!r} are too near. Draw them farther apart."
            )
    return thing_part(name, Placing("points", plot, (), {"tolerance": tolerance}), points, shared, most)


THING = Thing(score, r",\; ", place_points_part, "points")
