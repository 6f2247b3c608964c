"""Numbers: decimals, fractions, and anything else that has a value."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.questions import Misconception, NotGradable, Part, Score, answer_type, number_part

NUMBER = answer_type("number")


def score(part: Part, text: str) -> Score | NotGradable:
    value = NUMBER.parse(text, part.key)
    return value if isinstance(value, NotGradable) else NUMBER.score(value, part.key)


@pytest.mark.parametrize("text", ["1.5", "3/2", "6/4", "1 + 1/2", "sqrt(9)/2"])
def test_any_way_to_write_the_number_is_right(text: str) -> None:
    assert score(number_part("n", Fraction(3, 2)), text) == Score(1.0)


@pytest.mark.parametrize(
    ("text", "fraction"), [("0.33", 1), ("0.333", 1), ("1/3", 1), ("0.34", 0), ("0.3", 0)]
)
def test_with_two_decimals_half_a_unit_of_the_second_is_allowed(text: str, fraction: float) -> None:
    assert score(number_part("n", Fraction(1, 3), decimals=2), text) == Score(fraction)


def test_without_decimals_a_rounded_number_is_not_the_number() -> None:
    assert score(number_part("n", Fraction(1, 3)), "0.33") == Score(0.0)


def test_zero_is_right_only_as_zero() -> None:
    part = number_part("n", 0)
    assert score(part, "0") == Score(1.0)
    assert score(part, "0.001") == Score(0.0)


@pytest.mark.parametrize("text", ["1/0", "sqrt(-1)", "ln(0)"])
def test_something_without_a_value_is_not_wrong(text: str) -> None:
    assert isinstance(score(number_part("n", 1), text), NotGradable)


def test_a_letter_is_not_a_number() -> None:
    assert isinstance(score(number_part("n", 1), "2x"), NotGradable)


@pytest.mark.parametrize(
    ("text", "echo"),
    [("1.5", "1.5"), ("-4", "-4"), ("3/2", r"\frac{3}{2} = 1.5"), ("1/3", r"\frac{1}{3} \approx 0.333333")],
)
def test_the_echo_shows_the_value_of_what_was_typed(text: str, echo: str) -> None:
    part = number_part("n", 1)
    assert NUMBER.show(NUMBER.parse(text, part.key), part.key) == echo


def test_a_misconception_without_a_value_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        number_part("n", 1, misconceptions=[Misconception("c", "s", "1/0")])


@given(st.floats(-1e9, 1e9).filter(lambda value: value == 0 or abs(value) > 1e-12))
@settings(deadline=None, max_examples=60)
def test_every_ordinary_float_is_its_own_right_answer(value: float) -> None:
    part = number_part("n", value)
    assert score(part, str(part.key["answer"])) == Score(1.0)
    assert number_part("n", np.float64(value)).key == part.key
