from fractions import Fraction

import numpy as np
import pytest

from upslope.maths import MathsError
from upslope.maths.regression.normal_equations import normal_equations


def test_the_sums_are_exact() -> None:
    found = normal_equations([1, Fraction(1, 3), 2.5], [0.1, 0.2, 3])
    assert found.of_x == Fraction(23, 6)
    assert found.of_y == Fraction(33, 10)
    assert found.of_xx == 1 + Fraction(1, 9) + Fraction(25, 4)
    assert found.of_xy == Fraction(1, 10) + Fraction(1, 15) + Fraction(15, 2)


def test_slope_and_intercept_solve_both_equations() -> None:
    found = normal_equations([0, 1, 2, 5], [3, 1, 4, 1])
    m, c = found.slope, found.intercept
    assert found.of_xx * m + found.of_x * c == found.of_xy
    assert found.of_x * m + found.count * c == found.of_y
    assert found.chi_squared == sum((y - m * x - c) ** 2 for x, y in zip(found.x, found.y, strict=True))


def test_arrays_of_whole_numbers_are_no_decimals() -> None:
    assert not normal_equations(list(np.array([1.0, 2.0])), list(np.array([3, 4]))).decimals
    assert normal_equations([1, 2], [0.5, 1]).decimals
    assert not normal_equations([1, 2], [Fraction(1, 2), 1]).decimals


def test_long_numbers_are_refused() -> None:
    with pytest.raises(
        MathsError, match=r"0\.30000000000000004 has too many digits to work with by hand\. Round it"
    ):
        normal_equations([1, 2], [0.1 + 0.2, 1])


def test_more_points_than_fit_on_a_page_are_refused() -> None:
    with pytest.raises(
        MathsError, match=r"13 points are too many to write out\. Take at most 12, or let fit_line"
    ):
        normal_equations(range(13), range(13))


def test_points_one_above_the_other_are_refused() -> None:
    with pytest.raises(MathsError, match="All x are the same, 2: the points stand one above the other"):
        normal_equations([2, 2.0], [1, 5])
