"""An arrow: from a fixed start, or with a start of the learner's own."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import atan2, hypot
from math import degrees as in_degrees
from typing import Any, Unpack

from upslope.questions.answer_types.place.places import Place, Places, apart
from upslope.questions.answer_types.place.thing import Placing, Thing, from_reasons, thing_part
from upslope.questions.parts import Shared
from upslope.questions.plot import Plot
from upslope.questions.registry import Key
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Part

START_TOLERANCE = 0.04  # of the picture's width and height
RELATIONS = ("right", "leaning", "across", "away", "opposite")
ANY_ARROW: Mapping[str, str] = {
    "right": "The direction is right.",
    "leaning": "It points roughly the right way, but not closely enough.",
    "across": "It stands at a right angle to the direction it should have.",
    "away": "It points away from where it should.",
    "opposite": "It points exactly the opposite way.",
}


def score(places: Places, right: Places, key: Key) -> Score | NotGradable:
    """Score the share of what is asked for: the start if it is free, the direction, the length if it counts.

    Nothing is earned while the direction is wrong: an arrow is its direction first.
    """
    given, wanted = _ends(places, key), _ends(right, key)
    if given[0] == given[1]:
        return NotGradable("The arrow has no length.", "Drag its tip away from its start.")
    direction = _direction(_vector(given), _vector(wanted), key)
    if not direction.earned:
        return Score(0.0, (direction,))
    reasons = (direction, *_length(_vector(given), _vector(wanted), key), *_start(given[0], wanted[0], key))
    return from_reasons(reasons)


def _ends(places: Places, key: Key) -> tuple[Place, Place]:
    start, tip = [tuple(key["start"]), *places][-2:]
    return (start[0], start[1]), (tip[0], tip[1])


def _vector(ends: tuple[Place, Place]) -> Place:
    (x, y), (to_x, to_y) = ends
    return to_x - x, to_y - y


def _direction(given: Place, wanted: Place, key: Key) -> Reason:
    along, across = given[0] * wanted[0] + given[1] * wanted[1], given[0] * wanted[1] - given[1] * wanted[0]
    angle, allowed = in_degrees(abs(atan2(across, along))), key["rules"]["degrees"]
    relation = RELATIONS[bisect_left((allowed, 90 - allowed, 90 + allowed, 180 - allowed), angle)]
    return Reason(relation == "right", key["rules"]["words"][relation])


def _length(given: Place, wanted: Place, key: Key) -> tuple[Reason, ...]:
    allowed = key["rules"]["length"]
    if allowed is None:
        return ()
    ratio = hypot(*given) / hypot(*wanted)
    if ratio > 1 + allowed:
        return (Reason(False, "It is too long."),)
    if ratio < 1 / (1 + allowed):
        return (Reason(False, "It is too short."),)
    return (Reason(True, "Its length is right."),)


def _start(given: Place, wanted: Place, key: Key) -> tuple[Reason, ...]:
    if key["start"]:
        return ()
    if apart(given, wanted, key["plot"]["view"]) <= START_TOLERANCE:
        return (Reason(True, "It starts at the right place."),)
    return (Reason(False, "It starts at another place than was asked for."),)


def place_arrow_part(
    name: str,
    plot: Plot,
    start: Sequence[float],
    arrow: Sequence[float],
    *,
    degrees: float = 15,
    length: float | None = None,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered by drawing ``arrow`` = (right, up) from the marked point ``start``.

    The direction may be off by ``degrees``. The length counts only with ``length``, the share by which it may
    be off (0.25: a quarter). Raises ValueError for an arrow without length or one that leaves the picture.
    """
    rules = arrow_rules(degrees, length, ANY_ARROW)
    return thing_part(name, Placing("arrow", plot, start, rules), [_tip(name, start, arrow)], shared)


def place_free_arrow_part(
    name: str,
    plot: Plot,
    start: Sequence[float],
    arrow: Sequence[float],
    *,
    degrees: float = 15,
    length: float | None = None,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered by drawing an arrow whose start the learner has to find, too.

    The start is judged with ``START_TOLERANCE``; everything else is as for ``place_arrow_part``.
    """
    rules = arrow_rules(degrees, length, ANY_ARROW)
    return thing_part(name, Placing("arrow", plot, (), rules), [start, _tip(name, start, arrow)], shared)


def arrow_rules(degrees: float, length: float | None, words: Mapping[str, str]) -> dict[str, Any]:
    """Return the rules of an arrow; ``words`` has a sentence for each of ``RELATIONS``."""
    return {"degrees": float(degrees), "length": length, "words": dict(words)}


def _tip(name: str, start: Sequence[float], arrow: Sequence[float]) -> Place:
    if hypot(*arrow) == 0:
        raise ValueError(f"The arrow of {name!r} has no length, so it has no direction. Draw another.")
    return start[0] + arrow[0], start[1] + arrow[1]


THING = Thing(score, r" \to ", place_arrow_part, "arrow")
