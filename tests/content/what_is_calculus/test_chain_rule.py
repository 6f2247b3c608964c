"""What the lesson on the chain rule says of its wheels, its cable car and its brackets."""

import re

import numpy as np
import pytest
import sympy
from scipy.optimize import minimize_scalar

from tests.content.what_is_calculus.drawn_questions import are_equal, draw, in_sympy, key
from tests.content.what_is_calculus.lessons import figure, is_done, lesson_text, numbers, told

NAME = "chain-rule"
X = sympy.Symbol("x")


def pressure(minute: float) -> float:
    return numbers(NAME, "ride", t=minute)["pressure"]


@pytest.mark.parametrize("minute", [0.5, 3, 5, 9.5])
def test_what_the_ears_feel_is_the_slope_of_the_pressure(minute: float) -> None:
    change = (pressure(minute + 1e-4) - pressure(minute - 1e-4)) / 2e-4
    assert numbers(NAME, "ride", t=minute)["pop"] == pytest.approx(change, abs=1e-3)


def test_the_pressure_falls_fastest_round_the_minute_that_the_task_names() -> None:
    fastest = minimize_scalar(lambda t: numbers(NAME, "ride", t=t)["pop"], bounds=(0, 10), method="bounded").x
    named = re.search(r"round minute (\d+\.\d+)", figure(NAME, "ride")["task"]["done"])
    assert named
    assert float(named[1]) == pytest.approx(fastest, abs=0.05)
    done = [t for t in np.arange(0, 10.01, 0.05) if is_done(NAME, "ride", t=float(t))]
    assert done
    assert max(abs(t - fastest) for t in done) < 0.2


def test_the_car_itself_is_fastest_at_minute_5() -> None:
    climbs = {t: numbers(NAME, "ride", t=t)["climb"] for t in np.arange(0, 10.1, 0.5)}
    assert max(climbs, key=lambda t: climbs[t]) == 5


def test_at_the_top_the_car_stands_still_and_the_second_curve_still_falls() -> None:
    top = told(NAME, "ride", len(figure(NAME, "ride")["walkthrough"]))
    assert top["climb"] == pytest.approx(0, abs=1e-12)
    assert top["thin"] < -80


def test_the_rough_formula_for_the_pressure_is_within_three_per_cent_of_the_standard_atmosphere() -> None:
    for t in (0, 3, 5, 10):
        now = numbers(NAME, "ride", t=t)
        standard = 1013.25 * (1 - 6.5 * now["height"] / 288.15) ** 5.2559  # ICAO standard atmosphere
        assert now["pressure"] == pytest.approx(standard, rel=0.03)


@pytest.mark.parametrize("teeth", [12, 17, 24])
def test_the_middle_wheel_never_matters(teeth: int) -> None:
    assert numbers(NAME, "wheels", b=teeth)["rate"] == pytest.approx(24 / 16)
    assert is_done(NAME, "wheels", b=teeth, c=12)
    assert not is_done(NAME, "wheels", b=teeth, c=13)


def test_the_slope_of_the_cube_at_1_is_24_and_the_slip_gives_6() -> None:
    assert sympy.diff((X**2 + 1) ** 3, X).subs(X, 1) == 24
    assert (3 * X**2 * 2 * X).subs(X, 1) == 6
    assert '[24]{calc="3*2^2*2"' in lesson_text(NAME)


@pytest.mark.parametrize("seed", range(3))
def test_a_bracket_to_a_power_is_differentiated_rightly(seed: int) -> None:
    drawn = draw(NAME, "a-bracket-to-a-power", seed)
    assert are_equal(key(drawn), sympy.diff(in_sympy(drawn.values["f"]), X))


@pytest.mark.parametrize("seed", range(3))
def test_the_outside_of_the_inside_is_the_function_that_is_shown(seed: int) -> None:
    drawn = draw(NAME, "name-the-inside", seed)
    inside, outside = key(drawn, 0), key(drawn, 1)
    assert outside.free_symbols == {sympy.Symbol("u")}
    assert are_equal(outside.subs(sympy.Symbol("u"), inside), in_sympy(drawn.values["f"]))


@pytest.mark.parametrize("seed", range(10))
def test_three_rates_are_those_of_the_story_multiplied(seed: int) -> None:
    drawn = draw(NAME, "three-rates-in-a-row", seed)
    rates = [int(n) for n in re.findall(r"\d+", drawn.values["story"])]
    assert len(rates) == 3
    assert float(drawn.parts[0].key["answer"]) == np.prod(rates)
