import re
from math import inf
from pathlib import Path

import numpy as np
import pytest
import scipy.optimize
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.curve_models import MODELS, CurveModel, Floats
from upslope.maths import MathsError, parse
from upslope.maths.iteration.solution import ENDINGS
from upslope.maths.regression.least_squares import CurveFit, fit_curve
from upslope.maths.regression.least_squares_methods import GaussNewton, LevenbergMarquardt, SteepestDescent
from upslope.maths.regression.line_fit import fit_line

HEIGHTS = Path(__file__).parents[3] / "courses/multivariate-calculus/data/heights_nhanes_2017_2020.csv"
GAUSSIAN = parse("1/(sigma sqrt(2 pi)) exp(-(x - mu)^2/(2 sigma^2))", ("x", "mu", "sigma"))
models = pytest.mark.parametrize("model", MODELS.values(), ids=list(MODELS))


def fitted_by_scipy(
    model: CurveModel, x: Floats, y: Floats, sigma: Floats | None = None
) -> tuple[Floats, Floats]:
    found, covariance = scipy.optimize.curve_fit(
        model.values,
        x,
        y,
        list(model.true.values()),
        sigma,
        absolute_sigma=sigma is not None,
        xtol=1e-14,
        ftol=1e-14,
        gtol=1e-14,
    )
    return found, covariance


def assert_same_fit(fit: CurveFit, found: Floats, covariance: Floats) -> None:
    assert fit.solution.outcome.converged, fit.solution.outcome
    uncertainties = np.sqrt(np.diag(covariance))
    assert list(fit.uncertainties.values()) == pytest.approx(uncertainties, rel=1e-3)
    # What counts is how far apart the two are in units of what the data leave open.
    assert np.abs(np.array(list(fit.parameters.values())) - found).max() <= 1e-4 * uncertainties.max()
    assert fit.covariance == pytest.approx(covariance, rel=2e-3, abs=1e-3 * np.abs(covariance).max())


@models
@pytest.mark.parametrize("seed", range(3))
def test_levenberg_marquardt_agrees_with_scipy(model: CurveModel, seed: int) -> None:
    x, y = model.data(np.random.default_rng(seed), 0.02)
    assert_same_fit(fit_curve(model.tree, x, y, model.start), *fitted_by_scipy(model, x, y))


@models
def test_with_sigma_the_covariance_is_that_of_absolute_sigma(model: CurveModel) -> None:
    rng = np.random.default_rng(7)
    x, y = model.data(rng, 0)
    sigma = rng.uniform(0.01, 0.05, len(x))
    y = y + sigma * rng.normal(size=len(x))
    fit = fit_curve(model.tree, x, y, model.start, sigma=sigma)
    assert_same_fit(fit, *fitted_by_scipy(model, x, y, sigma))
    missed = y - model.values(x, *fit.parameters.values())
    assert fit.residuals == pytest.approx(missed)
    assert fit.chi_squared == pytest.approx(np.sum((missed / sigma) ** 2))


@models
def test_gauss_newton_from_near_agrees_with_scipy(model: CurveModel) -> None:
    x, y = model.data(np.random.default_rng(8), 0.02)
    near = {name: 1.05 * value for name, value in model.true.items()}
    assert_same_fit(fit_curve(model.tree, x, y, near, GaussNewton()), *fitted_by_scipy(model, x, y))


@models
def test_data_without_noise_give_back_what_they_were_made_from(model: CurveModel) -> None:
    x, y = model.data(np.random.default_rng(9), 0)
    fit = fit_curve(model.tree, x, y, model.start)
    assert fit.solution.outcome.converged
    assert dict(fit.parameters) == pytest.approx(model.true, rel=1e-7)


def test_a_line_is_fitted_as_by_fit_line() -> None:
    x, y = MODELS["line"].data(np.random.default_rng(10), 0.3)
    curve, line = fit_curve(MODELS["line"].tree, x, y, {"m": 0, "c": 0}), fit_line(x, y)
    assert list(curve.parameters.values()) == pytest.approx([line.slope, line.intercept])
    assert curve.covariance == pytest.approx(line.covariance)
    assert curve.residuals == pytest.approx(line.residuals, abs=1e-9)
    assert curve.degrees_of_freedom == line.degrees_of_freedom == 28


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(sorted(MODELS)),
    st.lists(st.floats(0.5, 1.6), min_size=5, max_size=5),
    st.integers(0, 10**6),
)
def test_a_fit_that_converged_is_a_minimum(name: str, factors: list[float], seed: int) -> None:
    model = MODELS[name]
    x, y = model.data(np.random.default_rng(seed), 0.1)
    start = {name: value * factor for (name, value), factor in zip(model.true.items(), factors, strict=False)}
    fit = fit_curve(model.tree, x, y, start)
    outcome = fit.solution.outcome
    assert outcome.ending in ENDINGS
    if not outcome.converged:
        assert outcome.remedy
        assert np.isinf(fit.covariance).all()
        return
    rng = np.random.default_rng(seed)
    found = np.array(list(fit.parameters.values()))
    spread = np.sqrt(np.diag(fit.covariance))
    for _ in range(10):
        aside = found + 0.01 * spread * rng.normal(size=len(found))
        assert np.sum((y - model.values(x, *aside)) ** 2) >= fit.chi_squared * (1 - 1e-9)


def histogram(heights: Floats) -> tuple[Floats, Floats]:
    counts, edges = np.histogram(heights, np.arange(130, 231, 2.5))
    return edges[:-1] + 1.25, counts / (2.5 * counts.sum())


