"""A path downhill: steps from a fixed start, each judged by the function it walks on."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import degrees as in_degrees
from typing import Any, Unpack

import numpy as np

from upslope.maths import Expression, gradient_by_differences, parse_scalar, to_numpy
from upslope.questions.answer_types.place.places import Place, Places, apart
from upslope.questions.answer_types.place.thing import Placing, Thing, from_reasons, thing_part
from upslope.questions.parts import Shared
from upslope.questions.plot import Plot
from upslope.questions.registry import Key
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Part

TOLERANCE = 0.06  # of the picture's width and height: how near a path must end, or run along another


def score(places: Places, right: Places, key: Key) -> Score | NotGradable:
    """Score the share of steps that are as asked for, the place where the path ends counting as one more.

    A path that runs along the key's own scores 1: that is how a misconception's path is recognised.
    """
    view = key["plot"]["view"]
    if all(apart(one, other, view) <= TOLERANCE / 2 for one, other in zip(places, right, strict=False)):
        return Score(1.0)
    return from_reasons(_reasons(places, key))


def _reasons(places: Places, key: Key) -> tuple[Reason, ...]:
    start = (key["start"][0], key["start"][1])
    steps = enumerate(pairwise((start, *places)), start=1)
    return (*(_step(number, *step, key) for number, step in steps), *_end(places[-1], key))


def _step(number: int, start: Place, end: Place, key: Key) -> Reason:
    height = _heights(key["rules"]["function"], tuple(key["plot"]["axes"]))
    if not height(end) < height(start):
        return Reason(False, f"Step {number} does not end lower than it began.")
    allowed = key["rules"]["degrees"]
    if allowed is not None and _astray(height, start, end) > allowed:
        return Reason(False, f"Step {number} goes down, but not straight across the contour it starts from.")
    return Reason(True, f"Step {number} goes downhill as it should.")


def _end(place: Place, key: Key) -> tuple[Reason, ...]:
    goal = key["rules"]["goal"]
    if goal is None:
        return ()
    if apart(place, (goal[0], goal[1]), key["plot"]["view"]) <= TOLERANCE:
        return (Reason(True, "The path ends at the lowest point."),)
    return (Reason(False, "The path does not end at the lowest point yet."),)


def _astray(height: Callable[[Any], float], start: Place, end: Place) -> float:
    """Return the angle in degrees between a step and the steepest way down from where it starts."""
    downhill, step = -gradient_by_differences(height, start), np.subtract(end, start)
    across = downhill[0] * step[1] - downhill[1] * step[0]
    return in_degrees(abs(np.arctan2(across, downhill @ step)))


@lru_cache(maxsize=64)
def _heights(function: str, variables: tuple[str, ...]) -> Callable[[Any], float]:
    height = to_numpy(parse_scalar(function, variables), variables)
    return lambda place: float(height(place[0], place[1]))


def place_path_part(
    name: str,
    plot: Plot,
    function: Expression | str,
    path: Sequence[Sequence[float]],
    *,
    goal: Sequence[float] | None = None,
    degrees: float | None = None,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered by a path down the ``function`` of the plot's axes; ``path`` is a right one.

    Its first point is the start, which is given; the learner places as many more as ``path`` has. With
    ``goal`` the path must end there; with ``degrees`` each step must set off within so many degrees of the
    steepest way down. Raises ValueError when ``path`` itself does not meet this.
    """
    places = [(float(x), float(y)) for x, y in path]
    rules = {
        "function": str(function),
        "goal": None if goal is None else [float(number) for number in goal],
        "degrees": degrees,
    }
    part = thing_part(name, Placing("path", plot, places[0], rules), places[1:], shared)
    for reason in _reasons(tuple(places[1:]), part.key):
        if not reason.earned:
            raise ValueError(f"The path of {name!r} is not right itself: {reason.sentence} Draw another.")
    return part


THING = Thing(score, r" \to ", place_path_part, "path")
