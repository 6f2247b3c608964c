"""What the lesson on factorials says of stairs, dials and a lift, checked with SymPy."""

import re
from math import factorial

import pytest
import sympy

from tests.content.taylor_series.lessons import figure, is_done, lesson_text, numbers, variants

LESSON = "power-series-derivation"
X = sympy.Symbol("x")


def test_the_diagonal_of_the_tower_holds_what_is_left_of_each_power() -> None:
    foot = figure(LESSON, "tower")["rows"]["ones"]
    assert foot["f"] == [sympy.diff(X**n, X, n) for n in foot["i"]]
    last = figure(LESSON, "tower")["rows"]["left"]
    assert last["f"] == [factorial(n) for n in last["i"]]


@pytest.mark.parametrize(("group", "power"), [("first", 1), ("second", 2)])
def test_each_entry_that_still_holds_an_x_is_a_derivative_of_its_column(group: str, power: int) -> None:
    rows = figure(LESSON, "tower")["rows"][group]
    for column, row, front in zip(rows["i"], rows["r"], rows["f"], strict=True):
        assert sympy.diff(X**column, X, row) == front * X**power


def test_the_phone_says_the_four_derivatives_of_the_lift() -> None:
    said = re.search(
        r"height (\d+), speed (\d+), acceleration (−\d+), jerk (\d+)\.", figure(LESSON, "lift")["caption"]
    )
    assert said
    t = sympy.Symbol("t")
    lift = 9 - 6 * sympy.exp(-t)
    assert figure(LESSON, "lift")["functions"]["h(t)"] == "9 - 6 e^(-t)"
    found = [sympy.diff(lift, t, k).subs(t, 0) for k in range(4)]
    assert found == [int(each.replace("−", "-")) for each in said.groups()]
    dials = [value / factorial(k) for k, value in enumerate(found)]
    assert is_done(LESSON, "lift", **{name: float(dial) for name, dial in zip("abcd", dials, strict=True)})
    assert not is_done(LESSON, "lift")


def test_the_undivided_dials_that_the_figure_opens_with_double_the_braking_and_miss_by_metres() -> None:
    wrong, right = numbers(LESSON, "lift"), numbers(LESSON, "lift", c=-3, d=1)
    assert wrong["braking"] == 2 * right["braking"]
    assert wrong["jerk"] == 6 * right["jerk"]
    assert abs(wrong["later"] - wrong["truth"]) > 10 * abs(right["later"] - right["truth"])


def test_the_general_term_of_the_sine_gives_its_series() -> None:
    assert r"\frac{(-1)^n\,x^{2n+1}}{(2n+1)!}" in lesson_text(LESSON)
    terms = sum((-1) ** n * X ** (2 * n + 1) / sympy.factorial(2 * n + 1) for n in range(5))
    assert sympy.expand(terms - sympy.series(sympy.sin(X), X, 0, 11).removeO()) == 0


def test_a_coefficient_asked_of_the_exponential_is_the_one_of_its_series() -> None:
    for variant in variants(LESSON, "general-term-of-a-hurried-exponential"):
        f = re.search(r"\$f\(x\) = (\d*)e\^\{(\d)x\}\$", variant.prompt)
        k = re.search(r"stands before \$x\^\{(\d)\}\$", variant.prompt)
        assert f
        assert k
        front, rate, power = int(f[1] or 1), int(f[2]), int(k[1])
        slope = sympy.diff(front * sympy.exp(rate * X), X, power).subs(X, 0)
        said = next(part for part in variant.parts if part.name == "coefficient")
        assert sympy.sympify(str(said.key["answer"])) == slope / sympy.factorial(power)
