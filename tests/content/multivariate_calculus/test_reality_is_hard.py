"""What the lesson on hard landscapes says of grains, of noise and of the best step."""

from math import e

import numpy as np
import pytest

from tests.content.multivariate_calculus.lessons import draw, figure, is_done, key, numbers, told

NAME = "reality-is-hard"


def forward(h: float) -> float:
    return float(abs((np.exp(1 + h) - np.exp(1)) / h - e))


def central(h: float) -> float:
    return float(abs((np.exp(1 + h) - np.exp(1 - h)) / (2 * h) - e))


@pytest.mark.parametrize("step", [1, 2, 3])
def test_the_errors_of_the_walkthrough_are_those_of_numpy(step: int) -> None:
    now = told(NAME, "grains", step)
    h = 10 ** now["n"]
    assert now["forward"] == pytest.approx(forward(h), rel=0.02, abs=2e-8)
    assert now["central"] == pytest.approx(central(h), rel=0.02, abs=2e-8)


def test_a_tenth_of_the_step_brings_a_tenth_and_a_hundredth_of_the_error() -> None:
    ways = [numbers(NAME, "grains", n=n) for n in (-2, -3)]
    assert ways[0]["forward"] / ways[1]["forward"] == pytest.approx(10, rel=0.02)
    assert ways[0]["central"] / ways[1]["central"] == pytest.approx(100, rel=0.02)
    assert ways[1]["central"] / e < 1e-6


def test_the_errors_are_smallest_near_the_two_dashed_lines() -> None:
    steps = 10 ** np.linspace(-12, -1, 441)
    for error, best in ((forward, 2.0**-26), (central, 2.0 ** (-52 / 3))):
        errors = np.array([error(h) for h in steps])
        near = np.abs(np.log10(steps / best)) < 0.7
        assert errors[near].mean() < 2 * errors[steps > 30 * best].min()
        assert errors[near].mean() < errors[steps < best / 30].mean() / 5


def test_the_smallest_step_gives_the_slope_nothing() -> None:
    assert 1 + 1e-16 == 1
    last = told(NAME, "grains", len(figure(NAME, "grains")["walkthrough"]))
    assert last["forward"] == pytest.approx(e)


@pytest.mark.parametrize("h", [0.06, 0.2, 0.45])
def test_no_noise_makes_the_slope_worse_than_the_figure_says(h: float) -> None:
    now, rng = numbers(NAME, "salt", h=h), np.random.default_rng(0)
    x = np.array([0.5 - h, 0.5, 0.5 + h])
    behind, _, ahead = 8 * x * np.exp(1 - x)
    off = rng.uniform(-now["noise"], now["noise"], (2, 9000))
    errors = np.abs((ahead + off[0] - behind - off[1]) / (2 * h) - 4 * np.exp(0.5))
    assert now["true"] == pytest.approx(4 * np.exp(0.5))
    assert errors.max() <= now["worst"]
    assert errors.max() > 0.95 * now["worst"]
    assert abs(now["guess"] - now["true"]) == pytest.approx(now["worst"])


def test_the_task_is_done_between_a_quarter_and_a_third_of_a_spoon() -> None:
    done = [h for h in np.arange(0.02, 0.5, 0.01) if is_done(NAME, "salt", h=float(h))]
    assert min(done) == pytest.approx(1 / 4, abs=0.035)
    assert max(done) == pytest.approx(1 / 3, abs=0.035)
    assert not is_done(NAME, "salt")
    assert not is_done(NAME, "salt", h=0.28, noise=0.1)


def test_the_bend_is_about_a_sixth_of_the_third_derivative_times_the_square() -> None:
    third = 8 * e * (3 - 0.5) * np.exp(-0.5)
    assert numbers(NAME, "salt", h=0.05)["bend"] == pytest.approx(third * 0.05**2 / 6, rel=0.01)


@pytest.mark.parametrize("seed", range(3))
def test_the_slope_from_loaves_is_rise_over_run(seed: int) -> None:
    drawn = draw(NAME, "three-loaves", seed)
    v = {
        name: float(drawn.values[name]) for name in ("behind_x", "at_x", "ahead_x", "behind", "here", "ahead")
    }
    places, liked = [v["behind_x"], v["at_x"], v["ahead_x"]], [v["behind"], v["here"], v["ahead"]]
    first = 0 if drawn.values["scheme"] == "central" else 1
    slope = np.polyfit([places[first], places[2]], [liked[first], liked[2]], 1)[0]
    assert float(key(drawn, "slope")) == pytest.approx(slope)


@pytest.mark.parametrize("seed", range(3))
def test_the_row_lays_a_plane_through_the_three_tries(seed: int) -> None:
    drawn = draw(NAME, "a-row-without-a-formula", seed)
    v = {name: float(drawn.values[name]) for name in ("x", "y", "x_on", "y_on", "here", "ahead_x", "ahead_y")}
    tries = np.array([[1, v["x"], v["y"]], [1, v["x_on"], v["y"]], [1, v["x"], v["y_on"]]])
    plane = np.linalg.solve(tries, [v["here"], v["ahead_x"], v["ahead_y"]])
    assert [float(one) for one in key(drawn, "row")] == pytest.approx(list(plane[1:]))


@pytest.mark.parametrize("seed", range(3))
def test_the_worst_readings_make_the_error_of_the_key(seed: int) -> None:
    drawn = draw(NAME, "noise-over-a-step", seed)
    noise, h = float(drawn.values["noise"]), float(drawn.values["h"])
    run = h if drawn.values["scheme"] == "forward" else 2 * h
    worst = max((a - b) / run for a in (-noise, noise) for b in (-noise, noise))
    assert float(key(drawn, "error")) == pytest.approx(worst)
