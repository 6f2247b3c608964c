"""A straight line through two points of the learner's: a tangent, a fitted line."""

from collections.abc import Sequence
from math import atan, inf, isfinite
from math import degrees as in_degrees
from typing import Unpack

from upslope.questions.answer_types.place.places import Place, Places, View
from upslope.questions.answer_types.place.thing import Placing, Thing, from_reasons, thing_part
from upslope.questions.parts import Shared
from upslope.questions.plot import Plot
from upslope.questions.registry import Key
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Part

TOLERANCE = 0.03  # of the picture's height: how far above or below the point of contact a line may pass


def score(places: Places, right: Places, key: Key) -> Score | NotGradable:
    """Score one half for the steepness and one for the height where the line must touch."""
    if places[0] == places[1]:
        return NotGradable("Both points are at the same place.", "Move one of them, so that there is a line.")
    reasons = (_steepness(places, right, key), _height(places, right, key))
    return from_reasons(reasons)


def _steepness(given: Places, right: Places, key: Key) -> Reason:
    view = key["plot"]["view"]
    tilt, wanted = (_tilt(_slope(line), view) for line in (given, right))
    if abs(tilt - wanted) <= key["rules"]["degrees"]:
        return Reason(True, "Its slope is right.")
    if tilt * wanted < 0:
        return Reason(
            False, "It falls where it should rise." if tilt < 0 else "It rises where it should fall."
        )
    steeper = abs(tilt) > abs(wanted)
    return Reason(False, "It is too steep." if steeper else "It is not steep enough.")


def _height(given: Places, right: Places, key: Key) -> Reason:
    at, view = key["rules"]["at"], key["plot"]["view"]
    above = (_value(given, at) - _value(right, at)) / (view[3] - view[2])
    if abs(above) <= TOLERANCE:
        return Reason(True, "It passes through the right point.")
    if not isfinite(above):
        return Reason(False, "It passes beside the point where it should touch.")
    return Reason(False, f"It passes {'above' if above > 0 else 'below'} the point where it should touch.")


def _slope(line: Places) -> float:
    (x, y), (to_x, to_y) = line
    return inf if to_x == x else (to_y - y) / (to_x - x)


def _tilt(slope: float, view: View) -> float:
    """Return the angle to the horizontal in a picture as wide as it is high, from −90 to 90 degrees."""
    left, right, bottom, top = view
    return in_degrees(atan(slope * (right - left) / (top - bottom)))


def _value(line: Places, at: float) -> float:
    slope = _slope(line)
    return line[0][1] + slope * (at - line[0][0]) if isfinite(slope) else inf


def place_line_part(
    name: str,
    plot: Plot,
    through: Sequence[float],
    slope: float,
    *,
    degrees: float = 5,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered by placing two points of the line through ``through`` with ``slope``.

    The line may be off by ``degrees`` of tilt in a picture as wide as it is high, and by 3 % of its height at
    ``through``. Raises ValueError when ``through`` lies outside the picture.
    """
    placing = Placing("line", plot, (), {"degrees": float(degrees), "at": float(through[0])})
    return thing_part(name, placing, line_places(through, slope, plot.view), shared)


def line_places(through: Sequence[float], slope: float, view: View) -> tuple[Place, Place]:
    """Return the points where the line through a point of the window leaves it: a mistake's answer, too."""
    left, right, bottom, top = view
    x, y = through
    reach = [left - x, right - x]
    if slope:
        upright = sorted(((bottom - y) / slope, (top - y) / slope))
        reach = [max(reach[0], upright[0]), min(reach[1], upright[1])]
    # A little less than the whole way: rounding must not carry an end out of the window.
    first, last = (0.999 * run for run in reach)
    return (x + first, y + slope * first), (x + last, y + slope * last)


THING = Thing(score, r"\text{ and }", place_line_part, "slope")
