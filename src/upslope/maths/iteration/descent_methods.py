"""Ways to step downhill. A method looks at the place where it stands and returns the step to take.

A method is any function of a ``Place``: these are plug-ins with their settings, a lambda will do as well
(``lambda here: -0.1 * here.J``). All work on many walkers at once: arrays have shape (n, m), n coordinates of
m walkers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.errors import MathsError
from upslope.maths.iteration.endings import Flags, Points
from upslope.maths.iteration.landscape import Heights, Hessians, Landscape, curvatures

_ENOUGH = 1e-4
_MOST_HALVINGS = 60
_ROUNDING = 1e-15
_ROUND_ENOUGH = 1e-10


@dataclass(frozen=True)
class Place:
    """Where m walkers stand: points, last step and gradient J (n, m), height f (m,), Hessian H (n, n, m)."""

    landscape: Landscape
    points: Points
    last_step: Points
    f: Heights
    J: Points

    @cached_property
    def H(self) -> Hessians:
        """The second derivatives, worked out when a method first asks for them."""
        return self.landscape.hessian(self.points)


Method: TypeAlias = Callable[[Place], Points]


def from_next_step(next_step: Callable[[float, NDArray[np.float64], NDArray[np.float64]], Points]) -> Method:
    """Return the method of a function ``next_step(f, J, H)`` of one walker: f a number, J (n,), H (n, n).

    It returns the step, shape (n,), as in the lab.
    """

    def method(here: Place) -> Points:
        columns = range(here.points.shape[1])
        steps = [next_step(float(here.f[k]), here.J[:, k].copy(), here.H[:, :, k].copy()) for k in columns]
        return np.array(steps, dtype=np.float64).reshape(len(columns), len(here.points)).T

    return method


@dataclass(frozen=True)
class ConstantStep:
    """Downhill by ``size`` times the gradient: -γJ."""

    size: float = 0.1

    def __post_init__(self) -> None:
        _check_positive(self.size)

    def __call__(self, here: Place) -> Points:
        """Return the step to take from here."""
        return -self.size * here.J


@dataclass(frozen=True)
class Momentum:
    """Downhill by -γJ, and on by a share ``keep`` of the last step: a heavy ball.

    Source: B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964; Goodfellow,
    Bengio & Courville, Deep Learning, section 8.3.2.
    """

    size: float = 0.1
    keep: float = 0.9

    def __post_init__(self) -> None:
        _check_positive(self.size)
        if not 0 <= self.keep < 1:
            raise MathsError(
                f"A ball cannot keep {self.keep} of its last step.", "Use a share from 0 to 0.99."
            )

    def __call__(self, here: Place) -> Points:
        """Return the step to take from here."""
        return -self.size * here.J + self.keep * here.last_step


@dataclass(frozen=True)
class SteepestDescent:
    """Straight downhill by -tJ, t halved from ``first`` until the height falls by enough (Armijo).

    Source: Nocedal & Wright, Numerical Optimization, 2nd ed., section 3.1, algorithm 3.1 with ρ = 1/2 and
    c = 10⁻⁴. A fall that rounding may hide counts as enough.
    """

    first: float = 1.0

    def __post_init__(self) -> None:
        _check_positive(self.first)

    def __call__(self, here: Place) -> Points:
        """Return the step to take from here."""
        fall = _squared(here.J)
        length = np.full(here.f.shape, self.first)
        waiting = fall > 0
        for _ in range(_MOST_HALVINGS):
            reached = here.landscape.height(here.points - length * here.J)
            aim = here.f - _ENOUGH * length * fall + _ROUNDING * np.abs(here.f)
            waiting &= ~(reached <= aim)  # NaN is not low enough either
            if not waiting.any():
                break
            length[waiting] /= 2
        return -length * here.J


@dataclass(frozen=True)
class ExactLineSearch:
    """Straight downhill to the bottom of the parabola that the Hessian tells of: t = JJᵀ/(JHJᵀ).

    Exact for quadratics; where the ground does not curve upwards that way it steps like ``SteepestDescent``.

    Source: Nocedal & Wright, Numerical Optimization, 2nd ed., section 3.3.
    """

    def __call__(self, here: Place) -> Points:
        """Return the step to take from here."""
        bend = np.einsum("im,ijm,jm->m", here.J, here.H, here.J)
        bowl = bend > 0
        with np.errstate(all="ignore"):
            exact = -(_squared(here.J) / bend) * here.J
        return exact if bowl.all() else np.where(bowl, exact, SteepestDescent()(here))


@dataclass(frozen=True)
class NewtonStep:
    """To where the gradient of the local parabola is zero: -JH⁻¹, be it a minimum, a maximum or a saddle.

    Without a step (NaN) where the determinant of H is 0. Source: Nocedal & Wright, section 3.3.
    """

    def __call__(self, here: Place) -> Points:
        """Return the step to take from here."""
        return _newton_step(here)[0]


@dataclass(frozen=True)
class Hybrid:
    """Newton's step where the ground curves upwards in all directions, -γJ elsewhere.

    Source: Nocedal & Wright, section 3.4: a Newton step leads downhill only where H is positive definite.
    """

    size: float = 0.1

    def __post_init__(self) -> None:
        _check_positive(self.size)

    def __call__(self, here: Place) -> Points:
        """Return the step to take from here."""
        newton, is_bowl = _newton_step(here)
        return np.where(is_bowl, newton, -self.size * here.J)


def _newton_step(here: Place) -> tuple[Points, Flags]:
    """Return -JH⁻¹, NaN where H is singular, and for whom H is positive definite."""
    values, vectors = curvatures(here.H)
    sizes = np.abs(values)
    with np.errstate(all="ignore"):
        regular = sizes.min(axis=1) > _ROUND_ENOUGH * sizes.max(axis=1)
        along = np.einsum("mji,jm->mi", vectors, here.J) / np.where(regular[:, None], values, np.nan)
    return -np.einsum("mij,mj->im", vectors, along), regular & (values[:, 0] > 0)


def _squared(rows: Points) -> Heights:
    squares: Heights = (rows * rows).sum(axis=0)
    return squares


def _check_positive(size: float) -> None:
    if size <= 0 or not isfinite(size):
        raise MathsError(f"A step size of {size} does not lead downhill.", "Use a positive number.")
