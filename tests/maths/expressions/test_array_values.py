from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.maths.strategies import functions
from upslope.maths import Expression, MathsError, parse, to_numpy
from upslope.maths.expressions.array_values import array_values, overflows, rounding_errors
from upslope.maths.expressions.high_precision import exact_value


@given(functions(), st.lists(st.floats(-5, 5), min_size=1, max_size=4))
def test_real_values_are_those_of_to_numpy_within_rounding(f: Expression, xs: list[float]) -> None:
    points = np.array([xs])
    ours, numpys = array_values(f, ("x",))(points), to_numpy(f)(points[0])
    _, error = rounding_errors(f, ("x",), points)
    usable = np.isfinite(ours) & np.isfinite(numpys) & np.isfinite(error)
    assert (np.abs(ours[usable] - numpys[usable]) <= 8 * error[usable] + 1e-300).all()


@given(functions(), st.fractions(-5, 5, max_denominator=64))
def test_the_bound_covers_what_rounding_did(f: Expression, x: Fraction) -> None:
    points = np.array([[float(x)]])
    value, (_, error) = array_values(f, ("x",))(points)[0], rounding_errors(f, ("x",), points)
    try:
        exact = exact_value(f, {"x": float(x)}, 120)
    except ArithmeticError:
        return
    if np.isfinite(value) and abs(value) > 1e-290 and np.isfinite(error[0]):
        assert abs(value - exact) <= 4 * error[0]


def test_the_bound_is_not_much_larger_than_a_few_roundings() -> None:
    _, error = rounding_errors(parse("x^2 - 2"), ("x",), np.array([[1.5]]))
    assert error[0] < 20 * np.finfo(float).eps


def test_a_value_overflows_where_those_beside_it_do_and_a_pole_does_not() -> None:
    points = np.array([[0.0, 1.0, 1000.0]])
    assert overflows(array_values(parse("exp(x) + 1/x"), ("x",)), points).tolist() == [False, False, True]


def test_complex_points_have_complex_values() -> None:
    values = array_values(parse("x^3 - 1"), ("x",))(np.array([[np.exp(2j * np.pi / 3), 2j]]))
    assert values == pytest.approx([0, -1 - 8j], abs=1e-15)


@pytest.mark.parametrize("power", range(-3, 40))
def test_whole_powers_are_those_of_numpy(power: int) -> None:
    x = np.linspace(-2, 2, 41)[np.newaxis]
    tree = parse("x") ** power
    with np.errstate(divide="ignore"):
        assert array_values(tree, ("x",))(x) == pytest.approx(x[0] ** power, rel=1e-14)


def test_two_variables_come_in_rows() -> None:
    points = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    assert array_values(parse("x - y", ("x", "y")), ("x", "y"))(points).tolist() == [-3, -3, -3]


def test_an_open_letter_is_refused() -> None:
    with pytest.raises(MathsError, match="has no value while a is open"):
        array_values(parse("a x", ("a", "x")), ("x",))
