"""Formulas of scenes: an author's functions, their derivatives, sums over rows, Taylor polynomials."""

from math import comb, factorial

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.course.figures.scenes import number, readouts, scene

x, y = sympy.symbols("x y")
FUNCTIONS = {
    "x^3 - x": x**3 - x,
    "exp(-x^2) sin(3x)": sympy.exp(-(x**2)) * sympy.sin(3 * x),
    "ln(1 + x^2)/(2 + cos(x))": sympy.log(1 + x**2) / (2 + sympy.cos(x)),
}
# Formulas are texts: 0.00001 would print as 1e-05, which is e − 5.
numbers = st.floats(-1.5, 1.5).map(lambda value: round(value, 3))
quick = settings(max_examples=15)
WAVES = [sympy.diff(sympy.sin(x) + x**2, x, k) for k in range(7)]


@quick
@given(st.sampled_from(list(FUNCTIONS)), st.integers(0, 3), numbers)
def test_primes_are_derivatives(text: str, order: int, place: float) -> None:
    found = number("f" + "'" * order + f"({place})", functions={"f(x)": text})
    assert found == pytest.approx(
        float(sympy.diff(FUNCTIONS[text], x, order).subs(x, place)), rel=1e-9, abs=1e-9
    )


@quick
@given(st.sampled_from(["x", "y", "xy", "yx", "xx", "yyx"]), numbers, numbers)
def test_letters_behind_a_name_are_partial_derivatives(letters: str, a: float, b: float) -> None:
    g = x**2 * y + sympy.sin(x * y)
    found = number(f"g_{letters}({a}, {b})", functions={"g(x, y)": "x^2 y + sin(x y)"})
    exact = sympy.diff(g, *(sympy.Symbol(letter) for letter in letters)).subs({x: a, y: b})
    assert found == pytest.approx(float(exact), rel=1e-9, abs=1e-9)


@quick
@given(numbers)
def test_a_derivative_at_a_formula_is_taken_before_the_formula_is_put_in(place: float) -> None:
    found = readouts({"a": place}, numbers={"found": "f'(2 a)"})["found"]
    assert found == pytest.approx(3 * (2 * place) ** 2 - 1)


def test_calls_may_stand_anywhere_in_a_formula() -> None:
    def f(u: float) -> float:
        return u**3 - u

    assert number("2f(2)^2/3 - f(f(1.5)) a") == pytest.approx(2 * f(2) ** 2 / 3 - f(f(1.5)))
    assert number("max(min(4, 2 (3 - 1.5)), (0))") == 3
    assert number("max(a, 0) 2^(-2) + f(2) .5") == 0.25 + 3
    assert number("g(f(2), 1) + sin f(2)") == pytest.approx(36 + np.sin(1) + np.sin(6))


def test_a_function_may_use_functions_before_it_and_the_state() -> None:
    functions = {"f(x)": "a x", "h(u)": "f(u)^2 + f'(u)"}
    assert readouts({"a": 1.5}, functions=functions, numbers={"found": "h(2)"})["found"] == 9 + 1.5


def test_a_letter_of_a_function_hides_a_number_of_that_name_only_inside() -> None:
    changes = {"state": {"x": 2.0}, "range": {"x": [0, 5]}, "steps": None}
    functions = {"outer(u)": "u + x", "f(x)": "10 outer(x) + x"}
    found = readouts(functions=functions, numbers={"found": "f(7)"}, **changes)["found"]
    assert found == 10 * (7 + 2) + 7


def test_the_letter_of_a_curve_hides_a_number_of_that_name_only_inside() -> None:
    made = scene(
        state={"x": 2.0},
        range={"x": [0, 5]},
        steps=None,
        functions={"outer(u)": "u + x"},
        numbers=None,
        mark=[{"is": "curve", "of": "outer(x) - x", "from": "x"}],
    )
    (curve,) = made.items
    moment = made.moment({"x": 3.0})
    assert moment.number(curve.at[1], {curve.by: 0.5}) == pytest.approx(3)  # type: ignore[attr-defined]
    assert moment.number(curve.start) == 3  # type: ignore[attr-defined]


@quick
@given(numbers, numbers)
def test_the_given_functions_are_what_they_are_called(u: float, v: float) -> None:
    assert number(f"min({u}, {v})") == pytest.approx(min(u, v), abs=1e-12)
    assert number(f"max({u}, {v})") == pytest.approx(max(u, v), abs=1e-12)
    assert number(f"clamp({u})") == pytest.approx(min(max(u, 0), 1), abs=1e-12)
    assert number(f"step({u})") == (1 if u >= 0 else pytest.approx(0, abs=1e-9))


