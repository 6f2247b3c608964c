import numpy as np
import pytest
import scipy.linalg

from tests.maths.curve_models import MODELS
from upslope.maths import parse
from upslope.maths.regression.chi_squared import chi_squared
from upslope.maths.regression.tangent_model import Tangent, tangent


@pytest.fixture
def here() -> Tangent:
    rng = np.random.default_rng(1)
    return Tangent(rng.normal(size=3), rng.normal(size=12), rng.normal(size=(12, 3)) * [1, 1e4, 1e-5])


def test_the_step_solves_the_normal_equations(here: Tangent) -> None:
    wanted, *_ = scipy.linalg.lstsq(here.slopes, here.residuals)
    assert here.step() == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize("count", [1, 63, 64, 65, 1000, 5000])
def test_many_points_are_worked_with_as_exactly_as_few(count: int) -> None:
    rng = np.random.default_rng(count)
    many = Tangent(np.zeros(3), rng.normal(size=count + 3), rng.normal(size=(count + 3, 3)) * [1, 1e4, 1e-5])
    wanted, *_ = scipy.linalg.lstsq(many.slopes, many.residuals)
    assert many.step() == pytest.approx(wanted, rel=1e-9)
    assert many.covariance == pytest.approx(np.linalg.inv(many.slopes.T @ many.slopes), rel=1e-6)
    left = many.residuals - many.slopes @ wanted
    assert many.still_to_win**2 == pytest.approx(many.chi_squared - left @ left)


@pytest.mark.parametrize("damping", [1e-6, 0.1, 1e3])
def test_the_damped_step_solves_marquardts_equations(here: Tangent, damping: float) -> None:
    scale = np.array([2.0, 3e4, 1e-5])
    square = here.slopes.T @ here.slopes + damping * np.diag(scale**2)
    assert square @ here.damped_step(damping, scale) == pytest.approx(
        here.slopes.T @ here.residuals, rel=1e-7
    )


def test_heavy_damping_turns_the_step_downhill(here: Tangent) -> None:
    step = here.damped_step(1e16, here.lengths)
    assert step * here.lengths**2 * 1e16 == pytest.approx(-here.gradient / 2, rel=1e-5)


def test_the_covariance_is_the_inverse_of_the_square(here: Tangent) -> None:
    assert here.covariance == pytest.approx(np.linalg.inv(here.slopes.T @ here.slopes), rel=1e-6)


def test_what_is_still_to_win_is_what_a_full_step_takes_from_the_residuals(here: Tangent) -> None:
    left = here.residuals - here.slopes @ here.step()
    assert here.still_to_win**2 == pytest.approx(here.chi_squared - left @ left)
    assert Tangent(here.point, left, here.slopes).still_to_win == pytest.approx(0, abs=1e-12)


def test_units_of_the_parameters_make_no_difference(here: Tangent) -> None:
    scaled = Tangent(here.point, here.residuals, here.slopes * [1e6, 1e-9, 3])
    assert scaled.still_to_win == pytest.approx(here.still_to_win)
    assert scaled.step() * [1e6, 1e-9, 3] == pytest.approx(here.step())
    assert scaled.rank == here.rank == 3


def test_columns_that_depend_on_each_other_are_found(here: Tangent) -> None:
    a, b, _ = here.slopes.T
    doubled = Tangent(np.zeros(4), here.residuals, np.stack([a, b, 2 * b - 3e4 * a, here.residuals], axis=1))
    assert doubled.rank == 3
    assert doubled.tangled == (0, 1, 2)


def test_a_column_of_zeros_is_found(here: Tangent) -> None:
    slopes = here.slopes.copy()
    slopes[:, 1] = 0
    assert Tangent(here.point, here.residuals, slopes).tangled == (1,)
    assert Tangent(here.point, here.residuals, 0 * slopes).rank == 0


def test_full_rank_tangles_nothing(here: Tangent) -> None:
    assert here.tangled == ()


def test_what_cannot_be_worked_with_has_no_value() -> None:
    point, fine = np.zeros(1), np.ones((2, 1))
    assert Tangent(point, np.ones(2), fine).has_value
    assert not Tangent(point, np.array([1, np.nan]), fine).has_value
    assert not Tangent(point, np.array([1, 1e200]), fine).has_value
    assert not Tangent(point, np.ones(2), np.array([[1], [np.inf]])).has_value


def test_the_tangent_of_a_model_has_its_gradient_and_chi_squared() -> None:
    model = MODELS["decay"]
    x, y = model.data(np.random.default_rng(2), 0.1)
    misfit = chi_squared(model.tree, model.true, x, y, 0.5)
    here = tangent(misfit, np.array([2.0, 1.0, 0.0]))
    assert here.chi_squared == pytest.approx(float(misfit(2, 1, 0)))
    assert here.gradient == pytest.approx(misfit.gradient([2, 1, 0]))


def test_curvatures_tell_a_minimum_from_a_top() -> None:
    x = np.linspace(-np.pi, np.pi, 20)
    misfit = chi_squared(parse("sin(x + a)", ("x", "a")), ("a",), x, 0.9 * np.sin(x))
    top, bottom = tangent(misfit, np.array([np.pi])), tangent(misfit, np.array([0.0]))
    assert top.curvatures(misfit) < 0
    assert bottom.curvatures(misfit) == pytest.approx([2e-6 * 0.9], rel=0.05)
