"""Finite differences: against known slopes, and each with the order of accuracy that is claimed."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.maths.oracle import assert_steps_hold
from upslope.maths import MathsError, evaluate, number, parse, to_text
from upslope.maths.expressions.expression import Operand
from upslope.maths.series.difference_error import error_by_step, measured_order
from upslope.maths.series.finite_difference import (
    BACKWARD,
    CENTRAL,
    FORWARD,
    SCHEMES,
    SECOND_CENTRAL,
    Scheme,
    backward_difference,
    best_step,
    central_difference,
    finite_difference,
    forward_difference,
    gradient_by_differences,
    second_central_difference,
)
from upslope.maths.series.finite_difference_worked import finite_difference_worked

every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda scheme: scheme.name)
wild = parse("e^(sin(2x)) + x^3")


def test_the_formulas_are_those_of_the_textbook() -> None:
    at, step = 0.7, 0.1
    before, here, after = np.exp(0.6), np.exp(0.7), np.exp(0.8)
    assert forward_difference(np.exp, at, step) == pytest.approx((after - here) / 0.1)
    assert backward_difference(np.exp, at, step) == pytest.approx((here - before) / 0.1)
    assert central_difference(np.exp, at, step) == pytest.approx((after - before) / 0.2)
    assert second_central_difference(np.exp, at, step) == pytest.approx((after - 2 * here + before) / 0.01)


@every_scheme
def test_the_measured_order_is_the_order_claimed(scheme: Scheme) -> None:
    for at in (0.3, 1.0, -2.5):
        assert measured_order(wild, "x", at, scheme) == pytest.approx(scheme.order, abs=0.01)


@every_scheme
def test_a_polynomial_of_low_degree_has_no_error_to_measure(scheme: Scheme) -> None:
    degree = scheme.derivative + scheme.order - 1
    with pytest.raises(MathsError, match="is exact, so there is no error to measure"):
        measured_order(parse(f"3x^{degree} - x"), "x", 1.0, scheme)
    assert measured_order(parse(f"x^{degree + 1} + x^9"), "x", 1.0, scheme) == pytest.approx(
        scheme.order, abs=0.01
    )


@every_scheme
def test_points_and_steps_are_worked_with_all_at_once(scheme: Scheme) -> None:
    at, steps = np.linspace(0, 3, 7)[:, np.newaxis], np.array([0.1, 0.01, 0.001])
    together = finite_difference(np.sin, at, steps, scheme)
    assert together.shape == (7, 3)
    assert together[4, 1] == finite_difference(np.sin, at[4, 0], 0.01, scheme)


@every_scheme
@pytest.mark.parametrize(("text", "at"), [("e^x", 0.0), ("e^x", 1.0), ("ln(x)", 30.0), ("x^5 - x", -400.0)])
def test_the_best_step_is_close_to_the_best_there_is(scheme: Scheme, text: str, at: float) -> None:
    steps = np.logspace(-12, 0, 200) * max(abs(at), 1)
    errors = error_by_step(parse(text), "x", at, steps, scheme)
    own = error_by_step(parse(text), "x", at, best_step(at, scheme), scheme)
    # One error may be small by luck: compare with the size that errors have near the best step.
    usual = min(np.median(errors[place : place + 9]) for place in range(len(steps) - 9))
    assert own < 30 * usual


@given(st.floats(1e-3, 1e6), st.sampled_from([-1, 1]))
def test_the_best_step_moves_x_without_rounding(size: float, sign: int) -> None:
    at = sign * size
    for scheme in SCHEMES.values():
        step = float(best_step(at, scheme))
        assert step > 0
        assert Fraction(at + step) - Fraction(at) == Fraction(step)


def test_the_best_steps_are_the_roots_of_epsilon_that_press_gives() -> None:
    epsilon = np.finfo(float).eps
    assert best_step(1.0, FORWARD) == pytest.approx(epsilon**0.5)
    assert best_step(0.0, CENTRAL) == pytest.approx(epsilon ** (1 / 3))
    assert best_step(50.0, SECOND_CENTRAL) == pytest.approx(50 * epsilon**0.25)


def test_the_error_falls_and_then_rises_again() -> None:
    errors = error_by_step(parse("sin(x)"), "x", 1.0, [1e-1, 1e-8, 1e-15], FORWARD)
    assert errors[1] < errors[0] / 1000
    assert errors[2] > 1000 * errors[1]


def test_the_gradient_is_a_row_with_one_slope_for_each_variable() -> None:
    def bowl(point: np.ndarray) -> float:
        return float(point[0] ** 2 * point[1] + np.sin(point[2]))

    at = np.array([1.0, 2.0, 0.5])
    assert gradient_by_differences(bowl, at) == pytest.approx([4, 1, np.cos(0.5)], rel=1e-9)
    assert gradient_by_differences(bowl, at, 0.01) == pytest.approx([4, 1, np.cos(0.5)], rel=1e-4)


def test_where_the_function_has_no_value_the_estimate_is_nan() -> None:
    assert np.isnan(forward_difference(np.log, [-1.0, 1.0], 0.1)).tolist() == [True, False]


WORKED: list[tuple[str, Operand, Operand, Scheme, str, str]] = [
    ("x^2", 1, 0.1, FORWARD, "(1.21 - 1)/0.1", "2.1"),
    ("x^2", 1, 0.1, BACKWARD, "(1 - 0.81)/0.1", "1.9"),
    ("x^3", 2, Fraction(1, 2), CENTRAL, "(15.625 - 3.375)/(2*0.5)", "12.25"),
    ("x^2", 3, 1, SECOND_CENTRAL, "(16 - 2*9 + 4)/1^2", "2"),
    ("sin(x)", 1, 0.01, CENTRAL, "(0.8468318446 - 0.8360259786)/(2*0.01)", "0.540293"),
    ("1/x", 1, 0.1, BACKWARD, "(1 - 1.111111111)/0.1", "-1.11111"),
    ("e^x", 0, 0.1, SECOND_CENTRAL, "(1.1051709181 - 2*1 + 0.9048374180)/0.1^2", "1.00083"),
    ("ln(x)", 1, 0.001, FORWARD, "", "0.9995"),
]


@pytest.mark.parametrize(("text", "at", "step", "scheme", "values", "result"), WORKED)
def test_the_numbers_are_put_in_and_worked_out(
    text: str, at: Operand, step: Operand, scheme: Scheme, values: str, result: str
) -> None:
    worked = finite_difference_worked(parse(text), "x", at, step, scheme)
    assert [each.rule for each in worked.steps] == ["rise over run", "put in the numbers", "values", "divide"]
    if values:
        assert evaluate(worked.steps[2].end, {}) == pytest.approx(evaluate(parse(values), {}), abs=1e-4)
    assert to_text(worked.result) == result
    point, run = (Fraction(evaluate(number(each), {})) for each in (at, step))
    f = parse(text)
    estimate = finite_difference(
        lambda x: np.vectorize(lambda z: evaluate(f, {"x": z}))(x), float(point), float(run), scheme
    )
    assert evaluate(worked.result, {}) == pytest.approx(float(estimate), rel=1e-5)


@pytest.mark.parametrize(("text", "at", "step", "scheme", "values", "result"), WORKED)
def test_every_worked_step_holds(
    text: str, at: Operand, step: Operand, scheme: Scheme, values: str, result: str
) -> None:
    centre = Fraction(evaluate(number(at), {}))
    worked = finite_difference_worked(parse(text), "x", at, step, scheme)
    assert_steps_hold(worked, {"x": centre, "Δx": Fraction(1, 10**6)})


def test_the_error_is_explained_by_the_taylor_polynomial() -> None:
    worked = finite_difference_worked(parse("x^2"), "x", 1, 0.1, FORWARD)
    (explained,) = worked.steps[0].steps
    assert to_text(explained.end) == "2 + Δx"
    assert worked.conclusion.startswith("The true slope is $2$, so this is off by about $0.1$.")
    assert (
        r"it is $O(\Delta x)$. A step ten times shorter makes it about ten times smaller" in worked.conclusion
    )
    central = finite_difference_worked(parse("e^x"), "x", 0, 0.1, CENTRAL)
    assert to_text(central.steps[0].steps[0].end) == "1 + Δx^2/6"
    assert r"$O(\Delta x^{2})$. A step ten times shorter makes it about a hundred times" in central.conclusion


def test_an_exact_estimate_is_said_to_be_exact() -> None:
    assert "the estimate is exact" in finite_difference_worked(parse("x^2"), "x", 1, 0.1, CENTRAL).conclusion


def test_what_cannot_be_worked_by_hand_is_refused() -> None:
    with pytest.raises(MathsError, match=r"Choose a step above 0"):
        finite_difference_worked(parse("x^2"), "x", 1, 0)
    with pytest.raises(MathsError, match=r"Choose a longer step"):
        finite_difference_worked(parse("sin(x)"), "x", 1, 1e-12)
    with pytest.raises(MathsError, match=r"while a can be anything"):
        finite_difference_worked(parse("a x", ("x", "a")), "x", 1, 0.1)
    with pytest.raises(MathsError, match=r"has no value"):
        finite_difference_worked(parse("1/x"), "x", 0, 0.1)
    with pytest.raises(MathsError, match=r"Choose a shorter step"):
        finite_difference_worked(parse("ln(x)"), "x", 0.05, 0.1, CENTRAL)
    with pytest.raises(MathsError, match=r"Measure further away"):
        measured_order(parse("ln(x)"), "x", 1e-5, CENTRAL)