@quick
@given(numbers, numbers)
def test_a_function_may_be_a_sum_over_rows_and_has_derivatives(m: float, c: float) -> None:
    p, q = np.array([1, 2, 4]), np.array([2, 3, 5])
    functions = {"chi2(m, c)": {"sum": "(q - m p - c)^2", "rows": "data"}}
    found = readouts(
        functions=functions,
        numbers={"value": f"chi2({m}, {c})", "slope": f"chi2_m({m}, {c})", "bend": f"chi2_mc({m}, {c})"},
    )
    residuals = q - m * p - c
    assert found["value"] == pytest.approx(np.sum(residuals**2))
    assert found["slope"] == pytest.approx(np.sum(-2 * p * residuals), abs=1e-9)
    assert found["bend"] == pytest.approx(2 * np.sum(p))


@quick
@given(numbers)
def test_a_number_may_be_a_sum_over_rows(a: float) -> None:
    found = readouts({"a": a}, numbers={"total": {"sum": "(q - a p)^2 + k", "rows": "data"}})["total"]
    assert found == pytest.approx((2 - a) ** 2 + (3 - 2 * a) ** 2 + (5 - 4 * a) ** 2 + 3)


TAYLOR = {"f(x)": "sin(x) + x^2", "p(x)": {"taylor": "f(x)", "about": "a", "order": 6, "grow": "n"}}


@quick
@given(st.integers(0, 6), numbers, numbers)
def test_a_taylor_polynomial_has_the_terms_that_have_entered(n: int, about: float, place: float) -> None:
    exact = sum(float(WAVES[k].subs(x, about)) * (place - about) ** k / factorial(k) for k in range(n + 1))
    found = readouts({"a": about, "n": n}, functions=TAYLOR, numbers={"found": f"p({place})"})["found"]
    assert found == pytest.approx(exact, rel=1e-9, abs=1e-9)


@quick
@given(st.floats(0, 6))
def test_a_term_enters_evenly(n: float) -> None:
    whole = [
        readouts({"n": k}, functions=TAYLOR, numbers={"found": "p(2)"})["found"] for k in (int(n), int(n) + 1)
    ]
    found = readouts({"n": n}, functions=TAYLOR, numbers={"found": "p(2)"})["found"]
    assert found == pytest.approx(whole[0] + (n - int(n)) * (whole[1] - whole[0]), abs=1e-9)


FAR = {
    "ln(2 + x) cos(x)/(1 + x^2)": lambda u: mpmath.log(2 + u) * mpmath.cos(u) / (1 + u**2),
    "sqrt(3 + x) e^(x/2) + atan(x)": lambda u: mpmath.sqrt(3 + u) * mpmath.exp(u / 2) + mpmath.atan(u),
    "(2 + x)^x - abs(x - 2)": lambda u: (2 + u) ** u - (2 - u),
}


@pytest.mark.parametrize("text", FAR)
def test_taylor_polynomials_go_far_whatever_the_function(text: str) -> None:
    function = {"p(x)": {"taylor": text, "about": "a", "order": 12}}
    found = readouts({"a": 0.25}, functions=function, numbers=None)
    with mpmath.workdps(60):
        exact = [float(value) for value in mpmath.taylor(FAR[text], mpmath.mpf(1) / 4, 12)]
    assert [found[f"p_{k}"] for k in range(13)] == pytest.approx(exact, rel=1e-9)
    assert all(name.isascii() for name in found)


def test_the_coefficients_of_a_taylor_polynomial_are_numbers_of_the_figure() -> None:
    growing = {"p(x)": {"taylor": "1/(1 - x)^3", "about": 0, "order": 5}}
    found = readouts(functions=growing, numbers={"sixth": "p_5 + p'(0)"})
    assert [found[f"p_{k}"] for k in range(6)] == pytest.approx([comb(k + 2, 2) for k in range(6)])
    assert found["sixth"] == pytest.approx(21 + 3)


def test_numbers_are_worked_out_in_the_order_they_need() -> None:
    found = readouts(numbers={"last": "middle + 1", "middle": "2 first", "first": "a"})
    assert (found["first"], found["middle"], found["last"]) == (1, 2, 3)
