"""What happened on a walk downhill, told to a learner, and what to try next."""

from collections.abc import Callable
from math import floor, log10
from typing import TypeAlias

import numpy as np

from upslope.maths.expressions.array_values import overflows
from upslope.maths.expressions.shown_point import shown_journey, shown_number
from upslope.maths.iteration.descent_trail import DUST, Point, Trail, swept
from upslope.maths.iteration.solution import Ending, Outcome

Told: TypeAlias = tuple[str, str]

_LEVEL = 1e-9
_PLAIN = 1e-12
_CLOSE = 1e-6
_ASIDE = 1e-2
_NARROW = 20
_SHORT_STEP = 0.05


def descent_outcome(ending: Ending, trail: Trail) -> Outcome:
    """Return the outcome of a walk that ended so, with its sentence and remedy."""
    with np.errstate(all="ignore"):  # a walk may end at numbers near the largest there are
        sentence, remedy = _TOLD[ending](trail)
    return Outcome(ending, sentence, remedy, trail.period)


def _converged(trail: Trail) -> Told:
    here, bends = trail.arrival(), trail.curvatures(trail.end)
    # So much higher than the bottom may the end of a walk be that counts as arrived.
    doubt = bends[-1] * (_CLOSE * max(1.0, np.abs(trail.end).max())) ** 2
    height = shown_number(trail.heights[-1] if abs(trail.heights[-1]) > doubt else 0.0)
    if bends[0] > _LEVEL * bends[-1]:
        reason = "the ground is level there and rises in every direction"
    else:
        reason = "the ground is level there and nowhere lower close by"
    if not trail.taken:
        return f"The start ${here}$ is a minimum already: {reason}. The height is ${height}$.", ""
    return (
        f"After {_steps(trail)} the walk has come to rest at ${here}$, a minimum: {reason}. "
        f"The height is ${height}$.",
        "",
    )


def _cycling(trail: Trail) -> Told:
    circle = trail.points[trail.taken - trail.period : trail.taken + 1]
    return (
        "The walk jumps to and fro between the same places and never comes to rest: "
        f"${shown_journey(swept(point, DUST) for point in circle)}$. Its steps are too long for this valley.",
        _shorter(trail),
    )


def _diverging(trail: Trail) -> Told:
    beyond = trail.beyond
    if beyond is not None and trail.landscape.height(beyond) > 0:
        here, there = trail.where(trail.end), trail.where(beyond)
        return (
            f"The steps are too long: the one from ${here}$ leads to ${there}$, where the height is too "
            "large to compute.",
            "Take much shorter steps.",
        )
    if not trail.climbs:
        return (
            f"The ground falls away without end: after {_steps(trail)} the walk is at "
            f"${trail.where(trail.end)}$, at the height ${shown_number(trail.heights[-1])}$.",
            "Check the function: it seems to have no lowest point this way.",
        )
    return (
        "The steps are too long: each one leaps over the bottom of the valley and lands higher up the other "
        f"side. The heights are ${shown_journey(trail.heights[:, None])}$.",
        _shorter(trail),
    )


def _shorter(trail: Trail) -> str:
    """Advise shorter steps: a constant one must be less than 2/λ for the largest curvature λ.

    The limit is told only where it explains what happened. Source: Goodfellow, Bengio & Courville, Deep
    Learning, section 4.3.1 (the Hessian's largest eigenvalue limits the step).
    """
    bend = trail.curvatures(trail.lowest)[-1]
    if not 2 < bend * 1.01 * trail.pace < np.inf:
        return "Take shorter steps."
    return (
        f"Take shorter steps. Near ${trail.where(trail.lowest)}$ the largest curvature is "
        f"${shown_number(bend, 3)}$, and a constant step comes to rest only if it is less than $2$ divided "
        f"by that, ${_limit(bend)}$."
    )


