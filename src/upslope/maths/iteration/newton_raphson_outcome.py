"""What happened on a search by Newton–Raphson, told to a learner, and what to try next."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from upslope.maths.differentiation.differentiation import derivative
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.shown_point import shown_journey, shown_number
from upslope.maths.iteration.newton_raphson_journey import Journey, Point
from upslope.maths.iteration.solution import Ending, Outcome

Told: TypeAlias = tuple[str, str]

_THROWN = 1e3
_LEVEL = 1e-2
_FEW = 10


def newton_outcome(ending: Ending, journey: Journey) -> Outcome:
    """Return the outcome of a journey that ended so, with its sentence and remedy."""
    with np.errstate(all="ignore"):  # a search may end at numbers near the largest there are
        sentence, remedy = _TOLD[ending](journey)
    return Outcome(ending, sentence, remedy, journey.period)


def _converged(journey: Journey) -> Told:
    root = journey.shown_root()
    holds = "every equation holds" if journey.is_system else f"${journey.f} = 0$"
    kind = "solution" if journey.is_system else "root"
    if not journey.taken:
        return f"The start ${root}$ is a {kind} already: {holds} there.", ""
    settled = f"After {_steps(journey)} the points stand still at ${root}$, and {holds} there: a {kind}."
    return settled + _why_slow(journey) + _why_far(journey), ""


def _why_slow(journey: Journey) -> str:
    times = journey.multiplicity()
    if journey.is_system or times == 1:
        return ""
    share = {2: "half", 3: "a third", 4: "a quarter"}.get(times, f"one part in {times}")
    return (
        f" It took many steps because the curve is level at this root, which counts {_times(times)}: a step "
        f"covers only {share} of the way that is left."
    )


def _why_far(journey: Journey) -> str:
    jump = int(journey.lengths().argmax())
    here, there = journey.points[jump], journey.points[jump + 1]
    thrown = np.abs(there).max() > _THROWN * max(1.0, np.abs(here).max())
    if (
        journey.is_system
        or not thrown
        or abs(_slope(journey, here)) > _LEVEL * abs(_slope(journey, journey.end))
    ):
        return ""
    return (
        f" On the way a nearly level tangent led as far as ${journey.where(there)}$, so this need not be "
        "the root nearest to the start."
    )


def _cycling(journey: Journey) -> Told:
    circle = journey.points[journey.taken - journey.period : journey.taken + 1]
    return (
        f"The points go round and round: ${shown_journey(circle)}$. Every {journey.period} steps they are "
        "back where they were, so they never reach a root.",
        _closer(journey),
    )


def _diverging(journey: Journey) -> Told:
    lengths = journey.lengths()
    if lengths[-1] > 1.01 * lengths[-2]:
        where = f"The points run away in longer and longer steps: ${shown_journey(journey.points)}$."
    else:
        end = journey.where(journey.end)
        where = f"After {_steps(journey)} the points have walked to ${end}$, and they do not slow down."
    first, last = np.abs(journey.heights(journey.start)), np.abs(journey.heights(journey.end))
    if journey.is_system or not last < first:
        return where, _closer(journey)
    return (
        f"{where} On the way ${journey.f}$ shrinks, but it never becomes $0$.",
        "Draw the graph: if there is a root at all, start on its other side, or closer to it.",
    )


def _flat(journey: Journey) -> Told:
    here = journey.where(journey.end)
    if journey.is_system:
        return (
            f"At ${here}$ the slopes of the equations do not tell where to go: the determinant of the "
            "Jacobian matrix is $0$ (or too close to it), so there is no next point.",
            "Start a little to one side.",
        )
    if not journey.heights(journey.end).any():
        return (
            f"At ${here}$ and all around it ${journey.f}$ is $0$, or too small for the computer to tell.",
            "Start where the curve has left the axis.",
        )
    return _level(journey, here), "Start a little to one side: only a sloping tangent leads anywhere."


def _level(journey: Journey, here: str) -> str:
    slope = _slope(journey, journey.end)
    if not slope:
        return f"At ${here}$ the slope is $0$: the tangent is level and never meets the axis."
    tangent = f"At ${here}$ the tangent, with slope ${shown_number(slope)}$, meets the axis"
    if journey.beyond is None:
        return f"{tangent} too far away to compute."
    there = journey.where(journey.beyond)
    if not np.isfinite(journey.heights(journey.beyond)).all():
        return f"{tangent} at ${there}$, where ${journey.f}$ is too large to compute."
    return f"{tangent} only at ${there}$, out of all sight."


def _left_the_domain(journey: Journey) -> Told:
    last = journey.points[-1]
    there = journey.where(last)
    what = _what_is_missing(journey, last)
    if len(journey.points) == 1:
        return (
            f"{what[0].upper()}{what[1:]} at the start, ${there}$.",
            "Start where there is a value and a slope.",
        )
    here = journey.where(journey.points[-2])
    return (
        f"The step from ${here}$ leads to ${there}$, and there {what}.",
        "Start closer to the root, where the steps are shorter.",
    )


def _what_is_missing(journey: Journey, point: Point) -> str:
    if np.isfinite(journey.heights(point)).all():
        return "there is no slope to follow (a corner, a jump or an upright tangent)"
    if journey.is_system:
        return "not every equation has a value"
    if journey.is_too_large(point):
        return f"${journey.f}$ is too large to compute"
    return f"${journey.f}$ has no value"


def _out_of_steps(journey: Journey) -> Told:
    times, end = journey.multiplicity(), journey.where(journey.end)
    if times > 1 and journey.keeps_direction():
        return (
            f"After {_steps(journey)} the points still creep along, now at ${end}$. That happens near a "
            f"root where the curve is level (one that counts about {_times(times)}).",
            "Allow more steps, or divide the function by its slope: the roots stay, and each counts once.",
        )
    if journey.keeps_direction():
        return (
            f"After {_steps(journey)} the points are at ${end}$ and still walking the same way.",
            "Allow more steps, or start closer to a root.",
        )
    if journey.taken < _FEW:
        return (
            f"After {_steps(journey)} the points are at ${end}$ and have not settled yet.",
            "Allow more steps.",
        )
    return (
        f"After {_steps(journey)} the points still jump about: the last one is ${end}$.{_same_side(journey)}",
        f"{_closer(journey)} If there is none, none can be found.",
    )


def _same_side(journey: Journey) -> str:
    heights = journey.heights(journey.points.T)[0]
    if journey.is_system or heights.min() <= 0 <= heights.max():
        return ""
    side = "above" if heights[0] > 0 else "below"
    return f" At every one of them the curve was {side} the axis, so perhaps it never meets it."


def _steps(journey: Journey) -> str:
    return "1 step" if journey.taken == 1 else f"{journey.taken} steps"


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"


def _closer(journey: Journey) -> str:
    if journey.is_system:
        return "Start closer to a solution."
    return (
        "Start closer to a root: draw the graph to see where one is. If the tangents fail from there too, "
        "take two points with heights of opposite signs, and halve the way between them again and again."
    )


def _slope(journey: Journey, point: Point) -> float:
    name = journey.variables[0]
    return evaluate(derivative(journey.functions[0], name), {name: float(point[0])})


_TOLD: dict[Ending, Callable[[Journey], Told]] = {
    "converged": _converged,
    "cycling": _cycling,
    "diverging": _diverging,
    "flat": _flat,
    "left the domain": _left_the_domain,
    "out of steps": _out_of_steps,
}
