"""What happened on a walk down χ²: told from where it went, in words a learner can act on."""

from dataclasses import dataclass

import numpy as np

from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import Symbol
from upslope.maths.expressions.printing import to_latex
from upslope.maths.iteration.solution import Outcome
from upslope.maths.regression.chi_squared import ChiSquared
from upslope.maths.regression.data_points import Floats
from upslope.maths.regression.least_squares_methods import Method
from upslope.maths.regression.tangent_model import Tangent

# As shares of the size of the data: a fit as close as this is perfect, and a curve that moves no further
# when a parameter changes by its own size does not depend on it.
_PERFECT = 1e-12
_UNMOVED = 1e-8
# Where no step lowers χ² any more because of rounding, this close to level is level.
_LEVEL = 1e-3
_LONGEST_CYCLE = 8
_FAR = 1e3
# Curvature that counts, in the units of `curvatures`: a hundredth of what a minimum has.
_NOT_BENT = 2e-8


@dataclass(frozen=True)
class Walk:
    """Where a method has been: the points from the start on, and the tangents at its first and last point.

    ``size`` is the length of y/σ, which residuals are compared with; ``beyond`` the tangent at the point that
    has no value, if a step led there; ``ended`` whether the method had no further step to take.
    """

    points: list[Floats]
    start: Tangent
    end: Tangent
    size: float
    beyond: Tangent | None = None
    ended: bool = False

    @property
    def rose(self) -> bool:
        """Whether χ² is higher at the end than at the start."""
        return self.end.chi_squared > self.start.chi_squared * (1 + 1e-9)

    @property
    def overshot(self) -> bool:
        """Whether χ² rose, or the parameters are now a thousand times as large as they were."""
        first, last = (max(1.0, float(np.abs(here.point).max())) for here in (self.start, self.end))
        return self.rose or last > _FAR * first


def is_settled(here: Tangent, tolerance: float, size: float) -> bool:
    """Whether so little of the residuals can still be won that this counts as the lowest point."""
    still_open = tolerance * np.sqrt(here.chi_squared) + max(tolerance**2, _PERFECT) * size
    return bool(here.still_to_win <= still_open)


def is_flat(here: Tangent, size: float) -> bool:
    """Whether the parameters make no difference to the curve at the data."""
    return here.reach <= _UNMOVED * size


def outcome_of(misfit: ChiSquared, walk: Walk, method: Method) -> Outcome:
    """Return how the walk ended."""
    here = walk.end
    if walk.beyond is not None:
        return _out_of_reach(misfit, walk, walk.beyond, method)
    if is_flat(here, walk.size):
        return _too_long(misfit, walk, method) if walk.overshot else _without_slope(misfit, walk)
    if is_settled(here, method.tolerance, walk.size) or (walk.ended and _is_level(here)):
        return _settled(misfit, walk)
    if walk.ended and not walk.overshot:
        return method.stuck(tangled(misfit, here))
    period = _period(np.array(walk.points))
    if period:
        return _cycling(period, method)
    if walk.overshot:
        return _too_long(misfit, walk, method)
    return Outcome(
        "out of steps",
        rf"After {_steps(walk)} $\chi^2$ has fallen from ${_short(walk.start.chi_squared)}$ to "
        f"${_short(here.chi_squared)}$, but it has not settled yet. The last point is "
        f"{named(misfit, here.point)}.",
        method.if_too_slow,
    )


def _is_level(here: Tangent) -> bool:
    return is_settled(here, _LEVEL, 0.0)