def plain_descent(x: Floats, y: Floats, aggression: float, steps: int) -> Floats:
    """The steepest descent of the assignment, written down a second time with NumPy alone."""
    path = [np.array([155.0, 6.0])]
    for _ in range(steps):
        mu, sig = path[-1]
        f = np.exp(-((x - mu) ** 2) / (2 * sig**2)) / (sig * np.sqrt(2 * np.pi))
        slopes = (f * (x - mu) / sig**2, f * ((x - mu) ** 2 / sig**3 - 1 / sig))
        gradient = np.array([-2 * np.sum((y - f) * slope) for slope in slopes])
        path.append(path[-1] - aggression * gradient)
    return np.array(path)


def real_heights(sex: str) -> Floats:
    rows = (line.split(",") for line in HEIGHTS.read_text().splitlines()[1:])
    return np.array([float(height) for who, height in rows if sex in ("all", who)])


@pytest.mark.parametrize("sex", ["all", "female", "male"])
def test_fifty_steps_of_aggression_2000_fit_real_heights(sex: str) -> None:
    x, y = histogram(real_heights(sex))
    walked = fit_curve(GAUSSIAN, x, y, {"mu": 155, "sigma": 6}, SteepestDescent(2000))
    best = fit_curve(GAUSSIAN, x, y, {"mu": 155, "sigma": 6})
    assert walked.solution.outcome.converged
    assert walked.solution.steps <= 50
    for name, value in best.parameters.items():
        assert abs(walked.parameters[name] - value) < 0.02 * best.uncertainties[name]


@pytest.mark.parametrize("seed", range(5))
def test_fifty_steps_of_aggression_2000_fit_one_hump_of_made_up_heights(seed: int) -> None:
    x, y = histogram(np.random.default_rng(seed).normal(178.5, 7.5, 5000))
    fit = fit_curve(GAUSSIAN, x, y, {"mu": 155, "sigma": 6}, SteepestDescent(2000))
    assert fit.solution.outcome.converged
    assert dict(fit.parameters) == pytest.approx({"mu": 178.5, "sigma": 7.5}, abs=0.4)


def test_the_path_is_that_of_the_assignment() -> None:
    x, y = histogram(real_heights("male"))
    path = fit_curve(GAUSSIAN, x, y, {"mu": 155, "sigma": 6}, SteepestDescent(2000)).solution.path
    assert path == pytest.approx(plain_descent(x, y, 2000, len(path) - 1), rel=1e-9)


def test_the_path_leads_from_the_start_to_the_value() -> None:
    x, y = MODELS["saturation"].data(np.random.default_rng(11), 0.1)
    solution = fit_curve(MODELS["saturation"].tree, x, y, {"a": 1, "b": 1}).solution
    assert solution.path[0].tolist() == [1, 1]
    assert solution.path[-1].tolist() == solution.value.tolist()
    assert solution.path.shape == (solution.steps + 1, 2)


def test_as_many_points_as_parameters_leave_the_uncertainty_open() -> None:
    fit = fit_curve(MODELS["line"].tree, [1, 3], [2, 8], {"m": 1, "c": 1})
    assert fit.degrees_of_freedom == 0
    assert fit.uncertainties == {"m": inf, "c": inf}
    known = fit_curve(MODELS["line"].tree, [1, 3], [2, 8], {"m": 1, "c": 1}, sigma=1)
    assert known.uncertainties["m"] == pytest.approx(np.sqrt(0.5))


def test_parameters_of_very_different_sizes_are_no_trouble_for_levenberg_marquardt() -> None:
    model = parse("a exp(-k x) + c", ("a", "k", "c", "x"))
    x = np.linspace(0, 1e-6, 40)
    y = 4e9 * np.exp(-2.5e6 * x) + 3e8 + 1e6 * np.random.default_rng(12).normal(size=40)
    fit = fit_curve(model, x, y, {"a": 1e9, "k": 1e6, "c": 1e8})
    assert fit.solution.outcome.converged
    for name, true in {"a": 4e9, "k": 2.5e6, "c": 3e8}.items():
        assert abs(fit.parameters[name] - true) < 5 * fit.uncertainties[name] < 0.05 * true


def test_more_work_than_a_second_is_refused() -> None:
    x = np.linspace(1, 2, 100_000)
    with pytest.raises(
        MathsError, match="100 steps with 100000 points and this model take more than a second"
    ):
        fit_curve(MODELS["decay"].tree, x, x, MODELS["decay"].start)


def test_errors_of_the_start_are_those_of_first_guess() -> None:
    with pytest.raises(MathsError, match=re.escape("At the start (a = 1, b = -1) the model has no value")):
        fit_curve(MODELS["saturation"].tree, [1, 2], [1, 2], {"a": 1, "b": -1})


def test_a_slope_that_is_zero_at_the_start_does_not_hold_its_parameter_back() -> None:
    x = np.linspace(0.2, 6, 30)
    fit = fit_curve(parse("a x^b", ("a", "b", "x")), x, 3e-9 * x**2, {"a": 0, "b": 1})
    assert fit.solution.outcome.converged
    assert fit.parameters["b"] == pytest.approx(2)
    assert fit.solution.steps < 30


def test_the_first_damping_makes_no_difference_to_the_minimum() -> None:
    x, y = MODELS["logistic"].data(np.random.default_rng(13), 0.1)
    fits = [
        fit_curve(MODELS["logistic"].tree, x, y, MODELS["logistic"].start, LevenbergMarquardt(damping))
        for damping in (1e-6, 1e-2, 10)
    ]
    for fit in fits[1:]:
        assert dict(fit.parameters) == pytest.approx(dict(fits[0].parameters), rel=1e-6)
