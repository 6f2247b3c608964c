"""The map of the whole course has a door to every lesson, and what is said of Ada's dials holds."""

import re

import numpy as np
import pytest

from tests.content.regression.lessons import course, figure, is_done, lesson_text, numbers, variants

NAME = "wrap-up"
DAYS = figure(NAME, "dials")["rows"]["days"]
X, Y = np.array(DAYS["x"], float), np.array(DAYS["y"])
SHARE = (X - 10) / 24
DESIGN = np.column_stack([1 - SHARE, SHARE])
BEND = 2 * DESIGN.T @ DESIGN
CORNER = {"p": 8.0, "q": 2.0}


def test_every_lesson_of_the_course_has_a_door() -> None:
    doors = set(re.findall(r"item:([a-z-]+/[a-z-]+)", lesson_text(NAME)))
    lessons = {item.full_id for item in course().items if item.kind == "lesson"}
    assert lessons - doors == {f"regression/{NAME}"}
    assert doors <= {item.full_id for item in course().items}


def test_ada_is_who_she_was_on_the_first_page() -> None:
    first = (course().path / "what-is-calculus/welcome/lesson.md").read_text(encoding="utf-8")
    for column in ("x", "y"):
        assert str(DAYS[column]) in first


@pytest.mark.parametrize("alpha", [0.05, 0.2, 0.3])
def test_the_walk_is_the_one_of_steepest_descent(alpha: float) -> None:
    place = np.array([8.0, 2.0])
    for _ in range(5):
        place = place - alpha * 2 * DESIGN.T @ (DESIGN @ place - Y)
    found = numbers(NAME, "dials", **CORNER, alpha=alpha, n=5)
    assert found["error"] == pytest.approx(float(((Y - DESIGN @ place) ** 2).sum()))


def test_one_step_of_newton_is_enough_from_anywhere() -> None:
    least = float(np.linalg.lstsq(DESIGN, Y, rcond=None)[1][0])
    for p, q in ((8, 2), (-1, 11), (3, 3)):
        found = numbers(NAME, "dials", p=p, q=q)
        landing = np.array([found["nu"], found["nv"]])
        assert float(((Y - DESIGN @ landing) ** 2).sum()) == pytest.approx(least)


def test_beyond_a_third_the_walk_flies_apart_since_the_ground_bends_by_six() -> None:
    assert max(np.linalg.eigvalsh(BEND)) == pytest.approx(6)
    near, far = (
        [numbers(NAME, "dials", **CORNER, alpha=alpha, n=n)["error"] for n in (10, 20)]
        for alpha in (0.32, 0.345)
    )
    assert near[1] < near[0]
    assert far[1] > far[0]


def test_the_task_is_done_with_about_a_quarter_and_neither_by_creeping_nor_from_the_bottom() -> None:
    assert is_done(NAME, "dials", **CORNER, alpha=0.25, n=8)
    for alpha in (0.02, 0.1, 0.33, 0.36):
        assert not is_done(NAME, "dials", **CORNER, alpha=alpha, n=8)
    assert not is_done(NAME, "dials", p=1.2, q=8.4, alpha=0.25, n=8)


def test_the_polynomial_through_all_days_says_what_the_trap_says_and_the_line_is_adas() -> None:
    through = np.polynomial.Polynomial.fit(X, Y, 5)
    m, c = np.polyfit(X, Y, 1)
    crazy, sane = (
        float(found.replace("−", "-"))
        for found in re.findall(r"\[([−\d]+)\]\{calc=\"100\*", lesson_text(NAME))
    )
    assert through(36) * 100 == pytest.approx(crazy, abs=0.5)
    assert (m * 36 + c) * 100 == pytest.approx(sane, abs=0.5)


def test_the_boldest_step_lands_as_far_away_on_the_other_side() -> None:
    for variant in variants(NAME, "the-boldest-step", 6):
        a, b = map(int, re.findall(r"(\d+)\s*\{?\(?\{?\(q - (\d+)\)", variant.prompt)[0])
        edge, bottom = (as_number(part.key["answer"]) for part in variant.parts)
        start = int(re.findall(r"\$q = (\d+|-\d+)\$", variant.prompt)[0])
        landed = start - edge * 2 * a * (start - b)
        assert landed - b == pytest.approx(b - start)
        assert bottom == b


def as_number(text: str) -> float:
    top, _, below = str(text).partition("/")
    return float(top) / float(below or 1)
