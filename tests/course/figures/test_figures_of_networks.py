"""What the figures on the chain rule and on networks show is what NumPy and SciPy come to."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from tests.course.figures.gallery import at, is_done, rows, told

VALLEY = rows("cost-valley", "data")
INPUTS, ANSWERS = np.array(VALLEY["u"]), np.array(VALLEY["v"])


@pytest.mark.parametrize("t", [0.05, 0.4, 0.7854, 1.1, 1.5])
def test_what_both_ways_carry_together_is_the_slope_of_the_area(t: float) -> None:
    def area(t: float) -> float:
        return at("dependency-graph", t=t)["area"]

    found, step = at("dependency-graph", t=t), 1e-5

    assert found["rate"] == pytest.approx((area(t + step) - area(t - step)) / (2 * step), abs=1e-8)
    assert (found["upper"], found["lower"]) == pytest.approx((-6 * np.sin(t) ** 2, 6 * np.cos(t) ** 2))


def test_the_two_ways_cancel_where_the_window_is_largest() -> None:
    areas = {t: at("dependency-graph", t=t)["area"] for t in np.linspace(0, 1.57, 50)}
    found = told("dependency-graph", 6)

    assert found["area"] >= max(areas.values())
    assert (found["upper"], found["lower"]) == pytest.approx((-3, 3), abs=1e-4)
    assert is_done("dependency-graph", t=0.7854)
    assert not is_done("dependency-graph")


@pytest.mark.parametrize(("kind", "squash"), [(0, np.tanh), (1, expit)])
def test_a_neuron_squashes_a_straight_line(kind: int, squash: np.ufunc) -> None:
    found = at("one-neuron", a=1.3, w=-2, b=0.7, kind=kind)

    assert found["out"] == pytest.approx(squash(-2 * 1.3 + 0.7))
    assert (found["no"], found["yes"]) == pytest.approx((squash(0.7), squash(-1.3)))
    beside = [at("one-neuron", a=0.35 + side, w=-2, b=0.7, kind=kind)["out"] for side in (-1e-5, 1e-5)]
    assert found["steep"] == pytest.approx((beside[1] - beside[0]) / 2e-5, rel=1e-6)
    assert found["tip"] == pytest.approx(0.35)


def test_the_last_neuron_that_is_told_is_a_not() -> None:
    found = told("one-neuron", 7)

    assert (found["no"], found["yes"]) == pytest.approx((0.97, 0.03), abs=0.005)
    assert is_done("one-neuron", w=-7, b=3.5, kind=1)
    assert not is_done("one-neuron", w=-4, b=2, kind=1)


def bump(x: NDArray[np.float64]) -> Any:
    return np.tanh(1.5 * np.tanh(3 * x + 2) - 1.5 * np.tanh(3 * x - 2) - 1)


def test_the_cost_of_the_small_network_is_the_mean_square_of_its_error() -> None:
    w, b, v, c = np.array([2, -1]), np.array([1, 0.5]), np.array([1, -0.5]), 0.25
    x = np.linspace(-2, 2, 21)
    says = np.tanh(v @ np.tanh(np.outer(w, x) + b[:, None]) + c)
    state = {"w1": w[0], "w2": w[1], "b1": b[0], "b2": b[1], "v1": v[0], "v2": v[1], "c": c, "x": x[4]}
    found = at("network-1-2-1", **state)

    assert found["cost"] == pytest.approx(np.mean((says - bump(x)) ** 2))
    assert found["y"] == pytest.approx(says[4])


def test_the_bump_is_made_and_stays_when_a_hidden_neuron_changes_its_signs() -> None:
    assert told("network-1-2-1", 1)["cost"] > 0.5
    assert told("network-1-2-1", 5)["cost"] == pytest.approx(0, abs=1e-12)
    assert told("network-1-2-1", 7)["cost"] == pytest.approx(0, abs=1e-12)
    assert not is_done("network-1-2-1")
    assert is_done("network-1-2-1", w1=3, b1=2, v1=1.5, w2=3, b2=-2, v2=-1.5, c=-1)


@pytest.mark.parametrize(("layer", "shape"), [(0, (3, 4)), (1, (2, 3))])
def test_a_weight_has_a_row_and_a_column_of_its_matrix(layer: int, shape: tuple[int, int]) -> None:
    last = at("layers", layer=layer, i=3, j=4)

    assert [last["m"], last["n"]] == list(shape)
    assert [last["row"], last["col"]] == list(shape)
    assert (last["weights"], last["biases"]) == (np.zeros(shape).size, shape[0])
    assert is_done("layers", i=1, j=4)
    assert not is_done("layers", i=3, j=1)


def cost(place: Any) -> float:
    return float(np.mean((expit(place[0] * INPUTS + place[1]) - ANSWERS) ** 2))


def slope(place: NDArray[np.float64]) -> NDArray[np.float64]:
    says = expit(place[0] * INPUTS + place[1])
    each = 2 * (says - ANSWERS) * says * (1 - says) / len(INPUTS)
    return np.array([each @ INPUTS, each.sum()])


@pytest.mark.parametrize(("start", "size"), [((-2, 2), 5), ((-1, 4.5), 20), ((4, -3), 60)])
def test_the_path_goes_against_the_gradient(start: tuple[float, float], size: float) -> None:
    place = np.array(start, dtype=float)
    walk = rows("cost-valley", "walk", w0=start[0], b0=start[1], eta=size, n=12)
    for step in range(13):
        assert (walk["w"][step], walk["b"][step]) == pytest.approx(tuple(place), abs=1e-9)
        place = place - size * slope(place)
    assert at("cost-valley", w0=start[0], b0=start[1])["before"] == pytest.approx(cost(np.array(start)))


def test_what_is_told_of_the_valley_is_so() -> None:
    best = minimize(cost, (1, 0), tol=1e-12)

    assert told("cost-valley", 3)["cost"] == pytest.approx(best.fun, abs=0.002)
    assert told("cost-valley", 5)["cost"] > 0.98 * told("cost-valley", 4)["cost"]
    assert told("cost-valley", 6)["cost"] < 0.012
    stuck = told("cost-valley", 7)
    assert stuck["walk_w"] > best.x[0] + 3
    assert stuck["cost"] == pytest.approx(0.015, abs=0.001)
    assert is_done("cost-valley", w0=-1, b0=4.5, eta=20, n=30)
    assert not is_done("cost-valley", w0=-1, b0=4.5, eta=5, n=30)
