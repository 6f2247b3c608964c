"""What the lesson on the arrow says of its hills, its steps and its level places."""

import re

import numpy as np
import pytest
import sympy
from scipy.optimize import minimize

from tests.content.multivariate_calculus.lessons import (
    draw,
    figure,
    in_sympy,
    is_done,
    key,
    numbers,
    told,
)
from upslope.maths import parse

NAME = "the-jacobian"
X, Y = sympy.symbols("x y")
LAND = in_sympy(parse(figure(NAME, "fog")["functions"]["f(x, y)"], ("x", "y")))
height = sympy.lambdify([X, Y], LAND)
slopes = sympy.lambdify([X, Y], [LAND.diff(X), LAND.diff(Y)])
bend = sympy.lambdify([X, Y], sympy.hessian(LAND, [X, Y]))


def row(place: np.ndarray) -> np.ndarray:
    return np.array(slopes(*place))


@pytest.mark.parametrize("place", [(-0.3, 1.3), (1.5, 0.7)])
def test_the_arrow_is_the_way_in_which_a_small_step_climbs_most(place: tuple[float, float]) -> None:
    now, angles = numbers(NAME, "fog", p=place[0], q=place[1]), np.linspace(0, 2 * np.pi, 721)
    climbs = (
        height(place[0] + 1e-5 * np.cos(angles), place[1] + 1e-5 * np.sin(angles)) - height(*place)
    ) / 1e-5
    best = angles[climbs.argmax()]
    assert [now["east"], now["north"]] == pytest.approx(list(row(np.array(place))))
    assert [now["east"], now["north"]] == pytest.approx(
        [now["steep"] * np.cos(best), now["steep"] * np.sin(best)], abs=0.02
    )
    assert climbs.max() == pytest.approx(now["steep"], rel=1e-3)
    along = np.arctan2(now["east"], -now["north"]) % (2 * np.pi)
    assert np.interp(along, angles, climbs) == pytest.approx(0, abs=0.01)


def test_the_summit_of_the_walkthrough_is_the_highest_place_and_level() -> None:
    summit = told(NAME, "fog", 9)
    top = minimize(lambda place: -height(*place), x0=[0.7, 0.6]).x
    assert [summit["p"], summit["q"]] == pytest.approx(list(top), abs=1e-3)
    assert summit["steep"] < 1e-3


def test_the_arrow_is_longer_where_the_walkthrough_says_and_shorter_far_out() -> None:
    before, crowded, far = (told(NAME, "fog", step)["steep"] for step in (6, 7, 8))
    assert crowded > 2 * before
    assert far < 0.1


def test_the_task_is_done_on_the_pass_alone() -> None:
    task = figure(NAME, "fog")["task"]["goal"]
    steep, low, high = (float(one) for one in re.findall(r"[<>] ([0-9.]+)", task))
    level = minimize(lambda place: float(row(place) @ row(place)), x0=[-0.4, -0.3], tol=1e-12).x
    assert is_done(NAME, "fog", p=float(level[0]), q=float(level[1]))
    assert np.linalg.det(np.array(bend(*level))) < 0
    p, q = np.meshgrid(np.arange(-2.2, 2.21, 0.01), np.arange(-2.2, 2.21, 0.01))
    here = (np.hypot(*slopes(p, q)) < steep) & (height(p, q) > low) & (height(p, q) < high)
    assert here.any()
    assert np.hypot(p[here] - level[0], q[here] - level[1]).max() < 0.1


def test_the_row_promises_the_climb_of_short_steps_and_nothing_along_the_contour() -> None:
    far, near = numbers(NAME, "step"), numbers(NAME, "step", u=0.006, v=0.003)
    assert abs(far["miss"]) > 0.1
    assert abs(near["miss"]) < 0.01 * abs(near["promise"])
    assert not is_done(NAME, "step")
    along = np.array([-far["north"], far["east"]]) * 0.6 / np.hypot(far["east"], far["north"])
    assert is_done(NAME, "step", u=float(along[0]), v=float(along[1]))
    assert is_done(NAME, "step", u=float(-along[0]), v=float(-along[1]))


def test_the_amber_line_ends_on_a_hill_that_is_not_always_the_highest() -> None:
    rule = figure(NAME, "fog")["sequence"][0]
    assert rule["count"] == 100
    ends = {}
    for place in ((-1.6, 0.2), (-0.3, 1.3)):
        here = np.array(place)
        for _ in range(rule["count"]):
            here = here + 0.07 * row(here) / (np.hypot(*row(here)) + 0.2)
        ends[place] = float(height(*here))
    assert ends[(-1.6, 0.2)] == pytest.approx(1.5, abs=0.05)
    assert ends[(-0.3, 1.3)] == pytest.approx(2.4, abs=0.05)


@pytest.mark.parametrize("seed", range(2))
def test_the_checkpoints_have_the_answers_of_sympy_and_numpy(seed: int) -> None:
    written = draw(NAME, "write-the-row", seed)
    right = sympy.Matrix([[in_sympy(written.values["f"])]]).jacobian([X, Y])
    assert sympy.simplify(key(written, "jacobian") - right).is_zero_matrix
    walk = draw(NAME, "what-a-step-brings", seed).values
    climb = np.dot([float(walk["p"]), float(walk["q"])], [walk["dx"], walk["dy"]])
    assert walk["climb"] == pytest.approx(climb)


@pytest.mark.parametrize("seed", range(2))
def test_the_level_places_of_the_map_are_level_and_the_others_are_not(seed: int) -> None:
    drawn = draw(NAME, "where-it-is-level", seed)
    letters = {one["id"]: one["text"] for one in drawn.parts[0].key["options"]}
    right = {letters[one] for one in drawn.parts[0].key["answer"].split(",")}
    ground = sympy.lambdify([X, Y], [in_sympy(drawn.values["f"]).diff(one) for one in (X, Y)])
    steep = {dot.label: np.hypot(*ground(*dot.at)) for dot in drawn.values["map"].dots}
    assert {name for name, slope in steep.items() if slope < 1e-9} == right
    assert all(slope > 0.5 for name, slope in steep.items() if name not in right)
