from math import inf

import numpy as np
import pytest

from upslope.maths import parse
from upslope.maths.equality.sampling import COUNT, Points, largest_landmark, sample, values

LETTERS = ("x", "y")


def points_for(text: str, **box: tuple[float, float]) -> Points:
    key = parse(text, LETTERS)
    return sample(key, tuple(sorted(key.variables)), box, largest_landmark(key))


@pytest.mark.parametrize("text", ["x^2", "ln x", "1/x", "sqrt(x-100)", "ln(-x)", "x ln y"])
def test_a_key_has_a_value_at_every_point(text: str) -> None:
    points = points_for(text)
    assert np.isfinite(values(parse(text, LETTERS), points)).all()
    assert all(array.size >= COUNT // 4 for array in points.values())


def test_points_lie_on_both_sides_of_0_and_some_are_whole() -> None:
    (x,) = points_for("x").values()
    assert (x < 0).sum() > 10
    assert (x > 0).sum() > 10
    assert set(x[x % 1 == 0]) >= {-1, 0, 1, 2}


def test_some_points_are_no_short_decimals() -> None:
    (x,) = points_for("x").values()
    assert (np.abs(x - np.round(x, 3)) > 1e-6).sum() >= 8


@pytest.mark.parametrize("landmark", ["x - 30", "x + 300", "|x - 999|", "x + 30 + y", "y - x - 500"])
def test_points_lie_on_both_sides_of_the_largest_number_in_the_key(landmark: str) -> None:
    key = parse(landmark, LETTERS)
    far = largest_landmark(key)
    for array in points_for(landmark).values():
        assert (array > far).any()
        assert (array < -far).any()


def test_numbers_beyond_a_thousand_are_no_places_to_look_at() -> None:
    assert largest_landmark(parse("x^1000000 + 3x"), parse("x - 7")) == 7
    assert largest_landmark(parse("x")) == 0


@pytest.mark.parametrize(
    ("low", "high"),
    [(0, 1), (-3, -2.5), (0, inf), (-inf, 3), (-inf, inf), (0, 1e-12), (7, 7 + 1e-12), (1e-5, 1e300)],
)
def test_a_letter_stays_strictly_inside_its_interval(low: float, high: float) -> None:
    (x,) = points_for("x", x=(low, high)).values()
    assert x.size == COUNT
    assert (low < x).all()
    assert (x < high).all()
    assert np.unique(x).size > COUNT // 2


def test_whole_numbers_inside_an_interval_are_among_the_points() -> None:
    (x,) = points_for("x", x=(0, 5)).values()
    assert set(x[x % 1 == 0]) == {1, 2, 3, 4}
    (x,) = points_for("x", x=(10, inf)).values()
    assert 11 in x


def test_the_points_are_the_same_every_time_and_nobody_can_change_them() -> None:
    first = points_for("x y")
    first["x"][:] = 0
    second = points_for("x y")
    assert second["x"].any()
    assert points_for("x y")["x"].tolist() == second["x"].tolist()
