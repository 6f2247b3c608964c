"""What is told on the phone about a land in the fog, checked by finite differences and NumPy."""

import re
from itertools import combinations_with_replacement
from math import log2

import numpy as np
import pytest

from tests.content.taylor_series.lessons import draw, figure, is_done, lesson_text, numbers, told, variants
from upslope.maths import to_numpy

LESSON = "multivariate-taylor"
H = 1e-4


def land(x: float, y: float) -> float:
    """Return the height of the land, as its figure should have it."""
    return float(np.cos(x - y / 2) + np.sin(y))


def bends(x: float, y: float) -> np.ndarray:
    """Return the Hessian of the land by differences."""
    east = (land(x + H, y) - 2 * land(x, y) + land(x - H, y)) / H**2
    north = (land(x, y + H) - 2 * land(x, y) + land(x, y - H)) / H**2
    corners = land(x + H, y + H) - land(x + H, y - H) - land(x - H, y + H) + land(x - H, y - H)
    return np.array([[east, corners / (4 * H**2)], [corners / (4 * H**2), north]])


def test_height_slopes_and_bends_of_the_figure_are_those_of_the_land() -> None:
    for step in (1, 4, 5, 9):
        now = told(LESSON, "call", step)
        x, y = now["p"], now["q"]
        slopes = [(land(x + H, y) - land(x - H, y)) / (2 * H), (land(x, y + H) - land(x, y - H)) / (2 * H)]
        assert [now["height"], now["east"], now["north"]] == pytest.approx([land(x, y), *slopes], abs=1e-6)
        assert [[now["a"], now["b"]], [now["b"], now["c"]]] == pytest.approx(bends(x, y), abs=1e-5)


def test_the_walk_leads_to_a_summit_and_to_a_pass_and_both_are_level() -> None:
    summit, pass_ = told(LESSON, "call", 4), told(LESSON, "call", 5)
    for now in (summit, pass_):
        assert [now["east"], now["north"]] == pytest.approx([0, 0], abs=1e-4)
    assert (np.linalg.eigvalsh(bends(summit["p"], summit["q"])) < 0).all()
    low, high = np.linalg.eigvalsh(bends(pass_["p"], pass_["q"]))
    assert low < 0 < high


def test_no_contour_line_of_the_sheet_lies_at_the_height_of_a_level_place() -> None:
    levels = next(one for one in figure(LESSON, "call")["mark"] if one["is"] == "contours")["levels"]
    for step in (1, 4, 5):
        assert min(abs(told(LESSON, "call", step)["height"] - level) for level in levels) > 0.01


def test_half_as_far_the_plane_is_off_by_a_quarter_and_the_paraboloid_by_an_eighth() -> None:
    for angle in np.linspace(0.2, 3.2, 7):
        now = numbers(LESSON, "reach", u=0.1 * float(np.cos(angle)), v=0.1 * float(np.sin(angle)))
        assert log2(now["plane"] / now["halfplane"]) == pytest.approx(2, abs=0.4)
        assert log2(now["bowl"] / now["halfbowl"]) == pytest.approx(3, abs=0.4)


def test_there_is_a_place_where_only_the_plane_is_far_off() -> None:
    assert is_done(LESSON, "reach", u=0.7, v=-0.22)
    assert not is_done(LESSON, "reach")
    assert not is_done(LESSON, "reach", u=1.4, v=1.4)


def test_the_half_gives_the_quadratic_form_back_and_the_twist_needs_both_corners() -> None:
    three, four, one = (3, 4, 1)
    assert f"${three}x^2 + {four}xy + y^2$" in lesson_text(LESSON).replace("f = ", "")
    matrix = np.array([[6, 4], [4, 2]])
    for step in np.random.default_rng(2).uniform(-2, 2, (5, 2)):
        x, y = step
        assert step @ matrix @ step / 2 == pytest.approx(three * x * x + four * x * y + one * y * y)
    corner = np.array([[0, 1], [1, 0]])
    assert np.ones(2) @ corner @ np.ones(2) / 2 == 1


def test_the_numbers_on_the_phone_lead_to_the_two_heights() -> None:
    for variant in variants(LESSON, "six-numbers-on-the-phone"):
        found = [int(n) for n in re.findall(r"-?\d+", variant.prompt)]
        height, east, north, a, b, b_again, c, dx, dy = found
        step, hessian = np.array([dx, dy]), np.array([[a, b], [b_again, c]])
        plane = height + np.array([east, north]) @ step
        told_heights = [float(part.key["asked"]) for part in variant.parts]
        assert told_heights == pytest.approx([plane, plane + step @ hessian @ step / 2])


def test_slopes_and_bends_read_backwards_are_those_of_the_polynomial() -> None:
    for seed in range(3):
        drawn = draw(LESSON, "read-it-backwards", seed)
        f = to_numpy(drawn.values["f"], ("x", "y"))
        at = {(i, j): float(f(float(i), float(j))) for i in (-1, 0, 1) for j in (-1, 0, 1)}
        slopes = [(at[1, 0] - at[-1, 0]) / 2, (at[0, 1] - at[0, -1]) / 2]
        twist = (at[1, 1] - at[1, -1] - at[-1, 1] + at[-1, -1]) / 4
        square = [at[1, 0] + at[-1, 0] - 2 * at[0, 0], twist, twist, at[0, 1] + at[0, -1] - 2 * at[0, 0]]
        keys = [[float(n) for n in re.findall(r"-?\d+", part.key["answer"])] for part in drawn.parts]
        assert keys == [pytest.approx(slopes), pytest.approx(square)]


def test_as_many_numbers_are_needed_as_there_are_monomials_up_to_the_second_power() -> None:
    for seed in range(6):
        drawn = draw(LESSON, "shapes-and-how-many", seed)
        n = int(str(drawn.values["n"]))
        monomials = sum(len(list(combinations_with_replacement(range(n), power))) for power in range(3))
        assert int(drawn.parts[1].key["asked"]) == monomials
