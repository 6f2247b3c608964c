"""Numbers are named right, and only where the name agrees to 44 digits."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import number, parse
from upslope.maths.expressions.high_precision import exact_value
from upslope.maths.solving.closed_form import recognise, written
from upslope.maths.solving.root_refinement import as_fraction

KNOWN = [
    ("0", "0"),
    ("7", "7"),
    ("-3/4", "-3/4"),
    ("sqrt(1/2)", "sqrt(2)/2"),
    ("-2/sqrt(3)", "-2*sqrt(3)/3"),
    ("sqrt(12)", "2*sqrt(3)"),
    ("(1+sqrt 5)/2", "(1 + sqrt(5))/2"),
    ("(1-sqrt 5)/2", "(1 - sqrt(5))/2"),
    ("3 - 2sqrt(2)", "3 - 2*sqrt(2)"),
    ("-1/6 + 2sqrt(3)/3", "(4*sqrt(3) - 1)/6"),
    ("cos(pi/5)", "(1 + sqrt(5))/4"),
    ("pi/4", "pi/4"),
    ("-3pi/7", "-3*pi/7"),
    ("pi^2/6", "pi^2/6"),
    ("sqrt(pi)/2", "sqrt(pi)/2"),
    ("1 + pi", "pi + 1"),
    ("e^(-1/2)", "1/sqrt(e)"),
    ("-1/e", "-1/e"),
    ("sqrt(2)/(2 sqrt(e))", "sqrt(2)/(2*sqrt(e))"),
    ("ln(3)", "ln(3)"),
    ("-ln(4)/3", "-2*ln(2)/3"),
    ("ln(2)/2 + 3/4", "ln(2)/2 + 3/4"),
    ("2^(1/3)", "2^(1/3)"),
    ("4^(-1/3)", "2^(1/3)/2"),
    ("-4000000^(1/3)", "-100*4^(1/3)"),
    ("sqrt(2 + sqrt(2))", "sqrt(2 + sqrt(2))"),
]
UNKNOWN = ["sin(1)", "cos(pi/7)", "atan(1/2)", "0.7312317", "1/1009", "sqrt(2) + pi", "e^e"]


def value(text: str) -> Fraction:
    return as_fraction(exact_value(parse(text), {}, 50))


@pytest.mark.parametrize(("text", "form"), KNOWN)
def test_numbers_with_a_small_form(text: str, form: str) -> None:
    assert str(recognise(value(text))) == form


@pytest.mark.parametrize("text", UNKNOWN)
def test_numbers_without_one_stay_decimals(text: str) -> None:
    assert recognise(value(text)) is None
    shown = written(value(text))
    assert not shown.is_exact
    assert shown.value == pytest.approx(float(value(text)), rel=1e-15)


@pytest.mark.parametrize("text", ["1/3", "sqrt(2)/2", "pi/4", "1/e", "ln(2)", "(1+sqrt 5)/2"])
def test_a_number_that_is_only_close_is_not_named(text: str) -> None:
    assert recognise(value(text) + Fraction(1, 10**40)) is None


@given(
    st.integers(-40, 40),
    st.integers(-20, 20).filter(bool),
    st.sampled_from([2, 3, 5, 6, 7, 11]),
    st.integers(1, 12),
)
@settings(deadline=None, max_examples=30)
def test_every_small_quadratic_number_is_named_with_its_own_value(a: int, b: int, c: int, d: int) -> None:
    tree = (number(a) + number(b) * parse(f"sqrt({c})")) / number(d)
    exact = as_fraction(exact_value(tree, {}, 50))
    form = recognise(exact)
    assert form is not None
    assert abs(as_fraction(exact_value(form, {}, 50)) - exact) < Fraction(1, 10**44)


@given(st.fractions(-50, 50, max_denominator=1000))
@settings(deadline=None, max_examples=30)
def test_every_small_fraction_is_itself(fraction: Fraction) -> None:
    assert recognise(fraction) == number(fraction)
