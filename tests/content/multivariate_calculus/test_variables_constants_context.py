"""What the lesson on the tin says of its slopes, its graphs and the letters that hold still."""

import re

import numpy as np
import pytest
import sympy

from tests.content.multivariate_calculus.lessons import (
    are_equal,
    draw,
    in_sympy,
    is_done,
    key,
    lesson_text,
    numbers,
    told,
)

NAME = "variables-constants-context"
LETTERS = ("r", "h", "t", "rho")


def mass(r: float, h: float, t: float = 0.02, rho: float = 7.8) -> float:
    """Two discs and a wall of steel sheet, in grams: written down apart from the lesson."""
    return float((2 * np.pi * r * r + 2 * np.pi * r * h) * t * rho)


@pytest.mark.parametrize(("r", "h"), [(1, 2), (3, 10), (5, 14), (2.2, 6.5)])
def test_the_tin_weighs_what_two_lids_and_a_wall_weigh_and_its_slopes_are_differences(
    r: float, h: float
) -> None:
    now = numbers(NAME, "tin", r=r, h=h)
    assert now["mass"] == pytest.approx(mass(r, h))
    assert now["wider"] == pytest.approx((mass(r + 1e-5, h) - mass(r - 1e-5, h)) / 2e-5, rel=1e-6)
    assert now["taller"] == pytest.approx((mass(r, h + 1e-5) - mass(r, h - 1e-5)) / 2e-5, rel=1e-6)


def test_a_taller_tin_leaves_the_lids_as_they_are_and_a_wider_one_steepens_the_other_graph() -> None:
    start, tall, wide = (told(NAME, "tin", step) for step in (3, 4, 8))
    assert tall["lids"] == start["lids"]
    assert tall["taller"] == start["taller"]
    assert wide["taller"] > start["taller"]


def test_the_first_task_depends_on_the_radius_alone() -> None:
    done = {
        (r, h) for r in np.arange(1, 5.01, 0.5) for h in (2.0, 8.0, 14.0) if is_done(NAME, "tin", r=r, h=h)
    }
    assert {r for r, _ in done} == {1.0, 1.5}
    assert len(done) == 6


def curvature(which: int) -> float:
    """How much the graph of one letter bends: the change of its slope over its slider."""
    low, high = {0: (1, 5), 1: (2, 14), 2: (0.01, 0.03), 3: (2.7, 8)}[which]
    slopes = [numbers(NAME, "questions", which=which, **{LETTERS[which]: at})["slope"] for at in (low, high)]
    return slopes[1] - slopes[0]


def test_one_of_the_four_graphs_bends_and_its_task_needs_a_second_slider() -> None:
    assert curvature(0) > 1
    assert [curvature(which) for which in (1, 2, 3)] == pytest.approx([0, 0, 0], abs=1e-6)
    assert not is_done(NAME, "questions", which=0, r=5)
    assert is_done(NAME, "questions", which=0, r=5, h=14)


def test_the_thickness_has_the_largest_slope_of_the_four() -> None:
    slopes = [numbers(NAME, "questions", which=which)["slope"] for which in range(4)]
    assert max(slopes) == slopes[2]
    printed = re.search(r"largest slope, \[(\d+)\]", lesson_text(NAME))
    assert printed
    assert slopes[2] == pytest.approx(float(printed[1]), abs=0.5)


@pytest.mark.parametrize("seed", range(2))
def test_the_questions_ask_for_the_partial_derivative_that_sympy_finds(seed: int) -> None:
    box = draw(NAME, "one-letter-moves", seed)
    assert are_equal(key(box, "slope"), sympy.diff(in_sympy(box.values["f"]), str(box.values["moves"])))
    block = draw(NAME, "one-centimetre-more", seed)
    slope = sympy.diff(in_sympy(block.values["f"]), str(block.values["moves"]))
    assert key(block, "slope") == slope.subs({"s": block.values["s"], "h": block.values["h"]})
