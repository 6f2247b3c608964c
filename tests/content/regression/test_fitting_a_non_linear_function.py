"""What the quiz counts right, against SymPy, finite differences and fits of every model to every cloud."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import sympy
from scipy.optimize import least_squares

from tests.content.regression.lessons import draw
from upslope.questions import Draw

ITEM = "fitting-a-non-linear-function"
NAMES = {name: sympy.Symbol(name, positive=True) for name in "xabcpwm"} | {"e": sympy.E}
MODELS: dict[str, tuple[Callable[..., Any], tuple[float, ...]]] = {
    "decay": (lambda x, a, b, c: a * np.exp(-b * x) + c, (5, 0.3, 0)),
    "saturation": (lambda x, a, b: a * x / (b + x), (5, 1)),
    "peak": (lambda x, a, b, c, d: a * np.exp(-((x - b) ** 2) / (2 * c**2)) + d, (5, 5, 2, 0)),
    "swing": (lambda x, a, b, c: a * np.sin(b * x) + c, (3, 1.4, 5)),
    "growth": (lambda x, a, b: a * np.exp(b * x), (0.5, 0.25)),
}


def as_sympy(text: object) -> sympy.Expr:
    return sympy.sympify(str(text).replace("^", "**"), locals=NAMES)


def key(drawn: Draw, part: int = 0) -> dict[str, Any]:
    return dict(drawn.parts[part].key)


@pytest.mark.parametrize("seed", range(10))
def test_every_slope_of_a_model_is_that_of_sympy(seed: int) -> None:
    drawn = draw(ITEM, "three-slopes-of-a-model", seed)
    model = as_sympy(drawn.values["f"])
    assert {part.name for part in drawn.parts} == set("abc")
    for part in drawn.parts:
        slope = sympy.diff(model, NAMES[part.name])
        assert sympy.simplify(as_sympy(part.key["answer"]) - slope) == 0
        for mistake in part.misconceptions:
            assert sympy.simplify(as_sympy(mistake.wrong) - slope) != 0


@pytest.mark.parametrize("seed", range(6))
def test_the_slope_of_the_peak_is_that_of_sympy(seed: int) -> None:
    drawn = draw(ITEM, "a-peak-on-a-slope", seed)
    slope = sympy.diff(as_sympy(drawn.values["f"]), NAMES[str(drawn.values["name"])])
    assert sympy.simplify(as_sympy(key(drawn)["answer"]) - slope) == 0


@pytest.mark.parametrize("seed", range(8))
def test_our_slopes_of_the_misfit_are_those_of_finite_differences(seed: int) -> None:
    found = key(draw(ITEM, "slopes-of-a-misfit-in-code", seed))
    names: dict[str, Any] = {}
    exec(f"{found['given']}\n{found['answer']}", names)
    x, y = np.array([0.5, 1.3, 2.0, 4.1]), np.array([1.0, 3.0, 2.5, 5.0])

    def misfit(a: float, b: float) -> float:
        return float(((y - names["f"](x, a, b)) ** 2).sum())

    by_a = (misfit(4 + 1e-6, 2) - misfit(4 - 1e-6, 2)) / 2e-6
    by_b = (misfit(4, 2 + 1e-6) - misfit(4, 2 - 1e-6)) / 2e-6
    assert names["slopes"](x, y, 4.0, 2.0) == pytest.approx([by_a, by_b], rel=1e-6)


def test_of_the_models_shown_the_one_called_right_fits_its_cloud_best() -> None:
    for seed in range(6):
        found = key(draw(ITEM, "clouds-and-models", seed))
        shown = {option["id"]: NAMED[option["text"]] for option in found["right"]}
        for option in found["left"]:
            x, y = np.array([dot["at"] for dot in option["plot"]["dots"]]).T
            best = min(shown, key=lambda one: misfit(shown[one], x, y))
            assert f"{option['id']}:{best}" in found["answer"].split(",")


NAMED = {
    r"$a\,e^{-b x} + c$": "decay",
    r"$\dfrac{a\,x}{b + x}$": "saturation",
    r"$a\,e^{-(x - b)^2/(2 c^2)} + d$": "peak",
    r"$a \sin(b\,x) + c$": "swing",
    r"$a\,e^{b x}$": "growth",
}


def misfit(name: str, x: np.ndarray, y: np.ndarray) -> float:
    """The lowest mean squared residual, with a small price for each dial more."""
    model, start = MODELS[name]
    found = least_squares(lambda dials: y - model(x, *dials), start, max_nfev=400)
    return float((found.fun**2).mean()) * (1 + 0.1 * len(start))