def _settled(misfit: ChiSquared, walk: Walk) -> Outcome:
    here = walk.end
    if here.tangled:
        return Outcome(
            "flat",
            rf"$\chi^2$ gets no lower here, but {tangled(misfit, here)}. These values are some of many.",
            "Try another start. If that does not help, keep one of the parameters fixed.",
        )
    # A perfect fit is a minimum for certain; elsewhere level ground can also be a top or a saddle.
    perfect = np.sqrt(here.chi_squared) <= 1e3 * _PERFECT * walk.size
    if not perfect and (here.curvatures(misfit) < -_NOT_BENT).any():
        return Outcome(
            "flat",
            r"$\chi^2$ is level here, but this is no lowest point: a little to the side it is lower. It is "
            "the top of a hill or a saddle.",
            "Change the start a little, to one side or the other.",
        )
    if len(walk.points) == 1:
        return Outcome("converged", r"The start is already the lowest point of $\chi^2$ around here.")
    return Outcome("converged", rf"After {_steps(walk)} $\chi^2$ is as low as it gets around here.")


def tangled(misfit: ChiSquared, here: Tangent) -> str:
    """Return what J says of parameters that it cannot tell apart, for the middle of a sentence."""
    names = [f"${to_latex(Symbol(misfit.parameters[place]))}$" for place in here.tangled]
    if len(names) < 2:
        return f"{''.join(names)} makes no difference to the curve at the data points"
    return (
        f"{', '.join(names[:-1])} and {names[-1]} cannot be told apart: they can change together and leave "
        "the curve as it is at every data point"
    )


def _without_slope(misfit: ChiSquared, walk: Walk) -> Outcome:
    where = "At the start" if len(walk.points) == 1 else f"After {_steps(walk)}"
    return Outcome(
        "flat",
        f"{where} ({named(misfit, walk.end.point)}) the parameters make no difference: when they change a "
        "little, the curve stays as it is at every data point, so no direction leads down.",
        "Plot the data, and choose a start that brings the curve near the points.",
    )


def _out_of_reach(misfit: ChiSquared, walk: Walk, beyond: Tangent, method: Method) -> Outcome:
    without = np.isnan(beyond.residuals) | np.isnan(beyond.slopes).any(axis=1)
    if not (np.isfinite(beyond.point).all() and without.any()):
        return _too_long(misfit, walk, method)
    place = misfit.points.x[without][0]
    return Outcome(
        "left the domain",
        f"Step {len(walk.points)} leads to {named(misfit, beyond.point)}, and there the model has no value "
        f"at ${to_latex(Symbol(misfit.variable))} = {_short(place)}$.",
        method.if_too_long,
    )


def _too_long(misfit: ChiSquared, walk: Walk, method: Method) -> Outcome:
    first, last = walk.start.chi_squared, walk.end.chi_squared
    if walk.beyond is not None:
        found = f"step {len(walk.points)} leads to numbers too large to work with"
    elif walk.rose:
        found = rf"after {_steps(walk)} $\chi^2$ has risen from ${_short(first)}$ to ${_short(last)}$"
    else:
        found = f"after {_steps(walk)} the parameters have run far away, to {named(misfit, walk.end.point)}"
    return Outcome("diverging", f"The steps are too long: {found}.", method.if_too_long)


def _cycling(period: int, method: Method) -> Outcome:
    return Outcome(
        "cycling",
        f"The steps go round in circles: every {period} steps the parameters are back where they were.",
        method.if_too_long,
        period,
    )


def _period(points: Floats) -> int:
    """The length of the cycle that the path (steps + 1, p) ends in, 0 for none."""
    for period in range(2, min(_LONGEST_CYCLE, len(points) // 3) + 1):
        last, before = points[-period:], points[-2 * period : -period]
        width = np.ptp(last, axis=0).max()
        moves = width > 1e-6 * np.abs(last).max()
        if moves and np.abs(last - before).max() <= 1e-3 * width:
            return period
    return 0


def _steps(walk: Walk) -> str:
    count = len(walk.points) - 1
    return "1 step" if count == 1 else f"{count} steps"


def named(misfit: ChiSquared, point: Floats) -> str:
    """Return a point of the parameters in LaTeX, with names, to four digits."""
    letters = [to_latex(Symbol(name)) for name in misfit.parameters]
    return ", ".join(f"${letter} = {_short(value)}$" for letter, value in zip(letters, point, strict=True))


def _short(value: float) -> str:
    return to_latex(rounded(value, 4))
