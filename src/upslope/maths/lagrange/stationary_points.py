"""All points at which a function can be largest or smallest while constraints hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Call, Expression, Power, walk
from upslope.maths.lagrange.constrained_points import (
    ByHand,
    ConstrainedPoint,
    Reason,
    by_hand,
    constrained_point,
)
from upslope.maths.lagrange.fence import Fence, surveyed
from upslope.maths.lagrange.lagrange_conditions import conditions, hold_everywhere, without_direction
from upslope.maths.lagrange.lagrange_problem import LagrangeProblem, lagrange_problem
from upslope.maths.solving.closed_form import Writer
from upslope.maths.solving.interval_enclosure import Reals
from upslope.maths.solving.root_refinement import solves
from upslope.maths.solving.roots_in_box import Box, RootsInBox, roots_in_box

# Half-widths of the boxes that are searched when none is given.
_WIDE, _NARROW = 1000.0, 10.0
_TAME = {"sqrt", "abs", "ln", "log10"}
_BESIDE = 0.02


@dataclass(frozen=True)
class StationaryPoints:
    """All points found, largest value of f first, and what is known of others.

    ``complete``: it is proved that no point is missing in ``box``. ``everywhere``: every point of the fence
    is one. ``extremes_proved``: the largest and the smallest of all values in ``points`` and ``by_hand`` are
    proved to be those of f on the whole fence. ``along_curves``, shape (j, n), are places on curves made of
    such points.
    """

    points: tuple[ConstrainedPoint, ...]
    by_hand: tuple[ByHand, ...]
    complete: bool
    everywhere: bool
    extremes_proved: bool
    along_curves: Reals
    fence: Fence
    box: Box


def stationary_points(
    f: Expression,
    constraints: Sequence[Expression] | Expression,
    variables: tuple[str, ...],
    box: Box | None = None,
) -> StationaryPoints:
    """Return every point in the box where the constraints hold and f's gradient is made of theirs.

    Two or three variables, one or two constraints, each an equation or an expression that has to be 0. The
    box gives (low, high) for each variable; without one it reaches from -1000 to 1000, or, where functions
    such as sin or e^x take part or the search would take too long, from -10 to 10.

    Raises MathsError where nothing can be found and says what to change; see ``lagrange_problem``. Sources:
    Nocedal & Wright, Numerical Optimization, 2nd ed., chapter 12; Riley, Hobson & Bence, Mathematical
    Methods, 3rd ed., section 5.9.
    """
    return solved(lagrange_problem(f, constraints, variables), box)


def solved(problem: LagrangeProblem, box: Box | None) -> StationaryPoints:
    """Return the stationary points of a checked problem; see ``stationary_points``."""
    if box is not None:
        return _in_box(problem, box)
    widths = (_NARROW,) if _is_wild(problem) else (_WIDE, _NARROW)
    found = _in_box(problem, dict.fromkeys(problem.variables, (-widths[0], widths[0])))
    if found.complete or found.everywhere or len(widths) == 1:
        return found
    try:
        closer = _in_box(problem, dict.fromkeys(problem.variables, (-_NARROW, _NARROW)))
    except MathsError:
        return found
    return closer if closer.complete or len(closer.points) >= len(found.points) else found


def _is_wild(problem: LagrangeProblem) -> bool:
    """Whether something in it repeats for ever or grows like e^x: a wide box then takes too long."""
    nodes = (node for expression in (problem.f, *problem.on_fence) for node in walk(expression))
    return any(
        (isinstance(node, Call) and node.name not in _TAME)
        or (isinstance(node, Power) and bool(node.exponent.variables))
        for node in nodes
    )


def _in_box(problem: LagrangeProblem, box: Box) -> StationaryPoints:
    aimless = _roots(problem, without_direction(problem), box)
    sides = np.array([box[name] for name in problem.variables], dtype=np.float64)
    fence = surveyed(problem.f, problem.on_fence, problem.variables, sides)
    _check_fence(problem, fence, aimless, sides)
    everywhere = hold_everywhere(problem)
    roots = aimless if everywhere else _roots(problem, conditions(problem), box)
    aside = tuple(_by_hand(problem, aimless, fence, roots))
    complete = (
        not everywhere
        and roots.finished
        and not len(roots.along_curves)
        and not _lonely(roots.unsettled, [place.at for place in aside])
        and aimless.complete
    )
    known = fence.corners is not None and all(np.isfinite(place.value) for place in aside)
    return StationaryPoints(
        points=tuple(sorted(_points(problem, roots), key=_highest_first)),
        by_hand=aside,
        complete=complete,
        everywhere=everywhere,
        extremes_proved=complete and known and fence.closed and fence.continuous,
        along_curves=roots.along_curves,
        fence=fence,
        box=box,
    )


def _check_fence(problem: LagrangeProblem, fence: Fence, aimless: RootsInBox, sides: Reals) -> None:
    shown = " and ".join(map(str, problem.constraints))
    if fence.empty or not (len(fence.sample) or len(aimless.points)):
        cube = len(np.unique(sides, axis=0)) == 1
        within = f"with coordinates between {sides[0, 0]:g} and {sides[0, 1]:g}" if cube else "in the box"
        sure = "No point" if fence.empty else "As far as I can see no point"
        raise MathsError(
            f"{sure} {within} satisfies {shown}: there is no fence to walk along.",
            "Check the signs and the right side, or look in another box.",
        )
    if fence.valueless:
        raise MathsError(
            f"{problem.f} has no value anywhere on {shown}.", "Check the signs under roots and logarithms."
        )
    if len(aimless.along_curves):
        raise MathsError(
            f"The gradient of {shown} shows no direction on a whole stretch of the fence.",
            "Write the constraint more simply: x + y = 0 says as much as (x + y)^2 = 0.",
        )


def _roots(problem: LagrangeProblem, wanted: tuple[Expression, ...], box: Box) -> RootsInBox:
    """The points of the fence where what is wanted is 0; what is wanted twice is 0 as good as once."""
    padding = wanted[:1] * (len(problem.variables) - len(wanted) - len(problem.on_fence))
    return roots_in_box((*wanted, *padding, *problem.on_fence), problem.variables, box)


def _points(problem: LagrangeProblem, roots: RootsInBox) -> Iterator[ConstrainedPoint]:
    write = Writer()
    for point in roots.exact:
        if not solves(problem.singular, problem.variables, point):
            found = constrained_point(problem, point, write)
            if found is not None:
                yield found


def _highest_first(row: ConstrainedPoint) -> tuple[float, ...]:
    """The order of points: by value, and like ones by their coordinates, positive ones first."""
    return (-round(row.value.value, 9), *(-entry.value for entry in row.point))


def _by_hand(
    problem: LagrangeProblem, aimless: RootsInBox, fence: Fence, roots: RootsInBox
) -> Iterator[ByHand]:
    """The places that have to be looked at by hand, each once."""
    seen: list[tuple[float, ...]] = []
    reasons: Iterable[tuple[Reason, Reals]] = (
        ("no direction", aimless.points),
        ("no direction", aimless.unsettled),
        ("no slope", fence.corners if fence.corners is not None else roots.unsettled[:0]),
    )
    for reason, places in reasons:
        for place in _lonely(places, seen):
            seen.append(place)
            yield by_hand(problem, place, reason)


def _lonely(places: Reals, others: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """The places that are not beside any of the others."""
    return [
        tuple(map(float, place))
        for place in places
        if not any(np.abs(place - np.array(other)).max() <= _BESIDE for other in others)
    ]
