"""What the lesson on 1/x, eˣ and the waves says, held against SymPy, limits and finite differences."""

import math
import re
import runpy

import numpy as np
import pytest
import sympy

from tests.content.what_is_calculus.lessons import is_done, lesson_text, numbers, told
from upslope.course import default_course_path
from upslope.maths import parse
from upslope.questions import Draw

NAME = "special-cases"
T, X = sympy.symbols("t x")


def draw(question: str, seed: int) -> Draw:
    script = default_course_path() / "what-is-calculus" / NAME / "questions" / question / "question.py"
    drawn = runpy.run_path(str(script))["generate"](np.random.default_rng(seed))
    assert isinstance(drawn, Draw)
    return drawn


def as_sympy(text: str) -> sympy.Expr:
    return sympy.sympify(text.replace("^", "**"), locals={"e": sympy.E, "ln": sympy.log})


def slope_at(x: float, base: float) -> float:
    return float((base ** (x + 1e-6) - base ** (x - 1e-6)) / 2e-6)


def test_one_over_x_has_the_slope_minus_four_at_a_half_on_either_side() -> None:
    slope = sympy.diff(1 / X, X)
    assert slope.subs(X, -sympy.Rational(1, 2)) == slope.subs(X, sympy.Rational(1, 2)) == -4
    assert is_done(NAME, "cake", x0=-0.5)
    assert not is_done(NAME, "cake", x0=0.5)
    assert all(numbers(NAME, "cake", x0=float(x))["slope"] < 0 for x in (-3, -0.05, 0.05, 3))


@pytest.mark.parametrize("step", range(1, 11))
def test_every_step_of_the_growth_has_the_slope_of_its_base(step: int) -> None:
    now = told(NAME, "growth", step)
    assert now["slope"] == pytest.approx(slope_at(now["x0"], now["a"]), rel=1e-6)
    assert now["ratio"] == pytest.approx(slope_at(0, now["a"]), rel=1e-6)


def test_the_red_curve_is_below_the_green_one_for_2_above_it_for_3_and_on_it_at_the_end() -> None:
    assert told(NAME, "growth", 1)["ratio"] < 1 < told(NAME, "growth", 5)["ratio"]
    assert told(NAME, "growth", 10)["ratio"] == pytest.approx(1, abs=1e-8)


def test_half_the_height_is_reached_at_the_base_that_the_task_names() -> None:
    named = float(re.findall(r"About (\d\.\d+)\. Two such steps", lesson_text(NAME))[0])
    assert named == pytest.approx(math.sqrt(math.e), abs=0.005)
    assert is_done(NAME, "growth", a=named)
    assert f"{named**2:.2f}" == f"{math.e:.2f}"


def test_e_is_made_by_hand_from_a_small_step() -> None:
    assert sympy.limit((1 + X) ** (1 / X), X, 0) == sympy.E


@pytest.mark.parametrize("t", [0.3, 1.9, 3.6, 5.8])
def test_the_train_moves_up_at_the_rate_at_which_its_height_changes(t: float) -> None:
    now, before, after = (numbers(NAME, "train", t=moment) for moment in (t, t - 1e-5, t + 1e-5))
    assert now["rate"] == pytest.approx((after["up"] - before["up"]) / 2e-5, abs=1e-8)
    assert -now["up"] == pytest.approx((after["across"] - before["across"]) / 2e-5, abs=1e-8)
    assert now["rate"] == pytest.approx(now["across"])


def test_the_train_goes_down_fastest_half_way_round() -> None:
    done = [t for t in np.linspace(0, 6.28, 158) if is_done(NAME, "train", t=float(t))]
    assert done
    assert all(abs(t - math.pi) < 0.07 for t in done)


def test_four_derivatives_of_the_sine_lead_back_to_it() -> None:
    row = [sympy.sin(X), sympy.cos(X), -sympy.sin(X), -sympy.cos(X), sympy.sin(X)]
    assert r"\sin \to \cos \to -\sin \to -\cos \to \sin" in lesson_text(NAME)
    assert [sympy.diff(one, X) for one in row[:4]] == row[1:]


@pytest.mark.parametrize("seed", range(4))
def test_the_pieces_get_smaller_as_fast_as_the_key_says(seed: int) -> None:
    drawn = draw("a-smaller-piece", seed)
    key, shown = as_sympy(str(parse(drawn.parts[0].key["answer"]))), as_sympy(str(drawn.values["f"]))
    assert sympy.simplify(key - sympy.diff(shown, X)) == 0


@pytest.mark.parametrize("seed", range(4))
def test_the_secret_spreads_as_fast_as_many_know_it(seed: int) -> None:
    drawn = draw("steep-and-high", seed)
    moment = sympy.log(sympy.Rational(drawn.values["height"], drawn.values["a"]))
    slope = sympy.diff(as_sympy(str(drawn.values["f"])), T).subs(T, moment)
    assert sympy.simplify(slope - int(drawn.parts[0].key["answer"])) == 0


@pytest.mark.parametrize("seed", range(4))
def test_speed_and_pull_are_the_first_and_second_derivative(seed: int) -> None:
    drawn = draw("twice-round", seed)
    shown = as_sympy(str(drawn.values["f"]))
    keys = [as_sympy(str(parse(part.key["answer"], ("t",)))) for part in drawn.parts]
    assert keys == [sympy.diff(shown, T), sympy.diff(shown, T, 2)]
