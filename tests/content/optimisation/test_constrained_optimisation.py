"""What the lesson says of a goat, a pen, a road and a box, found again with the constraint put in."""

import re
import tomllib
from math import atan2, hypot, sqrt
from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize, minimize_scalar

from tests.content.optimisation.lessons import draw, figure, is_done, lesson_text, numbers, told
from upslope.maths import parse, to_numpy
from upslope.questions import Draw

LESSON = "constrained-optimisation"
EXAMPLE = re.compile(r"^```worked-example\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TURN = np.linspace(-np.pi, np.pi, 20_001)


def height(x: Any, y: Any) -> Any:
    """The meadow, as the figures have it."""
    for name in ("goat", "price"):
        assert figure(LESSON, name)["functions"]["f(x, y)"] == "(x - 2)^2 + 2 (y - 3)^2"
    return (x - 2) ** 2 + 2 * (y - 3) ** 2


def lowest_on_circle(square: float) -> tuple[float, float]:
    """The lowest height at this squared distance from the origin, and the angle to it."""
    radius = sqrt(square)
    found = minimize_scalar(
        lambda t: height(radius * np.cos(t), radius * np.sin(t)), (0.5, 1.1, 1.6), tol=1e-12
    )
    return found.fun, found.x


def problem(place: int) -> dict[str, Any]:
    return tomllib.loads(EXAMPLE.findall(lesson_text(LESSON))[place])


def test_the_goat_finds_the_lowest_place_in_the_fifth_step() -> None:
    low, angle = lowest_on_circle(5)
    now = told(LESSON, "goat", 5)
    assert now["t"] == pytest.approx(angle, abs=1e-4)
    assert now["height"] == pytest.approx(low, abs=1e-6)
    assert (now["u"], now["w"]) == pytest.approx((1, 2), abs=1e-3)
    assert abs(now["along"]) < 0.05


def test_the_step_before_is_nearest_to_the_pond_and_not_lowest() -> None:
    pond = (2, 3)
    now = told(LESSON, "goat", 4)
    assert now["t"] == pytest.approx(atan2(pond[1], pond[0]), abs=1e-4)
    away = hypot(now["u"] - pond[0], now["w"] - pond[1])
    assert away == pytest.approx(
        np.hypot(sqrt(5) * np.cos(TURN) - 2, sqrt(5) * np.sin(TURN) - 3).min(), abs=1e-6
    )
    assert now["height"] > lowest_on_circle(5)[0] + 0.1


def test_there_the_gradient_is_minus_one_times_that_of_the_fence() -> None:
    now = told(LESSON, "goat", 8)
    assert (now["fx"], now["fy"]) == pytest.approx((-now["gx"], -now["gy"]), abs=1e-3)


def test_the_slope_along_the_fence_is_that_of_the_height_walked() -> None:
    for t in (-2.0, -0.3, 0.7, 1.7):
        step = 1e-5
        ahead, behind = (height(sqrt(5) * np.cos(t + d), sqrt(5) * np.sin(t + d)) for d in (step, -step))
        assert numbers(LESSON, "goat", t=t)["along"] == pytest.approx(
            (ahead - behind) / (2 * step * sqrt(5)), rel=1e-6
        )


def test_exactly_one_other_place_is_level_and_there_the_arrows_point_the_same_way() -> None:
    heights = height(sqrt(5) * np.cos(TURN), sqrt(5) * np.sin(TURN))
    turns = np.flatnonzero(np.diff(np.sign(np.diff(heights))))
    assert len(turns) == 2
    top = float(TURN[heights.argmax()])
    assert is_done(LESSON, "goat", t=top)
    assert not is_done(LESSON, "goat", t=1.1071)
    assert not is_done(LESSON, "goat")
    now = numbers(LESSON, "goat", t=top)
    assert now["fx"] * now["gx"] + now["fy"] * now["gy"] == pytest.approx(
        hypot(now["fx"], now["fy"]) * hypot(now["gx"], now["gy"]), rel=1e-4
    )


@pytest.mark.parametrize("lam", [-2.5, -1, -0.8, -0.5, -0.2])
def test_lambda_is_the_slope_of_the_lowest_height_over_the_size_of_the_fence(lam: float) -> None:
    now = numbers(LESSON, "price", lam=lam)
    assert now["best"] == pytest.approx(lowest_on_circle(now["c"])[0], abs=1e-9)
    ahead, behind = (lowest_on_circle(now["c"] + d)[0] for d in (1e-3, -1e-3))
    assert lam == pytest.approx((ahead - behind) / 2e-3, abs=1e-4)


def test_the_fence_begins_at_5_and_reaches_the_pond_where_lambda_is_0() -> None:
    assert numbers(LESSON, "price")["c"] == pytest.approx(5)
    end = numbers(LESSON, "price", lam=0.0)
    assert (end["u"], end["w"], end["best"]) == pytest.approx((2, 3, 0))
    assert is_done(LESSON, "price", lam=-0.5)
    assert not is_done(LESSON, "price")


def test_the_pen_of_20_metres_is_10_by_5_and_a_metre_is_worth_5() -> None:
    assert (problem(0)["function"], problem(0)["constraints"]) == ("x y", ["x + 2y = 20"])

    def largest(wire: float) -> Any:
        return minimize_scalar(lambda y: -(wire - 2 * y) * y, bounds=(0, wire / 2), method="bounded")

    assert largest(20).x == pytest.approx(5, abs=1e-4)
    assert -(largest(20.01).fun - largest(19.99).fun) / 0.02 == pytest.approx(5, abs=1e-4)


def test_the_road_is_nearest_in_two_places_and_farthest_of_its_neighbourhood_below_the_house() -> None:
    assert problem(1)["constraints"] == ["y - x^2 = 0"]
    squared = to_numpy(parse(problem(1)["function"], ("x", "y")), ("x", "y"))
    x = np.linspace(-4, 4, 8001)
    along = squared(x, x**2)
    lows = x[1:-1][(along[1:-1] < along[:-2]) & (along[1:-1] < along[2:])]
    highs = x[1:-1][(along[1:-1] > along[:-2]) & (along[1:-1] > along[2:])]
    assert lows == pytest.approx([-2, 2], abs=1e-9)
    assert highs == pytest.approx([0], abs=1e-9)
    # λ from the slope by y alone, since that of the constraint is 1: below zero at all three
    assert all(2 * (place**2 - 4.5) < 0 for place in (*lows, *highs))


def test_the_box_of_4_litres_is_square_half_as_high_and_a_litre_costs_2() -> None:
    assert (problem(2)["function"], problem(2)["constraints"]) == ("x y + 2x z + 2y z", ["x y z = 4"])

    def least(litres: float) -> Any:
        return minimize(lambda v: v[0] * v[1] + 2 * litres / v[0] + 2 * litres / v[1], [1.5, 2.5], tol=1e-10)

    x, y = least(4).x
    assert (x, y, 4 / (x * y)) == pytest.approx((2, 2, 1), abs=1e-4)
    assert (least(4.01).fun - least(3.99).fun) / 0.02 == pytest.approx(2, abs=1e-3)


@pytest.mark.parametrize("seed", range(8))
def test_no_place_of_the_drawn_fence_is_lower_than_the_marked_one(seed: int) -> None:
    drawn: Draw = draw(LESSON, "where-the-line-touches", seed)
    f = to_numpy(parse(str(drawn.values["f"]), ("x", "y")), ("x", "y"))
    u, w = map(float, drawn.parts[0].key["answer"].split())
    g = to_numpy(parse(str(drawn.values["g"]), ("x", "y")), ("x", "y"))
    assert float(g(u, w)) == drawn.values["c"]
    across = (float(g(1, 0)), float(g(0, 1)))
    far = np.linspace(-3, 3, 601)
    along = f(u + far * across[1], w - far * across[0])
    assert far[along.argmin()] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("seed", range(8))
def test_what_the_multiplier_promises_is_close_to_a_new_search(seed: int) -> None:
    drawn: Draw = draw(LESSON, "a-little-more-room", seed)
    promised, found, before = (float(drawn.values[name]) for name in ("answer", "truth", "best"))
    assert abs(promised - found) < 0.15 * abs(found - before) + 0.01
