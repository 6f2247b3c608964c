"""What the lesson on shifted series says of roots and tails, checked with SymPy."""

import re
from math import sqrt

import pytest
import sympy

from tests.content.taylor_series.lessons import is_done, numbers, told, variants

LESSON = "power-series-details"
X = sympy.Symbol("x")


@pytest.mark.parametrize(("step", "about", "order"), [(1, 4, 1), (5, 9, 0), (6, 9, 1), (7, 9, 2), (8, 16, 2)])
def test_each_step_of_the_walk_says_what_the_series_about_that_place_says(
    step: int, about: int, order: int
) -> None:
    root = sympy.sqrt(X)
    polynomial = sum(
        sympy.diff(root, X, k).subs(X, about) * (10 - sympy.Integer(about)) ** k / sympy.factorial(k)
        for k in range(order + 1)
    )
    now = told(LESSON, "root", step)
    assert (now["a"], now["n"]) == (about, order)
    assert now["said"] == pytest.approx(float(polynomial))
    assert now["miss"] == pytest.approx(sqrt(10) - float(polynomial))


def test_the_slope_of_the_root_grows_without_end_towards_nought_and_five_fold_at_a_twenty_fifth() -> None:
    steep = [numbers(LESSON, "root", a=a)["steep"] for a in (1, 0.04, 0.01)]
    assert steep == pytest.approx([0.5, 2.5, 5])
    assert sympy.limit(sympy.diff(sympy.sqrt(X), X), X, 0, "+") == sympy.oo


def test_the_line_passes_above_the_root_and_the_nearer_place_wins() -> None:
    line, parabola, far = (told(LESSON, "root", step)["miss"] for step in (6, 7, 8))
    assert line < 0 < parabola
    assert abs(far) > 50 * abs(parabola)


def test_the_first_term_left_out_of_the_tide_is_its_next_taylor_term() -> None:
    tide = sympy.sin(X) + sympy.cos(2 * X) / 2
    for a, b, n in ((-1, 0, 1), (0.3, 1, 3), (2, 1.2, 4)):
        now = numbers(LESSON, "tide", a=a, b=b, n=n)
        term = sympy.diff(tide, X, n + 1).subs(X, a) * (b - a) ** (n + 1) / sympy.factorial(n + 1)
        assert now["next"] == pytest.approx(float(term))


def test_the_task_of_the_tide_can_be_done_near_by_and_not_as_it_opens() -> None:
    assert is_done(LESSON, "tide", a=0, n=3, b=0.6)
    assert not is_done(LESSON, "tide")


def test_a_root_next_door_is_off_by_less_than_its_last_decimal_but_one() -> None:
    for variant in variants(LESSON, "line-near-a-square"):
        area = int(variant.prompt.split("area of $")[1].split("$")[0])
        assert eval_fraction(variant.parts[1].key["answer"]) == pytest.approx(sqrt(area), abs=0.02)


def eval_fraction(text: str) -> float:
    """Return the value of a whole number or a fraction as it is stored."""
    return float(sympy.Rational(text))


def test_what_the_tail_costs_is_half_the_bend_times_the_step_squared() -> None:
    for variant in variants(LESSON, "what-the-tail-costs", 4):
        found = re.search(r"f''\((\d+)\) = (-?\d+)\$.*x = ([\d.]+)\$", variant.prompt, re.DOTALL)
        assert found
        at, bend, there = map(float, found.groups())
        assert eval_fraction(variant.parts[1].key["answer"]) == pytest.approx(bend / 2 * (there - at) ** 2)
