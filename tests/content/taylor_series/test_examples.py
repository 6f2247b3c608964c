"""What the lesson on the reach of series says of waves, walls and posts, checked with SymPy and NumPy."""

import re
from math import factorial, hypot

import numpy as np
import pytest
import sympy

from tests.content.taylor_series.lessons import figure, is_done, lesson_text, numbers, told, variants

LESSON = "examples"
X = sympy.Symbol("x")


def sum_of_hill(x: float, power: int) -> float:
    """Return the Maclaurin polynomial of 1/(1 + x²), whose terms are (−x²)ᵏ."""
    return sum((-(x**2)) ** k for k in range(power // 2 + 1))


def test_the_dots_of_the_cosine_are_divided_by_the_factorials_of_the_even_numbers() -> None:
    terms = figure(LESSON, "sizes")["rows"]["terms"]
    assert terms["g"] == [factorial(2 * i) for i in terms["i"]]
    assert numbers(LESSON, "sizes")["wave"] == pytest.approx(2.5**10 / factorial(10))


def test_at_any_distance_in_reach_of_the_slider_the_terms_of_the_cosine_dive_in_the_end() -> None:
    sizes = np.array([5.0 ** (2 * k) / factorial(2 * k) for k in range(11)])
    assert np.argmax(sizes) == 2
    assert (np.diff(sizes[2:]) < 0).all()
    assert sizes[-1] < 1e-4
    assert is_done(LESSON, "sizes", d=1)
    assert not is_done(LESSON, "sizes", d=0.9)


def test_on_the_calm_side_of_the_gap_more_powers_harm_beyond_twice_the_way_to_the_wall() -> None:
    off = [abs(numbers(LESSON, "gap", x0=2.4, n=n)["error"]) for n in (2, 5, 8, 12)]
    assert off == sorted(off)
    near = [abs(numbers(LESSON, "gap", x0=1.5, n=n)["error"]) for n in (2, 5, 8, 12)]
    assert near == sorted(near, reverse=True)
    assert is_done(LESSON, "gap", x0=2.4, n=8)
    assert not is_done(LESSON, "gap", x0=1.9, n=8)


def test_the_posts_are_as_far_as_said_and_the_light_can_be_made_to_reach_to_three() -> None:
    last = told(LESSON, "posts", 9)
    assert last["r"] == pytest.approx(abs(2 - 1j))
    assert last["right"] == pytest.approx(2 + hypot(2, 1))
    assert is_done(LESSON, "posts", p=4 / 3)
    assert not is_done(LESSON, "posts", p=2)
    assert sympy.solve(1 + X**2, X) == [-sympy.I, sympy.I]


def test_the_hill_is_calm_at_one_and_its_polynomials_get_worse_beyond() -> None:
    hill = 1 / (1 + X**2)
    assert [hill.subs(X, 1), sympy.diff(hill, X).subs(X, 1)] == [sympy.Rational(1, 2), -sympy.Rational(1, 2)]
    series = sympy.Poly(sympy.series(hill, X, 0, 14).removeO(), X)
    assert float(series.eval(1.5)) == pytest.approx(sum_of_hill(1.5, 12))
    off = [abs(sum_of_hill(1.5, power) - 1 / 3.25) for power in (4, 12)]
    said = [float(n) for n in re.findall(r"off by \[([\d.]+)\]\{calc", lesson_text(LESSON))]
    assert said == pytest.approx(off, rel=0.02)
    assert 1 / 3.25 < 1 / 3


def test_the_flat_function_has_no_derivatives_at_nought_and_explodes_beside_the_road() -> None:
    flat = sympy.exp(-1 / X**2)
    assert [sympy.limit(sympy.diff(flat, X, k), X, 0, "+") for k in range(4)] == [0, 0, 0, 0]
    assert sympy.limit(flat.subs(X, sympy.I * X), X, 0, "+") == sympy.oo


def test_the_sigmoid_breaks_down_at_pi_beside_the_road_and_its_coefficients_shrink_by_that() -> None:
    assert sympy.simplify(1 + sympy.exp(-sympy.I * sympy.pi)) == 0
    b = sympy.bernoulli
    odd = [
        (2 ** (2 * k) - 1) * b(2 * k) / sympy.factorial(2 * k) for k in (10, 11)
    ]  # tanh(x/2)/2, DLMF 4.33.3
    assert abs(odd[0] / odd[1]) == pytest.approx(np.pi**2, rel=1e-6)


def test_a_lamp_beside_posts_sees_as_far_as_pythagoras_says() -> None:
    for variant in variants(LESSON, "posts-beside-the-road"):
        square, lamp = (
            re.search(r"x\^\{2\} \+ (\d+)\}", variant.prompt),
            re.search(r"x = (-?\d+)\$", variant.prompt),
        )
        assert square
        assert lamp
        poles = np.roots([1, 0, int(square[1])])
        nearest = min(abs(pole - int(lamp[1])) for pole in poles)
        assert float(variant.parts[0].key["answer"]) == pytest.approx(nearest)