def _flat(trail: Trail) -> Told:
    here = trail.where(trail.end)
    slopes, bends = np.abs(trail.slopes(trail.end)).max(), trail.curvatures(trail.end)
    aside = "Start a little to one side."
    if not np.isfinite(bends).all():
        return f"At ${here}$ the walk stands still, but the curvature there cannot be worked out.", aside
    if slopes > _LEVEL * max(1.0, np.abs(bends).max()):
        return (
            f"At ${here}$ this method finds no step, though the ground is not level there.",
            "Step along the gradient instead, or start somewhere else.",
        )
    if np.abs(bends).max() < _PLAIN and not _falls_nearby(trail):
        return (
            f"At ${here}$ the ground is as good as level, there and all around, so no step leads on.",
            "Start somewhere else, where the ground slopes.",
        )
    return f"At ${here}$ the ground is level, so no step leads on. {_what_is(bends)}", aside


def _falls_nearby(trail: Trail) -> bool:
    """Whether the ground a little aside, along some axis, is lower by more than rounding."""
    aside = _ASIDE * max(1.0, np.abs(trail.end).max()) * np.eye(len(trail.end))
    around = np.hstack([trail.end[:, None] + aside, trail.end[:, None] - aside])
    return bool((trail.landscape.height(around) < trail.heights[-1] - _LEVEL).any())


def _what_is(bends: Point) -> str:
    largest = np.abs(bends).max()
    if bends[-1] < -_LEVEL * largest:
        return "But it falls in every direction: this is a maximum."
    if bends[0] < -_LEVEL * largest:
        return "But it is no minimum: the ground falls in one direction, as on a saddle."
    return "But it is no minimum: close by the ground is lower."


def _left_the_domain(trail: Trail) -> Told:
    last = trail.points[-1]
    what = "the function has no value"
    if overflows(trail.landscape.height, last[:, None])[0]:
        what = "the height is too large to compute"
    elif np.isfinite(trail.landscape.height(last)):
        what = "there is no slope to follow (a corner, a jump or an upright cliff)"
    if len(trail.points) == 1:
        return (
            f"{what[0].upper()}{what[1:]} at the start, ${trail.where(last)}$.",
            "Start where there is a value and a slope.",
        )
    here, there = trail.where(trail.points[-2]), trail.where(last)
    return f"The step from ${here}$ leads to ${there}$, and there {what}.", "Take shorter steps."


def _out_of_steps(trail: Trail) -> Told:
    end, bends = trail.where(trail.end), trail.curvatures(trail.end)
    sentence = f"After {_steps(trail)} the walk is at ${end}$ and still under way."
    if not np.isfinite(bends).all() or bends[0] <= 0:
        return (
            f"{sentence} The ground there is no bowl, so the bottom may be far away, or there may be none.",
            "Allow more steps or take longer ones, or start somewhere else.",
        )
    if trail.zigzags:
        return f"{sentence} It jumps from wall to wall and hardly gets lower.", _shorter(trail)
    ratio = bends[-1] / bends[0]
    if ratio >= _NARROW:
        return (
            f"{sentence} The valley is ${shown_number(ratio, 2)}$ times as curved across as along: steps "
            "that are short enough for its walls hardly move along its floor.",
            "Keep more momentum, use Newton's method, scale the variables so that the valley gets rounder, "
            "or allow more steps.",
        )
    if trail.pace < _SHORT_STEP / bends[-1]:
        sentence += (
            f" Its steps are very short: a constant step could be as long as ${_limit(bends[-1])}$ here."
        )
    return sentence, "Take longer steps, or allow more of them."


def _limit(bend: float) -> str:
    """Return 2/λ in LaTeX, rounded down to three digits: a limit must not be rounded up."""
    value = 2 / bend
    unit = 10.0 ** (floor(log10(value)) - 2)
    return shown_number(floor(value / unit * (1 + 1e-9)) * unit, 3)


def _steps(trail: Trail) -> str:
    return "1 step" if trail.taken == 1 else f"{trail.taken} steps"


_TOLD: dict[Ending, Callable[[Trail], Told]] = {
    "converged": _converged,
    "cycling": _cycling,
    "diverging": _diverging,
    "flat": _flat,
    "left the domain": _left_the_domain,
    "out of steps": _out_of_steps,
}
