"""Slopes from a few values, for functions without a formula: forward, backward and central differences."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats: TypeAlias = NDArray[np.float64]
Function: TypeAlias = Callable[[Floats], ArrayLike]
"""A function of an array, worked out entry by entry."""

_EPSILON = float(np.finfo(np.float64).eps)


@dataclass(frozen=True)
class Scheme:
    """The estimate (w₁ f(x + k₁ Δx) + w₂ f(x + k₂ Δx) + …) / (divisor · Δxᵈ) of a derivative.

    ``weights`` gives the w for every k, ``derivative`` is d, and ``order`` the p of the error O(Δxᵖ).
    """

    name: str
    weights: Mapping[int, int]
    divisor: int
    derivative: int
    order: int


FORWARD = Scheme("forward", {1: 1, 0: -1}, divisor=1, derivative=1, order=1)
BACKWARD = Scheme("backward", {0: 1, -1: -1}, divisor=1, derivative=1, order=1)
CENTRAL = Scheme("central", {1: 1, -1: -1}, divisor=2, derivative=1, order=2)
SECOND_CENTRAL = Scheme("second central", {1: 1, 0: -2, -1: 1}, divisor=1, derivative=2, order=2)
SCHEMES = {scheme.name: scheme for scheme in (FORWARD, BACKWARD, CENTRAL, SECOND_CENTRAL)}
"""Every scheme by its name. Source: Press et al., Numerical Recipes, 3rd ed., section 5.7."""


def finite_difference(
    f: Function, at: ArrayLike, step: ArrayLike | None = None, scheme: Scheme = CENTRAL
) -> Floats:
    """Return the estimate of the derivative at points with steps, both broadcast together to one shape.

    Without ``step`` the ``best_step`` is used. Where ``f`` has no value the estimate is NaN or infinite.
    """
    point = np.asarray(at, dtype=np.float64)
    run = best_step(point, scheme) if step is None else np.asarray(step, dtype=np.float64)
    with np.errstate(all="ignore"):
        values = (weight * np.asarray(f(point + k * run)) for k, weight in scheme.weights.items())
        return np.asarray(sum(values) / (scheme.divisor * run**scheme.derivative), dtype=np.float64)


def forward_difference(f: Function, at: ArrayLike, step: ArrayLike | None = None) -> Floats:
    """Return (f(x + Δx) − f(x)) / Δx: wrong by O(Δx)."""
    return finite_difference(f, at, step, FORWARD)


def backward_difference(f: Function, at: ArrayLike, step: ArrayLike | None = None) -> Floats:
    """Return (f(x) − f(x − Δx)) / Δx: wrong by O(Δx)."""
    return finite_difference(f, at, step, BACKWARD)


def central_difference(f: Function, at: ArrayLike, step: ArrayLike | None = None) -> Floats:
    """Return (f(x + Δx) − f(x − Δx)) / 2Δx: wrong by O(Δx²)."""
    return finite_difference(f, at, step, CENTRAL)


def second_central_difference(f: Function, at: ArrayLike, step: ArrayLike | None = None) -> Floats:
    """Return (f(x + Δx) − 2 f(x) + f(x − Δx)) / Δx², the second derivative: wrong by O(Δx²)."""
    return finite_difference(f, at, step, SECOND_CENTRAL)


def best_step(at: ArrayLike, scheme: Scheme = CENTRAL) -> Floats:
    """Return the step at which rounding and truncation do about equal harm in double precision.

    A longer step bends too far away from the curve; for a shorter one the values are so alike that their
    difference is mostly rounding. ε^(1/(d + p)) times the scale of x, which is taken to be |x|, or 1 where
    |x| is smaller: √ε for forward, ∛ε for central differences. Unless |x| is smaller than the step, x can be
    moved by exactly this much. Source: Press et al., Numerical Recipes, 3rd ed., section 5.7.
    """
    point = np.asarray(at, dtype=np.float64)
    wanted = _EPSILON ** (1 / (scheme.derivative + scheme.order)) * np.maximum(np.abs(point), 1)
    return np.asarray(point + wanted - point)


def gradient_by_differences(f: Callable[[Floats], float], at: ArrayLike, step: float | None = None) -> Floats:
    """Return the row of slopes, shape (n,), of a function of one point (n,), by central differences.

    Takes 2n values of ``f``. Without ``step`` each variable gets its ``best_step``.
    """
    point = np.asarray(at, dtype=np.float64)
    runs = best_step(point) if step is None else np.full_like(point, step)
    moves = np.diag(runs)
    with np.errstate(all="ignore"):
        rises = [float(f(point + move)) - float(f(point - move)) for move in moves]
        return np.asarray(rises) / (2 * runs)
