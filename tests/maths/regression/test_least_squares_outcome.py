"""Every way in which a fit can end, and what is said about it."""

import numpy as np
import pytest

from upslope.maths import parse
from upslope.maths.iteration.solution import Outcome
from upslope.maths.regression.least_squares import CurveFit, fit_curve
from upslope.maths.regression.least_squares_methods import (
    GaussNewton,
    LevenbergMarquardt,
    Method,
    SteepestDescent,
)

X = np.linspace(0.2, 6, 30)
LETTERS = ("x", "a", "b", "c", "k", "mu", "sigma")


def fit(model: str, y: np.ndarray, start: dict[str, float], method: Method | None = None) -> CurveFit:
    return fit_curve(parse(model, LETTERS), X, y, start, method or LevenbergMarquardt())


def outcome(model: str, y: np.ndarray, start: dict[str, float], method: Method | None = None) -> Outcome:
    return fit(model, y, start, method).solution.outcome


def noise(seed: int = 1) -> np.ndarray:
    return np.asarray(0.1 * np.random.default_rng(seed).normal(size=len(X)))


def test_converged_says_after_how_many_steps() -> None:
    found = outcome("a x", 2 * X + noise(), {"a": 1}, GaussNewton())
    assert found == Outcome("converged", r"After 1 step $\chi^2$ is as low as it gets around here.")


def test_a_start_at_the_minimum_is_said_to_be_one() -> None:
    found = fit("a x + b", 2 * X + 1, {"a": 2, "b": 1})
    assert found.solution.steps == 0
    assert (
        found.solution.outcome.sentence == r"The start is already the lowest point of $\chi^2$ around here."
    )


@pytest.mark.parametrize("method", [SteepestDescent(1), GaussNewton(), LevenbergMarquardt()])
def test_a_start_where_parameters_make_no_difference_is_flat(method: Method) -> None:
    y = np.exp(-((X - 3) ** 2))
    found = outcome("exp(-(x - mu)^2/(2 sigma^2))/sigma", y, {"mu": 500, "sigma": 1}, method)
    assert found.ending == "flat"
    assert found.sentence.startswith(
        r"At the start ($\mu = 500$, $\sigma = 1$) the parameters make no difference"
    )
    assert found.remedy == "Plot the data, and choose a start that brings the curve near the points."


def test_parameters_that_cannot_be_told_apart_are_named() -> None:
    found = fit("a b x + c", 2 * X + noise(), {"a": 1, "b": 1, "c": 0})
    assert found.solution.outcome.ending == "flat"
    assert "$a$ and $b$ cannot be told apart" in found.solution.outcome.sentence
    assert "$c$" not in found.solution.outcome.sentence
    assert found.parameters["a"] * found.parameters["b"] == pytest.approx(2, abs=0.1)
    assert np.isinf(found.covariance).all()


def test_gauss_newton_stops_at_once_where_parameters_cannot_be_told_apart() -> None:
    found = fit("a x + b + c", 2 * X + noise(), {"a": 1, "b": 1, "c": 0}, GaussNewton())
    assert found.solution.steps == 0
    assert found.solution.outcome.ending == "flat"
    assert found.solution.outcome.sentence.startswith("Here $b$ and $c$ cannot be told apart")
    assert found.solution.outcome.sentence.endswith("step have no single solution then.")


def test_three_parameters_are_listed() -> None:
    found = outcome("a exp(b + c) x", 2 * X, {"a": 1, "b": 0, "c": 0}, GaussNewton())
    assert "$a$, $b$ and $c$ cannot be told apart" in found.sentence


def test_a_parameter_that_makes_no_difference_is_named() -> None:
    found = outcome("a x^b", 2 * X, {"a": 0, "b": 1}, GaussNewton())
    assert found.ending == "flat"
    assert found.sentence.startswith("Here $b$ makes no difference to the curve at the data points")


def test_a_hilltop_is_no_minimum() -> None:
    around = np.linspace(-np.pi, np.pi, 20)
    found = fit_curve(
        parse("sin(x + a)", LETTERS), around, 0.9 * np.sin(around), {"a": np.pi}
    ).solution.outcome
    assert found.ending == "flat"
    assert "a little to the side it is lower" in found.sentence
    assert found.remedy == "Change the start a little, to one side or the other."


