"""What the lesson on the ant says of its thermometer, its shares and the moments it names."""

import numpy as np
import pytest
import sympy
from scipy.optimize import brentq, minimize_scalar

from tests.content.multivariate_calculus.lessons import (
    are_equal,
    draw,
    figure,
    in_sympy,
    is_done,
    key,
    lesson_text,
    numbers,
    told,
)

NAME = "differentiate-anything"
T = sympy.Symbol("t")


def reading(second: float) -> float:
    return numbers(NAME, "ant", t=second)["temp"]


@pytest.mark.parametrize("second", [0.5, 1, 2, 2.4, 3.4])
def test_the_shares_add_up_to_the_slope_of_the_thermometers_own_curve(second: float) -> None:
    now = numbers(NAME, "ant", t=second)
    assert now["rate"] == pytest.approx((reading(second + 1e-4) - reading(second - 1e-4)) / 2e-4, abs=1e-6)
    assert numbers(NAME, "net", t=second)["rate"] == pytest.approx(now["rate"])


def test_the_ant_is_warmest_where_two_shares_cancel_and_not_in_the_middle_of_the_stone() -> None:
    warmest = minimize_scalar(lambda t: -reading(t), bounds=(0, 4), method="bounded").x
    done = [t for t in np.arange(0, 4.001, 0.02) if is_done(NAME, "ant", t=float(t))]
    assert done
    assert max(abs(t - warmest) for t in done) < 0.05
    there = numbers(NAME, "ant", t=warmest)
    assert min(abs(there[one]) for one in ("east", "north", "right", "up")) > 0.5
    assert there["temp"] < 40


def test_the_branch_through_x_carries_nothing_at_the_second_that_the_net_names() -> None:
    second = brentq(lambda t: numbers(NAME, "net", t=t)["viax"], 1, 4)
    assert f"Second [{second:.2f}]" in figure(NAME, "net")["task"]["done"]
    done = [t for t in np.arange(0, 4.001, 0.02) if is_done(NAME, "net", t=float(t))]
    assert done
    assert max(abs(t - second) for t in done) < 0.06


def test_the_walkthrough_tells_of_the_ant_as_it_is() -> None:
    assert told(NAME, "ant", 8)["north"] == 0
    assert told(NAME, "ant", 8)["up"] == told(NAME, "ant", 2)["up"] == -1
    third = told(NAME, "ant", 9)
    assert third["eastshare"] < 0
    assert third["northshare"] < 0


def test_the_three_slopes_in_the_box_are_those_of_sympy() -> None:
    x, y, z = sympy.symbols("x y z")
    f = x**2 * sympy.sin(y * z)
    text = lesson_text(NAME)
    assert r"$f = x^2 \sin(yz)$" in text
    for claim, by, slope in (
        (r"\frac{\partial f}{\partial z} = x^2\,y\cos(yz)", z, x**2 * y * sympy.cos(y * z)),
        (r"\frac{\partial f}{\partial y} = x^2\,z\cos(yz)", y, x**2 * z * sympy.cos(y * z)),
        (r"\frac{\partial f}{\partial x} = 2x\sin(yz)", x, 2 * x * sympy.sin(y * z)),
    ):
        assert claim in text
        assert sympy.diff(f, by) == slope


@pytest.mark.parametrize("seed", range(2))
def test_the_questions_have_the_answers_that_sympy_finds(seed: int) -> None:
    letters = draw(NAME, "three-letters", seed)
    assert are_equal(
        key(letters, "slope"), sympy.diff(in_sympy(letters.values["f"]), str(letters.values["moves"]))
    )
    path = draw(NAME, "along-a-path", seed)
    inside = in_sympy(path.values["f"]).subs({name: in_sympy(path.values[name]) for name in "xy"})
    assert are_equal(key(path, "rate"), sympy.diff(inside, T))
    moving = draw(NAME, "slopes-and-speeds", seed)
    v = moving.values
    assert key(moving, "rate") == np.dot([v["p"], v["q"]], [v["east"], v["north"]])
