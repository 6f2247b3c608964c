"""Models that the course fits, with parameters to make data from and a start that a learner might choose."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upslope.maths import parse, to_numpy
from upslope.maths.expressions.expression import Expression

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class CurveModel:
    text: str
    true: dict[str, float]
    start: dict[str, float]

    @property
    def tree(self) -> Expression:
        return parse(self.text, ("x", *self.true))

    def values(self, x: Floats, *parameters: float) -> Floats:
        """The model as a plain numpy function, in the order that scipy's curve_fit calls it."""
        return to_numpy(self.tree, ("x", *self.true))(x, *parameters)

    def data(self, rng: np.random.Generator, noise: float, count: int = 30) -> tuple[Floats, Floats]:
        x = np.linspace(0.2, 6, count)
        return x, self.values(x, *self.true.values()) + noise * rng.normal(size=count)


MODELS = {
    "line": CurveModel("m x + c", {"m": 2, "c": -1}, {"m": 0, "c": 0}),
    "saturation": CurveModel("a x/(b + x)", {"a": 3, "b": 1.5}, {"a": 1, "b": 1}),
    "decay": CurveModel("a exp(-k x) + c", {"a": 3, "k": 0.8, "c": 0.5}, {"a": 2, "k": 0.5, "c": 0}),
    "peak": CurveModel(
        "A exp(-(x - mu)^2/(2 s^2)) + B + C x",
        {"A": 3, "mu": 3, "s": 0.5, "B": 1, "C": 0.2},
        {"A": 2, "mu": 2.8, "s": 0.7, "B": 0.5, "C": 0},
    ),
    "density": CurveModel(
        "1/(sigma sqrt(2 pi)) exp(-(x - mu)^2/(2 sigma^2))", {"mu": 3, "sigma": 1}, {"mu": 2, "sigma": 1.5}
    ),
    "wave": CurveModel(
        "a sin(w x + p) + c", {"a": 2, "w": 2, "p": 0.5, "c": 1}, {"a": 1.5, "w": 1.8, "p": 0.9, "c": 0.5}
    ),
    "logistic": CurveModel("L/(1 + exp(-k (x - m)))", {"L": 5, "k": 2, "m": 3}, {"L": 4, "k": 1, "m": 2.5}),
}
