from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.maths import evaluate, parse, tidy, to_text
from upslope.maths.expressions.decimals import rounded


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (1 / 3, 6, "0.333333"),
        (-2.5, 6, "-2.5"),
        (0.0, 6, "0"),
        (1234567.0, 3, "1230000"),
        (1e13, 6, "10^13"),
        (-1e13, 6, "-10^13"),
        (2.5e-8, 6, "2.5*10^(-8)"),
        (-2.5e-8, 6, "-2.5*10^(-8)"),
    ],
)
def test_numbers_are_rounded_as_a_person_writes_them(value: float, digits: int, shown: str) -> None:
    assert to_text(rounded(value, digits)) == shown


@given(st.floats(-1e30, 1e30), st.integers(1, 15))
def test_what_is_shown_is_off_by_at_most_half_of_its_last_digit(value: float, digits: int) -> None:
    tree = rounded(value, digits)
    assert parse(to_text(tree)) == tree
    assert abs(evaluate(tree, {}) - value) <= 0.5000001 * 10.0 ** (1 - digits) * abs(value) + 1e-300


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="cannot be written as a decimal"):
        rounded(value)


@given(st.integers(1, 999), st.integers(0, 3), st.integers(1, 999))
def test_typed_decimals_stay_decimals_and_keep_their_value(digits: int, places: int, factor: int) -> None:
    typed = Fraction(digits, 10**places)
    tree = tidy(parse(f"{digits / 10**places:.{places}f} * {factor} x"))
    assert evaluate(tree, {"x": 1.0}) == pytest.approx(float(typed * factor))
    assert "/" not in to_text(tree)
