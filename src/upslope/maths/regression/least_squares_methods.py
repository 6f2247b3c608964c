"""Ways down χ²: each method knows how to step, none knows when to stop.

A method walks from a tangent of the model to the next and yields each; it ends where it has no step to take.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import ClassVar, Protocol

import numpy as np

from upslope.maths.errors import MathsError
from upslope.maths.iteration.solution import Outcome
from upslope.maths.regression.chi_squared import ChiSquared
from upslope.maths.regression.tangent_model import Tangent, tangent

MOST_STEPS = 1000
_HEAVIEST = 1e16
_LIGHTEST = 1e-14


class Method(Protocol):
    """One way down. Walking is over when the share of the residuals still to win is below ``tolerance``."""

    tolerance: ClassVar[float]
    if_too_long: ClassVar[str]
    """What to try where its steps overshoot."""
    if_too_slow: ClassVar[str]
    """What to try where its steps ran out."""

    @property
    def most_steps(self) -> int:
        """How many steps may be taken."""

    def walk(self, misfit: ChiSquared, start: Tangent) -> Iterator[Tangent]:
        """Yield where each step leads."""

    def stuck(self, tangled: str) -> Outcome:
        """Say why there is no step; ``tangled`` says which parameters J cannot tell apart there, if any."""


@dataclass(frozen=True)
class SteepestDescent:
    """Steps of −aggression · ∂χ²/∂a: straight downhill, the longer the steeper.

    Source: Nocedal & Wright, Numerical Optimization, 2nd ed., section 2.2, with a constant factor.
    """

    aggression: float
    most_steps: int = 50
    # Beyond this, steps move the parameters by a thousandth of what the scatter of the data leaves open.
    tolerance: ClassVar[float] = 1e-3
    if_too_long: ClassVar[str] = (
        "Use a smaller aggression: a tenth is a good next try. A start nearer to the data helps too."
    )
    if_too_slow: ClassVar[str] = (
        r"Look at the path. If $\chi^2$ falls slowly and steadily, take more steps or a larger aggression. "
        "If it jumps about, take a smaller one. If the parameters have very different sizes, choose other "
        "units, so that all are of a size."
    )

    def __post_init__(self) -> None:
        _check_steps(self.most_steps)
        if not (isfinite(self.aggression) and self.aggression > 0):
            raise MathsError(
                f"An aggression of {self.aggression} leads nowhere downhill.", "Give a positive number."
            )

    def walk(self, misfit: ChiSquared, start: Tangent) -> Iterator[Tangent]:
        """Yield where each step leads, until steps are too short to change the parameters."""
        here = start
        while True:
            with np.errstate(all="ignore"):
                point = here.point - self.aggression * here.gradient
            if np.array_equal(point, here.point):
                return
            here = tangent(misfit, point)
            yield here

    def stuck(self, tangled: str) -> Outcome:
        """Steps have become too short to change anything."""
        return Outcome(
            "flat",
            rf"$\chi^2$ is so flat here that steps of aggression {self.aggression:g} are too short to change "
            "the parameters, yet this is not the lowest point.",
            self.if_too_slow,
        )


@dataclass(frozen=True)
class GaussNewton:
    """Steps to the minimum that χ² would have if the model were its own tangent: JᵀJ δ = Jᵀ r.

    Source: Nocedal & Wright, Numerical Optimization, 2nd ed., section 10.3, with full steps.
    """

    most_steps: int = 50
    tolerance: ClassVar[float] = 1e-8
    if_too_long: ClassVar[str] = (
        "Start nearer: plot the data and read the values off. Or use Levenberg–Marquardt, which shortens a "
        "step until it leads down."
    )
    if_too_slow: ClassVar[str] = (
        "Start nearer: plot the data and read the values off. Or use Levenberg–Marquardt."
    )

    def __post_init__(self) -> None:
        _check_steps(self.most_steps)

    def walk(self, misfit: ChiSquared, start: Tangent) -> Iterator[Tangent]:
        """Yield where each step leads, until JᵀJ has no inverse."""
        here = start
        while here.rank == len(here.point):
            with np.errstate(all="ignore"):
                point = here.point + here.step()
            here = tangent(misfit, point)
            yield here

    def stuck(self, tangled: str) -> Outcome:
        """The normal equations have no single solution."""
        return Outcome(
            "flat",
            f"Here {tangled}. The equations for a Gauss–Newton step have no single solution then.",
            "Start elsewhere, or use Levenberg–Marquardt. If that does not help, keep one parameter fixed.",
        )


@dataclass(frozen=True)
class LevenbergMarquardt:
    """Gauss–Newton steps, turned towards steepest descent and shortened until each leads down.

    ``damping`` is the λ of the first step, in (JᵀJ + λ D²) δ = Jᵀ r. The entries of the diagonal D are the
    longest that each column of J has been. Marquardt takes their lengths at the moment; but a parameter that
    the curve has stopped to depend on would then be free to run away.

    Source: D. W. Marquardt, An Algorithm for Least-Squares Estimation of Nonlinear Parameters, 1963; Press et
    al., Numerical Recipes, 3rd ed., section 15.5.2; Nocedal & Wright, Numerical Optimization, 2nd ed.,
    section 10.3; for D, J. J. Moré, The Levenberg–Marquardt Algorithm: Implementation and Theory, 1978.
    """

    damping: float = 0.1
    most_steps: int = 100
    tolerance: ClassVar[float] = 1e-8
    if_too_long: ClassVar[str] = "Start nearer: plot the data and read the values off."
    if_too_slow: ClassVar[str] = (
        "Start nearer: plot the data and read the values off. If some parameter keeps growing, the data may "
        "not tell its value: keep it fixed, or use a model with fewer parameters."
    )

    def __post_init__(self) -> None:
        _check_steps(self.most_steps)
        if not _LIGHTEST <= self.damping <= _HEAVIEST:
            raise MathsError(
                f"A damping of {self.damping} cannot be.", "Give a small positive number: 0.001."
            )

    def walk(self, misfit: ChiSquared, start: Tangent) -> Iterator[Tangent]:
        """Yield where each step that lowers χ² leads, until none does, however short."""
        here, damping, scale = start, self.damping, start.lengths
        while damping <= _HEAVIEST:
            with np.errstate(all="ignore"):
                point = here.point + here.damped_step(damping, scale)
            there = tangent(misfit, point)
            if there.has_value and there.chi_squared < here.chi_squared:
                here, damping = there, max(damping / 10, _LIGHTEST)
                scale = np.maximum(scale, here.lengths)
                yield here
            else:
                damping *= 10

    def stuck(self, tangled: str) -> Outcome:
        """Even the shortest step leads up, or out of the domain."""
        return Outcome(
            "out of steps",
            r"No step from here lowers $\chi^2$, however short, although it is not level here. The model has "
            "a corner at these parameters, or the edge of where it has values.",
            "Start elsewhere, or look for a model that has values on both sides.",
        )


def _check_steps(most_steps: object) -> None:
    if not (isinstance(most_steps, int) and 1 <= most_steps <= MOST_STEPS):
        raise MathsError(
            f"{most_steps} steps cannot be taken.", f"Give a whole number from 1 to {MOST_STEPS}."
        )
