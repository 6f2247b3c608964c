"""What the one-page summary says of the moor, and its ten flash questions."""

import re
import tomllib
from typing import Any

import numpy as np
import pytest
import sympy

from tests.content.multivariate_calculus.lessons import (
    are_equal,
    draw,
    figure,
    in_sympy,
    is_done,
    key,
    lesson_text,
    numbers,
    told,
)
from upslope.maths import parse
from upslope.questions import Draw

NAME = "recap"
X, Y = sympy.symbols("x y")
MOOR = in_sympy(parse(figure(NAME, "moor")["functions"]["f(x, y)"], ("x", "y")))
FLASH = tomllib.loads(lesson_text(NAME).split("---")[1])["flash"]


def kind(land: sympy.Expr, at: dict[sympy.Symbol, float]) -> str:
    """Return the kind of a level place from the signs of the eigenvalues."""
    bends = np.linalg.eigvalsh(np.array(sympy.hessian(land, [X, Y]).subs(at)).astype(float))
    return "hollow" if bends.min() > 0 else "summit" if bends.max() < 0 else "pass"


def entries(square: object) -> list[float]:
    """Return the numbers of a 2 by 2 matrix of the maths core, row by row."""
    return [float(n) for n in re.findall(r"-?\d+", str(square))]


def chosen(drawn: Draw, place: int) -> str:
    """Return the last word of the right option of a choice."""
    answer, options = (drawn.parts[place].key[name] for name in ("answer", "options"))
    return str(next(one["text"] for one in options if one["id"] == answer)).split()[-1]


def test_the_moor_of_the_figure_is_the_one_of_the_words() -> None:
    assert sympy.expand(MOOR - (X**3 + Y**3 - 3 * X * Y)) == 0


def test_the_level_places_are_the_pass_and_the_hollow_of_the_walkthrough() -> None:
    valley = sympy.expand(Y - MOOR.diff(X) / MOOR.diff(X, Y))
    level = [{X: x, Y: valley.subs(X, x)} for x in sympy.real_roots(MOOR.diff(Y).subs(Y, valley), X)]
    kinds = {(int(one[X]), int(one[Y])): kind(MOOR, one) for one in level}
    assert kinds == {(0, 0): "pass", (1, 1): "hollow"}
    for step, place in ((7, (0, 0)), (8, (1, 1))):
        now = told(NAME, "moor", step)
        assert (now["p"], now["q"], now["steep"]) == (*place, 0)
        assert now["det"] == pytest.approx(
            float(sympy.hessian(MOOR, [X, Y]).det().subs({X: place[0], Y: place[1]}))
        )


def test_the_walk_against_the_row_ends_in_the_hollow() -> None:
    now = told(NAME, "moor", 5)
    here, slopes = np.array([now["p"], now["q"]]), sympy.lambdify([X, Y], [MOOR.diff(X), MOOR.diff(Y)])
    for _ in range(int(now["n"])):
        here = here - np.array(slopes(*here)) / 12
    assert here == pytest.approx(np.array([1, 1]), abs=0.01)
    assert [now["walk_a"], now["walk_b"]] == pytest.approx(list(here))


def test_the_task_asks_for_a_level_cut_on_sloping_ground() -> None:
    assert is_done(NAME, "moor", p=1.2, q=1.44)
    assert not is_done(NAME, "moor", p=1, q=1)
    assert not is_done(NAME, "moor", p=0, q=0)
    assert not is_done(NAME, "moor")
    assert numbers(NAME, "moor", p=1.2, q=1.44)["north"] > 1


def test_there_are_ten_flash_questions_and_no_checkpoint_is_one_of_them() -> None:
    assert len(set(FLASH)) == 10
    checkpoints = re.findall(r"```checkpoint\n(.+)\n```", lesson_text(NAME))
    assert not set(checkpoints) & set(FLASH)
    assert all(len(draw(NAME, question, 1).parts) == 1 for question in FLASH)


@pytest.mark.parametrize("seed", range(2))
def test_slopes_in_a_flash_are_those_of_sympy(seed: int) -> None:
    one = draw(NAME, "flash-hold-one-still", seed)
    assert are_equal(key(one, "slope"), in_sympy(one.values["f"]).diff(sympy.Symbol(one.values["moves"])))
    row = draw(NAME, "flash-row-of-slopes", seed)
    at = {X: row.values["p"], Y: row.values["q"]}
    right = sympy.Matrix([in_sympy(row.values["f"])]).jacobian([X, Y]).subs(at)
    assert key(row, "row") == right
    twist = draw(NAME, "flash-twist", seed)
    assert sympy.expand(key(twist, "twist") - in_sympy(twist.values["f"]).diff(Y, X)) == 0


@pytest.mark.parametrize("seed", range(2))
def test_numbers_in_a_flash_are_those_of_numpy(seed: int) -> None:
    path = draw(NAME, "flash-along-a-path", seed)
    v = path.values
    assert key(path, "slope") == np.dot([v["fx"], v["fy"]], [v["dx"], v["dy"]])
    steep = draw(NAME, "flash-steepness", seed)
    assert float(key(steep, "steepness")) == np.hypot(steep.values["p"], steep.values["q"])
    ground = draw(NAME, "flash-map", seed)
    assert float(key(ground, "steepness")) == ground.values["rise"] / ground.values["run"]
    area = draw(NAME, "flash-area", seed)
    square = np.reshape(entries(area.values["jacobian"]), (2, 2))
    assert float(key(area, "factor")) == pytest.approx(abs(np.linalg.det(square)))
    grid = draw(NAME, "flash-grid", seed)
    assert key(grid, "tries") == np.zeros((grid.values["k"],) * grid.values["n"]).size
    looks = draw(NAME, "flash-two-looks", seed)
    x1, y1, x2, y2 = (float(looks.values[name]) for name in ("x1", "y1", "x2", "y2"))
    assert float(key(looks, "slope")) == pytest.approx((y2 - y1) / (x2 - x1))


@pytest.mark.parametrize("seed", range(3))
def test_the_kinds_of_place_are_told_by_eigenvalues(seed: int) -> None:
    place = draw(NAME, "flash-place", seed)
    east, _, _, north = entries(place.values["hessian"])
    lands = draw(NAME, "level-and-then-what", seed)
    land = in_sympy(lands.values["f"])
    flat: dict[Any, float] = {X: 0, Y: 0}
    assert chosen(place, 0) == kind(east * X**2 / 2 + north * Y**2 / 2, flat)
    assert [land.diff(one).subs(flat) for one in (X, Y)] == [0, 0]
    assert chosen(lands, 1) == kind(land, flat)
    assert key(lands, "determinant") == sympy.hessian(land, [X, Y]).det().subs(flat)


@pytest.mark.parametrize("seed", range(2))
def test_the_shapes_are_those_of_numpy_arrays(seed: int) -> None:
    drawn = draw(NAME, "shapes-of-slopes", seed)
    n, m = drawn.values["n"], drawn.values["m"]
    step, slopes = np.zeros((n, 1)), {"Jacobian, if one": (1, n), "gradient": (n, 1), "Hessian": (n, n)}
    shapes = slopes | {f"Jacobian, if {m}": (len(np.zeros((m, n)) @ step), n)}
    left, right = ({one["id"]: one["text"] for one in drawn.parts[0].key[side]} for side in ("left", "right"))
    for pair in drawn.parts[0].key["answer"].split(","):
        thing, shape = (side[name] for side, name in zip((left, right), pair.split(":"), strict=True))
        expected = next(shapes[name] for name in shapes if name in thing)
        assert tuple(int(number) for number in re.findall(r"\d+", shape)) == expected