def test_steps_that_are_too_long_diverge() -> None:
    found = outcome("a x", 2 * X, {"a": 1}, SteepestDescent(1))
    assert found.ending == "diverging"
    assert found.sentence.startswith(
        r"The steps are too long: after 50 steps $\chi^2$ has risen from $378.2$ to $"
    )
    assert found.remedy.startswith("Use a smaller aggression")


def test_steps_beyond_all_numbers_diverge() -> None:
    found = fit("a x", 2 * X, {"a": 1}, SteepestDescent(1e5))
    assert found.solution.outcome.ending == "diverging"
    assert found.solution.outcome.sentence.endswith("leads to numbers too large to work with.")
    assert np.isfinite(found.solution.path).all()
    assert found.solution.path[-1].tolist() == found.solution.value.tolist()


def test_a_long_step_to_where_the_curve_depends_on_nothing_diverges() -> None:
    found = outcome("a exp(-k x)", 2 * np.exp(-0.5 * X), {"a": 1.5, "k": 4}, GaussNewton())
    assert found.ending == "diverging"
    assert "has risen" in found.sentence


def test_parameters_that_run_far_away_diverge() -> None:
    y = np.exp(-((X - 3) ** 2))
    found = outcome("exp(-(x - mu)^2/(2 sigma^2))/sigma", y, {"mu": -4, "sigma": 1}, GaussNewton())
    assert found.ending == "diverging"
    assert found.remedy.startswith("Start nearer: plot the data")


def test_an_aggression_at_the_edge_goes_in_circles() -> None:
    edge = 1 / float(X @ X)
    found = outcome("a x", 2 * X + noise(), {"a": 1}, SteepestDescent(edge))
    assert (found.ending, found.period) == ("cycling", 2)
    assert (
        found.sentence
        == "The steps go round in circles: every 2 steps the parameters are back where they were."
    )


def test_a_step_to_where_the_model_has_no_value_leaves_the_domain() -> None:
    found = fit("ln(b x)", np.full(30, -3.0), {"b": 1}, GaussNewton())
    assert found.solution.outcome.ending == "left the domain"
    assert found.solution.outcome.sentence.startswith("Step 1 leads to $b = -")
    assert found.solution.outcome.sentence.endswith("there the model has no value at $x = 0.2$.")
    assert found.solution.value.tolist() == [1]
    assert found.solution.path.shape == (2, 1)
    assert found.solution.path[-1, 0] < 0


def test_levenberg_marquardt_shortens_such_a_step_instead() -> None:
    found = fit("ln(b x)", np.log(0.01 * X), {"b": 1})
    assert found.solution.outcome.converged
    assert found.parameters["b"] == pytest.approx(0.01)


@pytest.mark.parametrize(("model", "start"), [("abs(b) x + 1", 1), ("sqrt(b - x)", 7)])
def test_a_corner_or_an_edge_stops_levenberg_marquardt(model: str, start: float) -> None:
    found = outcome(model, -X, {"b": start})
    assert found.ending == "out of steps"
    assert found.sentence.startswith(r"No step from here lowers $\chi^2$, however short")
    assert found.remedy.startswith("Start elsewhere")


def test_a_small_aggression_runs_out_of_steps() -> None:
    found = outcome("a x", 2 * X, {"a": 1}, SteepestDescent(1e-5))
    assert found.ending == "out of steps"
    assert found.sentence.startswith(r"After 50 steps $\chi^2$ has fallen from $378.2$ to $")
    assert "take more steps or a larger aggression" in found.remedy


def test_an_aggression_too_small_to_move_anything_is_flat() -> None:
    found = outcome("a x", 2 * X, {"a": 1}, SteepestDescent(1e-30))
    assert found.ending == "flat"
    assert found.sentence.startswith(r"$\chi^2$ is so flat here that steps of aggression 1e-30 are too short")


def test_data_of_nothing_but_zeros_can_be_fitted() -> None:
    found = fit("a x/(1 + x)", 0 * X, {"a": 1})
    assert found.solution.outcome.converged
    assert abs(found.parameters["a"]) < 1e-6
