from itertools import islice, pairwise
from typing import Any

import numpy as np
import pytest

from tests.maths.curve_models import MODELS
from upslope.maths import MathsError
from upslope.maths.regression.chi_squared import ChiSquared, chi_squared
from upslope.maths.regression.least_squares_methods import (
    GaussNewton,
    LevenbergMarquardt,
    Method,
    SteepestDescent,
)
from upslope.maths.regression.tangent_model import Tangent, tangent


def walked(method: Method, misfit: ChiSquared, start: Tangent, steps: int) -> list[Tangent]:
    return list(islice(method.walk(misfit, start), steps))


@pytest.fixture
def misfit() -> ChiSquared:
    model = MODELS["saturation"]
    x, y = model.data(np.random.default_rng(1), 0.1)
    return chi_squared(model.tree, ("a", "b"), x, y)


@pytest.fixture
def start(misfit: ChiSquared) -> Tangent:
    return tangent(misfit, np.array([1.0, 1.0]))


def test_steepest_descent_steps_against_the_gradient(misfit: ChiSquared, start: Tangent) -> None:
    first, second = walked(SteepestDescent(0.001), misfit, start, 2)
    assert first.point == pytest.approx([1, 1] - 0.001 * misfit.gradient([1, 1]))
    assert second.point == pytest.approx(first.point - 0.001 * misfit.gradient(first.point))


def test_steepest_descent_ends_where_steps_change_nothing(misfit: ChiSquared, start: Tangent) -> None:
    assert walked(SteepestDescent(1e-300), misfit, start, 5) == []


def test_gauss_newton_finds_a_straight_line_in_one_step() -> None:
    line = MODELS["line"]
    x, y = line.data(np.random.default_rng(2), 0.5)
    misfit = chi_squared(line.tree, ("m", "c"), x, y)
    (first,) = walked(GaussNewton(), misfit, tangent(misfit, np.array([40.0, -7.0])), 1)
    assert first.point == pytest.approx(np.polyfit(x, y, 1))


def test_gauss_newton_ends_where_slopes_depend_on_each_other(misfit: ChiSquared) -> None:
    assert walked(GaussNewton(), misfit, tangent(misfit, np.array([0.0, 1.0])), 5) == []


def test_every_step_of_levenberg_marquardt_leads_down(misfit: ChiSquared, start: Tangent) -> None:
    path = [start, *walked(LevenbergMarquardt(), misfit, start, 50)]
    heights = [here.chi_squared for here in path]
    assert len(path) > 4
    assert all(after < before for before, after in pairwise(heights))


def test_light_damping_is_gauss_newton_and_heavy_damping_a_short_step(
    misfit: ChiSquared, start: Tangent
) -> None:
    full = start.step()
    (light,) = walked(LevenbergMarquardt(1e-12), misfit, start, 1)
    (heavy,) = walked(LevenbergMarquardt(1e6), misfit, start, 1)
    assert light.point - start.point == pytest.approx(full, rel=1e-6)
    assert np.linalg.norm(heavy.point - start.point) < 1e-4 * np.linalg.norm(full)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: SteepestDescent(0), "An aggression of 0 leads nowhere downhill. Give a positive number."),
        (lambda: SteepestDescent(-1), "An aggression of -1 leads nowhere downhill."),
        (lambda: SteepestDescent(float("nan")), "An aggression of nan leads nowhere downhill."),
        (lambda: SteepestDescent(1, 0), "0 steps cannot be taken. Give a whole number from 1 to 1000."),
        (lambda: GaussNewton(10**6), "1000000 steps cannot be taken."),
        (lambda: LevenbergMarquardt(0), "A damping of 0 cannot be. Give a small positive number: 0.001."),
        (lambda: LevenbergMarquardt(most_steps=2.5), "2.5 steps cannot be taken."),  # type: ignore[arg-type]
    ],
)
def test_settings_that_lead_nowhere_are_refused(make: Any, sentence: str) -> None:
    with pytest.raises(MathsError) as caught:
        make()
    assert str(caught.value).startswith(sentence)
