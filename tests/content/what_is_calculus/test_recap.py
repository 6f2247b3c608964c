"""What the one-page summary says of the car, and its ten flash questions."""

import re
import tomllib

import numpy as np
import pytest
import sympy

from tests.content.what_is_calculus.drawn_questions import are_equal, draw, in_sympy, key
from tests.content.what_is_calculus.lessons import figure, is_done, lesson_text, numbers, told
from upslope.maths import parse

NAME = "recap"
X = sympy.Symbol("x")
SPEED = X**2 - X**3 / 9
FLASH = tomllib.loads(lesson_text(NAME).split("---")[1])["flash"]


@pytest.mark.parametrize(
    ("lift", "tall", "fast"), [(0, 1, 1), (4, 1, 1), (0, 1.5, 1), (0, 1, 2.5), (2, 0.7, 3)]
)
def test_the_top_and_the_steepest_slope_are_those_of_the_moved_curve(
    lift: float, tall: float, fast: float
) -> None:
    f = sympy.lambdify(X, tall * SPEED.subs(X, fast * X) + lift)
    places = np.linspace(0, 9 / fast, 9001)
    now = numbers(NAME, "tour", lift=lift, tall=tall, fast=fast)
    assert now["top"] == pytest.approx(f(places).max(), rel=1e-5)
    assert now["steep"] == pytest.approx(np.gradient(f(places), places).max(), rel=1e-3)


def test_only_a_film_at_double_speed_does_the_task() -> None:
    done = [
        (tall, fast)
        for tall in np.arange(0.5, 1.51, 0.1)
        for fast in np.arange(1, 3.01, 0.1)
        if is_done(NAME, "tour", tall=float(tall), fast=float(fast))
    ]
    assert done
    assert np.allclose(done, (1, 2), atol=0.03)


def test_the_two_turns_of_the_product_add_up_to_the_slope() -> None:
    turns = [mark["of"] for mark in figure(NAME, "tour")["mark"] if mark.get("part") in ("first", "second")]
    first, second = (in_sympy(parse(turn)) for turn in turns)
    assert sympy.expand(X**2 * (1 - X / 9) - SPEED) == 0
    assert sympy.expand(first - sympy.diff(X**2, X) * (1 - X / 9)) == 0
    assert sympy.expand(second - X**2 * sympy.diff(1 - X / 9, X)) == 0


def test_lifting_the_speed_leaves_every_slope_where_it_was() -> None:
    before, after = told(NAME, "tour", 2), told(NAME, "tour", 4)
    assert after["lift"] > before["lift"]
    assert after["slope"] == pytest.approx(before["slope"])
    assert after["steep"] == before["steep"]


@pytest.mark.parametrize("fast", [1, 2, 3])
def test_the_rings_never_leave_the_curve(fast: float) -> None:
    for t in (0, 4, 8.9):
        now = numbers(NAME, "tour", t=t, run=3, fast=fast)
        assert 0 <= now["x0"] < now["x1"] <= 9 / fast + 1e-9


def test_there_are_ten_flash_questions_and_no_checkpoint_is_one_of_them() -> None:
    assert len(set(FLASH)) == 10
    checkpoints = re.findall(r"```checkpoint\n(.+)\n```", lesson_text(NAME))
    assert not set(checkpoints) & set(FLASH)


@pytest.mark.parametrize("question", FLASH)
def test_a_flash_question_has_one_part(question: str) -> None:
    assert all(len(draw(NAME, question, seed).parts) == 1 for seed in range(3))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "question", ["flash-power", "flash-reciprocal", "flash-straight-line", "flash-wave", "flash-exponential"]
)
def test_a_derivative_in_a_flash_is_right(question: str, seed: int) -> None:
    drawn = draw(NAME, question, seed)
    assert are_equal(key(drawn), sympy.diff(in_sympy(drawn.values["f"]), X))


@pytest.mark.parametrize("seed", range(3))
def test_a_square_is_as_steep_as_its_key(seed: int) -> None:
    drawn = draw(NAME, "flash-slope-of-a-square", seed)
    assert sympy.diff(in_sympy(drawn.values["f"]), X).subs(X, drawn.values["at"]) == key(drawn)


@pytest.mark.parametrize("seed", range(3))
def test_two_factors_in_a_flash_are_two_straight_lines_multiplied(seed: int) -> None:
    drawn = draw(NAME, "flash-product", seed)
    u, v = (drawn.values[n] + drawn.values[f"d{n}"] * X for n in "ab")
    assert sympy.diff(u * v, X).subs(X, 0) == key(drawn)


@pytest.mark.parametrize("seed", range(2))
def test_each_function_is_matched_with_its_own_slope(seed: int) -> None:
    matching = draw(NAME, "each-to-its-slope", seed).parts[0].key
    functions, slopes = (
        {o["id"]: in_sympy(parse(o["text"].strip("$"))) for o in matching[side]} for side in ("left", "right")
    )
    for pair in matching["answer"].split(","):
        function, slope = pair.split(":")
        assert are_equal(slopes[slope], sympy.diff(functions[function], X))
