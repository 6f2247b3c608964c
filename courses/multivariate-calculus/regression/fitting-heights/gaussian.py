"""The model of this lab and its derivatives, worked out on our side: nothing depends on a learner's code."""

import numpy as np

Array = np.ndarray


def f(x: Array, mu: float, sig: float) -> Array:
    """The normalised Gaussian."""
    return np.exp(-((x - mu) ** 2) / (2 * sig**2)) / (sig * np.sqrt(2 * np.pi))


def bare(x: Array, mu: float, sig: float) -> Array:
    """The Gaussian without the factor in front."""
    return np.exp(-((x - mu) ** 2) / (2 * sig**2))


def dfdmu(x: Array, mu: float, sig: float) -> Array:
    return f(x, mu, sig) * (x - mu) / sig**2


def dfdsig(x: Array, mu: float, sig: float) -> Array:
    return f(x, mu, sig) * ((x - mu) ** 2 - sig**2) / sig**3


def chi_squared(x: Array, y: Array, mu: float, sig: float) -> float:
    return float(np.sum((y - f(x, mu, sig)) ** 2))


def values(x: Array, mu: float, sig: float) -> dict[str, Array | float]:
    """What the links of the derivatives are made of."""
    d = x - mu
    return {
        "x": x,
        "mu": mu,
        "sig": sig,
        "d": d,
        "f": f(x, mu, sig),
        "bare": bare(x, mu, sig),
        "front": 1 / (sig * np.sqrt(2 * np.pi)),
        "first": d**2 / sig**2,
    }
