"""What the lesson on curves says of its cup of tea, checked with NumPy and SciPy."""

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from scipy.optimize import approx_fprime, curve_fit

from tests.content.regression.lessons import draw, figure, is_done, lesson_text, numbers, told
from upslope.maths import Matrix, evaluate, parse

LESSON = "non-linear-least-squares"
DATA = figure(LESSON, "walk")["rows"]["data"]
X, Y = np.array(DATA["x"], float), np.array(DATA["y"], float)


def tea(x: np.ndarray, a: float, b: float) -> np.ndarray:
    return np.asarray(a * np.exp(-b * x))


def chi2(at: np.ndarray) -> float:
    return float(np.sum((Y - tea(X, *at)) ** 2))


def slopes(at: np.ndarray) -> np.ndarray:
    """Return the slopes of the model by a and b, a row for each reading."""
    fall = np.exp(-at[1] * X)
    return np.stack([fall, -at[0] * X * fall], axis=1)


def descent(start: tuple[float, float], size: float, steps: int) -> Iterator[np.ndarray]:
    at = np.array(start)
    for _ in range(steps):
        at = at + 2 * size * slopes(at).T @ (Y - tea(X, *at))
        yield at


def step(at: np.ndarray, trust: float) -> np.ndarray:
    """Return a step of Levenberg and Marquardt; with 0 it is one of Gauss and Newton."""
    square = slopes(at).T @ slopes(at)
    square += trust * np.diag(np.diag(square))
    return np.linalg.solve(square, slopes(at).T @ (Y - tea(X, *at)))


@cache
def best() -> np.ndarray:
    return np.asarray(curve_fit(tea, X, Y, (4, 0.5))[0])


def test_the_readings_in_the_story_are_those_of_both_figures() -> None:
    assert figure(LESSON, "tangent")["rows"] == figure(LESSON, "walk")["rows"]
    found = re.search(r"the tea is ([\d, ]+) and (\d+) degrees warmer", lesson_text(LESSON))
    assert found
    assert [int(n) for n in [*found[1].split(", "), found[2]]] == pytest.approx(10 * Y)


def test_the_best_line_is_far_below_the_room_after_two_hours() -> None:
    found = re.search(r"the tea is \[(\d+)\]\{calc", lesson_text(LESSON))
    assert found
    assert -10 * np.polyval(np.polyfit(X, Y, 1), 8) == pytest.approx(int(found[1]), abs=0.5)


def test_the_slopes_of_chi_squared_in_the_figure_are_the_measured_ones() -> None:
    now = numbers(LESSON, "walk", n=0, a0=3, b0=0.8)
    assert (now["east"], now["north"]) == pytest.approx(approx_fprime((3, 0.8), chi2), rel=1e-4)


@pytest.mark.parametrize(("place", "size", "steps"), [(3, 0.003, 20), (5, 0.02, 20), (6, 0.04, 60)])
def test_the_walkers_are_where_another_program_finds_them(place: int, size: float, steps: int) -> None:
    *_, end = descent((2, 0.1), size, steps)
    assert told(LESSON, "walk", place)["misfit"] == pytest.approx(chi2(end))


def test_sixty_small_steps_would_not_do_and_a_long_step_never_settles() -> None:
    *_, small = descent((2, 0.1), 0.003, 60)
    assert chi2(small) > 4
    long = [chi2(at) for at in descent((2, 0.1), 0.04, 1000)]
    assert min(long[500:]) > 2 * chi2(best())


def test_the_least_chi_squared_is_as_told() -> None:
    assert f"The least is {chi2(best()):.3f}." in lesson_text(LESSON)
    assert "the least there is would be 0.11." in lesson_text(LESSON)
    assert chi2(best()) == pytest.approx(0.115, abs=0.0005)


def test_the_walk_can_do_its_task_and_its_story_does_not_do_it() -> None:
    assert is_done(LESSON, "walk", s=0.03, n=38)
    assert not is_done(LESSON, "walk", s=0.02, n=40)
    assert not is_done(LESSON, "walk", s=0.04, n=40)


def test_units_of_degrees_and_minutes_stretch_the_valley_from_23_to_half_a_million() -> None:
    bends = slopes(best()).T @ slopes(best())
    assert np.linalg.cond(bends) == pytest.approx(23, abs=0.5)
    assert "bends 23 times as strongly across" in lesson_text(LESSON)
    assert "About half a million." in lesson_text(LESSON)
    units = np.diag([1 / 10, 15])
    assert np.linalg.cond(units @ bends @ units) == pytest.approx(500_000, rel=0.01)


