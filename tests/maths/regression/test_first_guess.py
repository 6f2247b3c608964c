from typing import Any

import pytest

from upslope.maths import MathsError, parse
from upslope.maths.regression.first_guess import first_guess

MODEL = parse("a ln(b x)", ("a", "b", "x"))


def test_the_names_of_the_start_are_the_parameters() -> None:
    misfit, here = first_guess(MODEL, [1, 2], [3, 4], {"b": 2, "a": 0.5})
    assert misfit.parameters == ("b", "a")
    assert here.point.tolist() == [2, 0.5]


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        (
            {},
            "{} gives no parameter a value to start from. Name every parameter with a first guess, such as",
        ),
        ([1, 2], "[1, 2] gives no parameter a value to start from."),
        (
            {"a": 1, "b": "2"},
            "The start b = 2 is no number to start from. Plot the data and give a rough value",
        ),
        ({"a": 1, "b": float("nan")}, "The start b = nan is no number to start from."),
        ({"a": 1, "b": 10**400}, "The start b = 1000"),
        ({"a": 1}, "In a*ln(b*x) the letters b, x are not parameters"),
        (
            {"a": 1, "b": -1},
            "At the start (a = 1, b = -1) the model has no value or no slope at x = 1.",
        ),
        ({"a": 1e200, "b": 1}, "At the start (a = 1e+200, b = 1) the model is too large to work with."),
    ],
)
def test_a_start_that_is_none_is_refused(start: Any, sentence: str) -> None:
    with pytest.raises(MathsError) as caught:
        first_guess(MODEL, [1, 2], [3, 4], start)
    assert str(caught.value).startswith(sentence)


def test_fewer_points_than_parameters_are_refused() -> None:
    with pytest.raises(MathsError, match=r"2 parameters cannot be told from 1 point\. Give at least as many"):
        first_guess(MODEL, [1], [2], {"a": 1, "b": 1})
