"""What the points found mean, in sentences for a learner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.evaluation import to_numpy
from upslope.maths.expressions.expression import Expression, Negative, Symbol, number
from upslope.maths.expressions.printing import to_latex
from upslope.maths.lagrange.constrained_points import ByHand, ConstrainedPoint
from upslope.maths.lagrange.lagrange_problem import LagrangeProblem
from upslope.maths.lagrange.point_rows import place_latex, point_latex
from upslope.maths.lagrange.stationary_points import StationaryPoints

_SAME = 1e-9
_MOST_LISTED = 4
_KINDS = {
    "minimum": "a minimum along the fence: everywhere near it on the fence $f$ is larger",
    "maximum": "a maximum along the fence: everywhere near it on the fence $f$ is smaller",
    "neither": "neither a minimum nor a maximum: near it $f$ is larger one way and smaller another",
    "alone": "no other point of the fence is near",
    "cannot tell": "what $f$ does around it I cannot tell",
}
_REASONS = {
    "no direction": "the gradients of the constraints do not show which way is across",
    "no slope": "$f$ or the fence has a corner or an end",
}


@dataclass(frozen=True)
class _Height:
    """The value of f at a place, both also in LaTeX; ``row`` where the place fulfils the conditions."""

    value: float
    value_latex: str
    place_latex: str
    row: ConstrainedPoint | None


def conclusion(problem: LagrangeProblem, found: StationaryPoints) -> str:
    """Return what is largest and smallest, what λ says about it, and what is not known (Markdown, LaTeX)."""
    if found.everywhere:
        return _everywhere(problem, found)
    parts = [*_extremes(found), *_meaning(problem, found), *_along_curves(problem, found)]
    return " ".join([*parts, *_by_hand(found), _census(found), *_caveats(found)])


def _everywhere(problem: LagrangeProblem, found: StationaryPoints) -> str:
    values = to_numpy(problem.f, problem.variables)(*found.fence.sample.T)
    same = len(values) > 0 and np.ptp(values) <= 1e-6 * (1 + np.abs(values).max())
    is_value = f": ${to_latex(rounded(float(values[0])))}$ at every point tried" if same else ""
    return (
        "The condition holds at every point of the fence. Wherever you walk on it, $f$ does not change, so "
        f"it is the same all along{is_value}. No place on the fence is better than another."
    )


def _census(found: StationaryPoints) -> str:
    where = f"with coordinates {_between(found)}"
    if len(found.along_curves):
        return "Close to these curves there may be single points that I could not tell apart from them."
    if not found.complete:
        return "There may be more points than these: not all of the box could be ruled out."
    if found.points:
        return f"No other point {where} fulfils the conditions: the rest has been ruled out."
    if found.by_hand or found.fence.corners is None:
        return f"No point {where} fulfils the conditions."
    return (
        f"No point {where} fulfils the conditions. So there is no best place on that part of the fence: "
        "walk along it, and $f$ keeps rising one way and falling the other."
    )


def _between(found: StationaryPoints) -> str:
    sides = set(found.box.values())
    if len(sides) > 1:
        return "in the box"
    ((low, high),) = sides
    return f"between ${low:g}$ and ${high:g}$"


def _extremes(found: StationaryPoints) -> Iterator[str]:
    heights = _heights(found)
    if not heights:
        return
    if not found.extremes_proved and len(found.points) <= _MOST_LISTED:
        for row in found.points:
            yield f"At ${point_latex(row)}$, $f$ is ${to_latex(row.value.tree)}$, {_KINDS[row.kind]}."
        return
    tops, bottoms = _all_like(heights[0], heights), _all_like(heights[-1], heights)
    where = "On the whole fence" if found.extremes_proved else "Among these points"
    if len(tops) == len(heights):
        yield f"{where} $f$ is nowhere larger or smaller than ${tops[0].value_latex}$."
    else:
        yield (
            f"{where} $f$ is largest, ${tops[0].value_latex}$, at {_places(tops)}, and smallest, "
            f"${bottoms[0].value_latex}$, at {_places(bottoms)}."
        )


def _heights(found: StationaryPoints) -> list[_Height]:
    """The values at all points, those to be looked at by hand included, from the largest down."""
    judged = [
        _Height(row.value.value, to_latex(row.value.tree), point_latex(row), row) for row in found.points
    ]
    others = [
        _Height(place.value, to_latex(rounded(place.value)), place_latex(place.at), None)
        for place in found.by_hand
        if np.isfinite(place.value)
    ]
    return sorted([*judged, *others], key=lambda height: -height.value)


def _all_like(wanted: _Height, heights: Sequence[_Height]) -> list[_Height]:
    return [
        height for height in heights if abs(height.value - wanted.value) <= _SAME * (1 + abs(wanted.value))
    ]


def _places(heights: Sequence[_Height]) -> str:
    shown = [f"${height.place_latex}$" for height in heights[:_MOST_LISTED]]
    if len(heights) > _MOST_LISTED:
        shown[-1] = f"{len(heights) - _MOST_LISTED + 1} more points"
    return _and(shown)


def _meaning(problem: LagrangeProblem, found: StationaryPoints) -> Iterator[str]:
    """What the multiplier says, by the example of the first extreme value."""
    row = next((row for row in found.points if row.kind in ("maximum", "minimum", "alone")), None)
    if row is None:
        return
    for letter, multiplier, fence in zip(
        problem.multipliers, row.multipliers, problem.constraints, strict=True
    ):
        here = f"At ${point_latex(row)}$, ${to_latex(letter)} = {to_latex(multiplier.tree)}$"
        if abs(multiplier.value) < _SAME:
            yield f"{here}: moving the fence ${to_latex(fence)}$ a little hardly changes the value there."
            continue
        level, shift = to_latex(fence.right), Symbol("Δc")
        moved = to_latex(shift) if fence.right == number(0) else rf"{level} + \Delta c"
        yield (
            f"{here}: that is how fast the value there changes when the fence moves. Put ${moved}$ in "
            f"the place of ${level}$ in ${to_latex(fence)}$, and that value becomes about "
            f"${to_latex(_changed(row.value.tree, multiplier.tree, shift))}$."
        )


def _changed(value: Expression, rate: Expression, shift: Symbol) -> Expression:
    """``value + rate·shift`` as it is usually written."""
    size = rate.argument if isinstance(rate, Negative) else rate
    change = shift if size == number(1) else size * shift
    if value == number(0):
        return Negative(change) if isinstance(rate, Negative) else change
    return value - change if isinstance(rate, Negative) else value + change


def _along_curves(problem: LagrangeProblem, found: StationaryPoints) -> Iterator[str]:
    if not len(found.along_curves):
        return
    values = to_numpy(problem.f, problem.variables)(*found.along_curves.T)
    listed = [
        f"${place_latex(tuple(place))}$, where $f \\approx {to_latex(rounded(float(value) + 0.0, 4))}$"
        for place, value in zip(found.along_curves[:3], np.round(values, 9), strict=False)
        if np.isfinite(value)
    ]
    yield f"The conditions hold along whole curves: they run, for example, through {_and(listed)}."


def _by_hand(found: StationaryPoints) -> Iterator[str]:
    for reason, why in _REASONS.items():
        places = [place for place in found.by_hand if place.reason == reason]
        if places:
            yield f"Look by hand at {_and([_with_value(place) for place in places])}: there {why}."
    if found.fence.corners is None:
        yield (
            "On parts of the fence $f$ or a constraint has no slope or no value; look by hand at the ends of "
            "the parts where it has."
        )


def _with_value(place: ByHand) -> str:
    value = f" ($f \\approx {to_latex(rounded(place.value))}$)" if np.isfinite(place.value) else ""
    return f"${place_latex(place.at)}${value}"


def _caveats(found: StationaryPoints) -> Iterator[str]:
    if found.extremes_proved:
        return
    if not found.fence.closed:
        yield "The fence may go on outside of the box, and $f$ may be larger or smaller there."
    elif not found.fence.continuous:
        yield "Where $f$ has no value it may grow or fall beyond all bounds close by."


def _and(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""
