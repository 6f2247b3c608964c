"""How badly a curve fits points: χ², or the mean of the squared residuals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from upslope.maths import parse_scalar, to_numpy

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Measure:
    """``factor`` · Σ (y − model)², where ``factor`` follows from how many points there are and their σ."""

    latex: str
    spoken: str
    factor: Callable[[int, float], float]


MEASURES = {
    "chi-squared": Measure(r"\chi^2", "chi squared", lambda count, sigma: sigma**-2),
    "mean-square": Measure(r"\text{mean square}", "mean square", lambda count, sigma: sigma**-2 / count),
}


@dataclass(frozen=True)
class Fit:
    """What the curve is to meet: ``points`` (x, y), and the number that its misfit must not exceed.

    ``measure`` is a name in ``MEASURES``; ``sigma`` is the uncertainty of every y, in its unit.
    """

    points: Sequence[Sequence[float]]
    below: float
    measure: str = "chi-squared"
    sigma: float = 1.0


def model_values(key: Mapping[str, Any], values: Mapping[str, float]) -> Floats:
    """Return the model at every x of the data, shape (n,); NaN or infinite where it has no value."""
    names = (key["variable"], *(slider["name"] for slider in key["sliders"]))
    model = _model(key["model"], names)
    return np.asarray(model(np.asarray(key["x"]), *(values[name] for name in names[1:])))


def data_values(key: Mapping[str, Any], answer: Mapping[str, float]) -> Floats:
    """Return the y of the points, shape (n,): the model at the answer, plus the residuals that the key keeps.

    With another answer in the key these are the points that answer would have been right for: so the one rule
    that judges an answer also recognises a mistake.
    """
    residuals: Floats = np.asarray(key["residuals"])
    return model_values(key, answer) + residuals


def misfit(key: Mapping[str, Any], values: Mapping[str, float], answer: Mapping[str, float]) -> float:
    """Return the measure of the model at ``values``; infinite where it has no value at some x."""
    with np.errstate(all="ignore"):
        missed = data_values(key, answer) - model_values(key, values)
        total = float(key["factor"] * np.sum(missed**2))
    return total if np.isfinite(total) else float("inf")


@lru_cache(maxsize=128)
def _model(text: str, names: tuple[str, ...]) -> Callable[..., Floats]:
    return to_numpy(parse_scalar(text, names), names)
