"""Fitting a curve by hand: the first Gauss–Newton steps down χ²."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression, Symbol, Unworked
from upslope.maths.expressions.printing import to_latex
from upslope.maths.multivariate.partial_derivative import slopes_step
from upslope.maths.regression.chi_squared import ChiSquared
from upslope.maths.regression.first_guess import first_guess
from upslope.maths.regression.gauss_newton_worked import GaussNewtonStep, in_short, state, to_digits
from upslope.maths.regression.least_squares_outcome import is_flat, tangled
from upslope.maths.regression.tangent_model import Tangent, tangent

MOST_POINTS = 8
MOST_PARAMETERS = 3
MOST_STEPS = 5
# Shares of the residuals and of the data: another step that moves the curve by less would not show.
_OF_RESIDUALS = 1e-4
_OF_DATA = 1e-5


def fit_curve_worked(
    model: Expression, x: ArrayLike, y: ArrayLike, start: Mapping[str, float], steps: int = 2
) -> Derivation:
    """Return the first Gauss–Newton steps down χ² = Σ (y − f)² from ``start``, with all their numbers.

    Each solves JᵀJ δ = Jᵀ r: r are the residuals, J the slopes of the model, a row for each point. The point
    that is shown, to six digits, is the one that the next step begins from. The result is an Equation for
    each parameter. A step to the lowest point, or to where the model has no value or JᵀJ no inverse, is the
    last.

    Takes 1 to 5 steps, up to 8 points and up to 3 parameters. Raises MathsError for more, where
    ``first_guess`` does and where JᵀJ has no inverse at the start. Source: Nocedal & Wright, Numerical
    Optimization, 2nd ed., section 10.3.
    """
    misfit, guess = first_guess(model, x, y, start)
    here = tangent(misfit, to_digits(guess.point))
    _check(misfit, here, steps)
    row = [Unworked("partial", model, name) for name in misfit.parameters]
    slopes = slopes_step([row], "slopes of the model", "One slope for each parameter, in a row.")
    why = rf"Begin with a guess, read off a plot of the data. There $\chi^2 = {in_short(here.chi_squared)}$."
    taken = [slopes, Step("start", slopes.end, state(misfit, here.point, "="), why, link="⇒")]
    path = [here]
    while len(path) == 1 or (len(path) <= steps and _goes_on(misfit, path[-1])):
        step = GaussNewtonStep(misfit, slopes.end, path[-1])
        taken.append(step.worked(taken[-1].end, len(path)))
        path.append(step.there)
    return Derivation(_problem(misfit), taken[-1].end, tuple(taken), _conclusion(misfit, path))


def _check(misfit: ChiSquared, here: Tangent, steps: object) -> None:
    points, count = len(misfit.points), len(misfit.parameters)
    if points > MOST_POINTS or count > MOST_PARAMETERS:
        raise MathsError(
            f"{points} points and {count} parameters are too many to write out.",
            f"Take at most {MOST_POINTS} and {MOST_PARAMETERS}, or let fit_curve find the parameters.",
        )
    if not (isinstance(steps, int) and 1 <= steps <= MOST_STEPS):
        raise MathsError(f"{steps} steps cannot be written out.", f"Take 1 to {MOST_STEPS} of them.")
    if not _has_step(misfit, here):
        names = [misfit.parameters[place] for place in here.tangled] or misfit.parameters
        raise MathsError(
            f"At the start the data cannot tell {' and '.join(names)}: the equations for a step have many "
            "solutions.",
            "Start elsewhere, or put a number in for one of the parameters.",
        )


def _goes_on(misfit: ChiSquared, here: Tangent) -> bool:
    return _has_step(misfit, here) and not _is_settled(misfit, here)


def _has_step(misfit: ChiSquared, here: Tangent) -> bool:
    """Whether JᵀJ has an inverse that is not out of all bounds."""
    size = float(np.linalg.norm(misfit.points.y))
    return here.has_value and not is_flat(here, size) and here.rank == len(here.point)


def _is_settled(misfit: ChiSquared, here: Tangent) -> bool:
    """Whether another step would not show."""
    shares = (_OF_RESIDUALS * np.linalg.norm(here.residuals), _OF_DATA * np.linalg.norm(misfit.points.y))
    return here.still_to_win <= max(map(float, shares))


def _problem(misfit: ChiSquared) -> str:
    letters = r",\, ".join(to_latex(Symbol(name)) for name in misfit.parameters)
    variable = to_latex(Symbol(misfit.variable))
    return (
        rf"\min_{{{letters}}}\ \sum_{{i=1}}^{{{len(misfit.points)}}} \left(y_i - f({variable}_i)\right)^2, "
        rf"\qquad f({variable}) = {to_latex(misfit.model)}"
    )


def _conclusion(misfit: ChiSquared, path: list[Tangent]) -> str:
    first, *_, last = path
    count = "one step" if len(path) == 2 else f"{len(path) - 1} steps"
    if not last.has_value:
        return (
            "The last step was too long: it led to where the model has no value to work with. Start nearer, "
            "or take only a part of the step, as Levenberg–Marquardt does."
        )
    values = rf"from ${in_short(first.chi_squared)}$ to ${in_short(last.chi_squared)}$"
    if last.chi_squared > first.chi_squared:
        return (
            rf"After {count} $\chi^2$ has risen {values}: the model bends too much for steps this long. "
            "Start nearer, or take only a part of each step, as Levenberg–Marquardt does."
        )
    if not _has_step(misfit, last):
        return (
            rf"After {count} $\chi^2$ has fallen {values}, but now {tangled(misfit, last)}: no further step."
        )
    if _is_settled(misfit, last):
        return (
            rf"After {count} $\chi^2$ has fallen {values}. There is nothing left to win worth another step: "
            "this is the lowest point around here."
        )
    return rf"After {count} $\chi^2$ has fallen {values}. Go on like this until the numbers stop changing."