def test_gauss_and_newton_take_the_steps_of_the_story() -> None:
    first = np.array([2, 0.1])
    then = first + step(first, 0.001)
    assert told(LESSON, "tangent", 2)["chi2"] == pytest.approx(chi2(then))
    assert told(LESSON, "tangent", 3)["chi2"] == pytest.approx(chi2(then + step(then, 0.001)))
    assert told(LESSON, "tangent", 2)["promise"] > chi2(then)


def test_the_walker_with_steps_of_0_02_needs_more_than_twenty_for_as_much() -> None:
    assert min(chi2(at) for at in descent((2, 0.1), 0.02, 20)) > told(LESSON, "tangent", 2)["chi2"]


@pytest.mark.parametrize(("place", "trust"), [(5, 0.001), (6, 3), (7, 30)])
def test_the_steps_from_the_bad_start_are_as_told(place: int, trust: float) -> None:
    start = np.array([2.5, 1.2])
    now = told(LESSON, "tangent", place)
    assert now["lam"] == trust
    assert now["chi2"] == pytest.approx(chi2(start + step(start, trust)))
    missed = Y - tea(X, *start) - slopes(start) @ step(start, trust)
    assert now["promise"] == pytest.approx(missed @ missed)


def test_a_large_lambda_goes_downhill_and_hardly_moves() -> None:
    start = np.array([2.5, 1.2])
    uphill = -2 * slopes(start).T @ (Y - tea(X, *start))
    short = step(start, 100)
    assert short @ uphill < 0
    assert np.linalg.norm(short) < 0.05 * np.linalg.norm(step(start, 0))


def test_the_task_on_lambda_wants_another_one_than_the_story_shows() -> None:
    assert is_done(LESSON, "tangent", a0=2.5, b0=1.2, n=0, t=1, lam=2)
    for trust in (0.001, 3, 30):
        assert not is_done(LESSON, "tangent", a0=2.5, b0=1.2, n=0, t=1, lam=trust)


def test_one_step_on_a_straight_line_lands_at_the_bottom() -> None:
    rows = np.stack([X, np.ones_like(X)], axis=1)
    start = np.array([3.0, -7.0])
    landed = start + np.linalg.lstsq(rows, Y - rows @ start)[0]
    assert landed == pytest.approx(np.polyfit(X, Y, 1))


def test_the_fit_of_the_logarithms_is_another_one_and_worse() -> None:
    slope, height = np.polyfit(X, np.log(Y), 1)
    now = numbers(LESSON, "walk")
    assert (now["la"], now["lb"]) == pytest.approx((np.exp(height), -slope))
    assert now["logged"] == pytest.approx(chi2(np.array([np.exp(height), -slope])))
    assert now["logged"] > 1.4 * chi2(best())


@pytest.mark.parametrize("seed", range(8))
def test_the_row_of_slopes_is_the_measured_one(seed: int) -> None:
    drawn = draw(LESSON, "slopes-for-each-dial", seed)
    model, dials = drawn.values["f"], (drawn.values["p"], drawn.values["q"])
    row = parse(drawn.parts[0].key["answer"], ("x", *dials))
    at = {"x": 1.7, dials[0]: 1.3, dials[1]: 0.6}

    def height(values: np.ndarray) -> float:
        return float(evaluate(model, {**at, **dict(zip(dials, values, strict=True))}))

    measured = approx_fprime([at[dial] for dial in dials], height, 1e-7)
    assert isinstance(row, Matrix)
    assert [evaluate(entry, at) for entry in row.rows[0]] == pytest.approx(measured, rel=1e-4)


@pytest.mark.parametrize("seed", range(6))
def test_a_step_on_one_dial_is_the_measured_slope(seed: int) -> None:
    drawn = draw(LESSON, "one-step-on-one-dial", seed)
    x, y = (np.array([int(drawn.values[f"{name}{k}"]) for k in (1, 2)]) for name in "xy")
    guess = drawn.values["a"]
    (slope,) = approx_fprime([guess], lambda a: np.sum((y - a[0] ** 2 * x) ** 2), 1e-7)
    assert drawn.values["slope"] == pytest.approx(slope, rel=1e-4)
    new = float(drawn.values["new"])
    assert np.sum((y - new**2 * x) ** 2) < np.sum((y - guess**2 * x) ** 2)


@pytest.mark.parametrize("seed", range(6))
def test_the_fitted_tangent_is_numpys(seed: int) -> None:
    values = draw(LESSON, "fit-the-tangent", seed).values
    x, y = (np.array([int(values[f"{name}{k}"]) for k in (1, 2, 3)]) for name in "xy")
    (found,), *_ = np.linalg.lstsq(x[:, None], y - 1)
    assert float(values["d"]) == pytest.approx(found)
