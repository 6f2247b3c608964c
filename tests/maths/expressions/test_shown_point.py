import numpy as np

from upslope.maths.expressions.shown_point import shown_journey, shown_number, shown_point


def test_a_number_has_six_digits_or_as_many_as_asked_for() -> None:
    assert shown_number(1 / 3) == "0.333333"
    assert shown_number(-2) == "-2"
    assert shown_number(2 / 3, 2) == "0.67"
    assert shown_number(1.5e-12) == r"1.5 \cdot 10^{-12}"


def test_a_point_says_whether_its_digits_are_all_there_are() -> None:
    assert shown_point(("x",), [2.0]) == "x = 2"
    assert shown_point(("x",), np.array([1 / 3])) == r"x \approx 0.333333"
    assert shown_point(("x", "mu"), [1.0, -0.5]) == r"(x, \mu) = (1, -0.5)"
    assert shown_point(("x",), [1.00002], 4) == r"x \approx 1"


def test_a_journey_shows_its_first_five_points() -> None:
    assert shown_journey([[1.0], [0.0], [1.0]]) == r"1 \to 0 \to 1"
    assert shown_journey([[k, 0] for k in range(9)]) == (
        r"(0, 0) \to (1, 0) \to (2, 0) \to (3, 0) \to (4, 0) \to \dots"
    )
