"""A Gaussian fitted to a histogram: misfit, slopes, and two ways of walking downhill."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Array = np.ndarray
Step = Callable[["Histogram", Array], Array]

STEPS = 50
FARTHEST = ((100.0, 0.5), (230.0, 120.0))
"""A walk ends when μ or σ leaves this box: no crowd of people is there."""

NEAR = 0.05
"""Closer to the lowest place than this, in cm for both μ and σ, a walk has arrived."""


@dataclass(frozen=True)
class Histogram:
    """Classes of one width, of shape (n,): their middles and the share of people per cm."""

    middles: Array
    density: Array


def gaussian(x: Array, place: Array) -> Array:
    """Return the normalised Gaussian at ``x``; ``place`` is (μ, σ)."""
    mu, sig = place
    return np.asarray(np.exp(-((x - mu) ** 2) / (2 * sig**2)) / (sig * np.sqrt(2 * np.pi)))


def slopes(x: Array, place: Array) -> Array:
    """Return ∂f/∂μ and ∂f/∂σ at ``x``, of shape (2, n)."""
    mu, sig = place
    away = (x - mu) / sig
    return np.asarray(gaussian(x, place) / sig * np.array([away, away**2 - 1]))


def chi_squared(histogram: Histogram, place: Array) -> float:
    """Return the plain sum of squared residuals."""
    return float(np.sum((histogram.density - gaussian(histogram.middles, place)) ** 2))


def gradient(histogram: Histogram, place: Array) -> Array:
    """Return ∂χ²/∂(μ, σ), of shape (2,)."""
    x, y = histogram.middles, histogram.density
    return np.asarray(-2 * slopes(x, place) @ (y - gaussian(x, place)))


def hessian(histogram: Histogram, place: Array) -> Array:
    """Return the second derivatives of χ² with respect to (μ, σ), of shape (2, 2)."""
    x, y = histogram.middles, histogram.density
    away, f = (x - place[0]) / place[1], gaussian(x, place)
    both = f * (away**3 - 3 * away)
    bends = np.array([[f * (away**2 - 1), both], [both, f * (away**4 - 5 * away**2 + 2)]]) / place[1] ** 2
    first = slopes(x, place)
    return np.asarray(2 * (first @ first.T - bends @ (y - f)))


def curvature(histogram: Histogram, place: Array) -> float:
    """Return how strongly χ² bends in its most bent direction: the Hessian's largest eigenvalue."""
    return float(np.linalg.eigvalsh(hessian(histogram, place))[-1])


def steepest(aggression: float) -> Step:
    """Return steepest descent: against the gradient, times ``aggression``."""
    return lambda histogram, place: -aggression * gradient(histogram, place)


def gauss_newton(histogram: Histogram, place: Array) -> Array:
    """Return the step that would reach the lowest place if f were a straight line in μ and σ."""
    x, y = histogram.middles, histogram.density
    first = slopes(x, place)
    try:
        return np.asarray(np.linalg.solve(first @ first.T, first @ (y - gaussian(x, place))))
    except np.linalg.LinAlgError:
        return np.full(2, np.inf)


def walk(histogram: Histogram, start: Array, step: Step) -> Array:
    """Return the places of a walk, the start first, of shape (k + 1, 2); it ends early when it gets lost."""
    places = [np.asarray(start, dtype=float)]
    low, high = np.array(FARTHEST)
    for _ in range(STEPS):
        following = places[-1] + step(histogram, places[-1])
        if not np.all((low <= following) & (following <= high)):
            break
        places.append(following)
    return np.array(places)


def lowest(histogram: Histogram) -> Array:
    """Return (μ, σ) of the best fit: Gauss–Newton from the mean and the spread of the histogram."""
    x, weight = histogram.middles, histogram.density / histogram.density.sum()
    mean = float(weight @ x)
    spread = float(np.sqrt(weight @ (x - mean) ** 2))
    return np.asarray(walk(histogram, np.array([mean, spread]), gauss_newton)[-1])


def arrival(places: Array, bottom: Array) -> int:
    """Return after how many steps the walk is at the bottom and stays there; 0 when it does not arrive."""
    away = np.flatnonzero(np.any(np.abs(places - bottom) > NEAR, axis=1))
    steps = int(away[-1]) + 1 if away.size else 0
    return steps if steps < len(places) else 0


def turns(places: Array) -> int:
    """Return how often a step went back on the one before it."""
    steps = np.diff(places, axis=0)
    return int(np.sum(np.sum(steps[1:] * steps[:-1], axis=1) < 0))
