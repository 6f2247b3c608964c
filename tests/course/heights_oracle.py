"""The numbers of the heights playground by other means: complex steps and differences instead of formulas."""

from typing import Any

import numpy as np

from upslope.course.figures.heights_data import Group

Array = np.ndarray
TINY = 1e-30
NUDGE = 1e-4

PLACES = (
    (0, 155.0, 6.0),
    (0, 166.5, 10.7),
    (1, 150.0, 4.0),
    (1, 163.5, 12.25),
    (2, 181.0, 19.5),
    (2, 149.0, 3.5),
)
"""Group, μ and σ at which the browser's numbers are tested."""

WALKS = (
    (0, 155.0, 6.0, 2000.0),
    (0, 155.0, 6.0, 20000.0),
    (1, 155.0, 6.0, 20000.0),
    (1, 185.0, 12.0, 2000.0),
)
"""Group, start and aggression of the walks that are tested."""


def density(x: Array, mu: complex, sig: complex) -> Array:
    return np.asarray(np.exp(-(((x - mu) / sig) ** 2) / 2) / (sig * np.sqrt(2 * np.pi)))


def misfit(group: Group, mu: complex, sig: complex) -> Any:
    return np.sum((group.histogram.density - density(group.histogram.middles, mu, sig)) ** 2)


def jacobian(group: Group, mu: float, sig: float) -> Array:
    x = group.histogram.middles
    return np.array([density(x, mu + TINY * 1j, sig).imag, density(x, mu, sig + TINY * 1j).imag]) / TINY


def slope(group: Group, mu: float, sig: float) -> Array:
    return np.array([misfit(group, mu + TINY * 1j, sig).imag, misfit(group, mu, sig + TINY * 1j).imag]) / TINY


def hessian(group: Group, mu: float, sig: float) -> Array:
    by_mu = (slope(group, mu + NUDGE, sig) - slope(group, mu - NUDGE, sig)) / (2 * NUDGE)
    by_sig = (slope(group, mu, sig + NUDGE) - slope(group, mu, sig - NUDGE)) / (2 * NUDGE)
    return np.array([by_mu, by_sig])


def gauss_newton_step(group: Group, mu: float, sig: float) -> Array:
    residual = group.histogram.density - density(group.histogram.middles, mu, sig).real
    return np.asarray(np.linalg.lstsq(jacobian(group, mu, sig).T, residual, rcond=None)[0])


def steepest_end(group: Group, mu: float, sig: float, aggression: float) -> list[float]:
    """Return where fifty steps lead, or where the last step inside the limits of the walk did."""
    place = np.array([mu, sig])
    for _ in range(50):
        following = place - aggression * slope(group, *place)
        if not (100 <= following[0] <= 230 and 0.5 <= following[1] <= 120):
            break
        place = following
    return [float(number) for number in place]


def browser_cases(groups: tuple[Group, ...]) -> dict[str, Any]:
    """Return what `frontend/elements/heights-playground/fit-cases.json` has to say."""
    return {
        "middles": groups[0].histogram.middles.tolist(),
        "groups": [group.histogram.density.tolist() for group in groups],
        "places": [
            {
                "group": group,
                "place": [mu, sig],
                "chi2": float(misfit(groups[group], mu, sig)),
                "slope": slope(groups[group], mu, sig).tolist(),
                "hessian": hessian(groups[group], mu, sig).ravel().tolist(),
                "curvature": float(np.linalg.eigvalsh(hessian(groups[group], mu, sig))[-1]),
                "gauss_newton": gauss_newton_step(groups[group], mu, sig).tolist(),
            }
            for group, mu, sig in PLACES
        ],
        "walks": [
            {
                "group": group,
                "start": [mu, sig],
                "aggression": aggression,
                "end": steepest_end(groups[group], mu, sig, aggression),
            }
            for group, mu, sig, aggression in WALKS
        ],
    }
