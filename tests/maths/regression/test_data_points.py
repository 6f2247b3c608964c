from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from upslope.maths import MathsError
from upslope.maths.regression.data_points import MOST_POINTS, data_points


def test_lists_become_arrays_of_doubles() -> None:
    x: Any = [1, 2, Fraction(1, 2)]
    y: Any = (0.5, True, np.float32(3))
    points = data_points(x, y)
    assert points.x.tolist() == [1, 2, 0.5]
    assert points.y.tolist() == [0.5, 1, 3]
    assert points.x.dtype == points.y.dtype == np.float64
    assert len(points) == 3


def test_without_uncertainties_every_point_weighs_the_same() -> None:
    assert data_points([1, 2], [3, 4]).sigma is None
    assert data_points([1, 2], [3, 4]).weights.tolist() == [1, 1]


@pytest.mark.parametrize("sigma", [0.5, np.float64(0.5), [0.5, 0.5]])
def test_one_uncertainty_stands_for_all_points(sigma: Any) -> None:
    assert data_points([1, 2], [3, 4], sigma).weights.tolist() == [0.5, 0.5]


def test_arrays_given_are_not_shared_with_the_caller() -> None:
    x = np.array([1.0, 2.0])
    points = data_points(x, x)
    x[0] = 99
    assert points.x[0] == 1


@pytest.mark.parametrize(
    ("x", "y", "sentence"),
    [
        ([1, 2, 3], [1, 2], "There are 3 values of x and 2 of y. Every point needs one of each"),
        ([1, "2"], [1, 2], "x is not a list of numbers. Give the x values in a row, such as"),
        (["1", "2"], [1, 2], "x is not a list of numbers."),
        ("12", [1, 2], "x is not a list of numbers."),
        (5, [1], "x is not a list of numbers."),
        ([[1, 2], [3, 4]], [1, 2], "x is not a list of numbers."),
        ([[1, 2], [3]], [1, 2], "x is not a list of numbers."),
        ([1, None], [1, 2], "x is not a list of numbers."),
        ([1j, 2], [1, 2], "x is not a list of numbers."),
        ([1, 10**400], [1, 2], "x is not a list of numbers."),
        (np.array(["2020-01-01"], dtype="datetime64[D]"), [1], "x is not a list of numbers."),
        ([1, 2], [1, float("nan")], "Value 2 of y is nan. Leave that point out"),
        ([1, 2], [float("-inf"), 0], "Value 1 of y is -inf. Leave that point out"),
        ([1, 2], [1e61, 0], "Value 1 of y is 1e+61. Leave that point out, or give a number between"),
        ([], [], "At least 1 point is needed, and there are 0. Give more points."),
    ],
)
def test_what_is_no_list_of_points_is_refused(x: Any, y: Any, sentence: str) -> None:
    with pytest.raises(MathsError) as caught:
        data_points(x, y)
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize(
    ("sigma", "sentence"),
    [
        (0, "An uncertainty of 0 cannot be: it is how far a measured y may be off. Give a positive sigma"),
        ([1, -2], "An uncertainty of -2 cannot be"),
        ([1, 2, 3], "There are 2 points and 3 uncertainties. Give one sigma for each point"),
        ("a", "sigma is not a list of numbers."),
        (float("nan"), "Value 1 of sigma is nan."),
        ([[1, 1]], "sigma is not a list of numbers."),
    ],
)
def test_what_is_no_uncertainty_is_refused(sigma: Any, sentence: str) -> None:
    with pytest.raises(MathsError) as caught:
        data_points([1, 2], [3, 4], sigma)
    assert str(caught.value).startswith(sentence)


def test_too_many_points_are_refused() -> None:
    many = np.zeros(MOST_POINTS + 1)
    with pytest.raises(MathsError, match="100001 points are more than I can work with"):
        data_points(many, many)
