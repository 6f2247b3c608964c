"""What the lesson on the Jacobian matrix says of its robot, its folded paper and its globe."""

import re
import tomllib
from collections.abc import Callable

import numpy as np
import pytest
import sympy

from tests.content.multivariate_calculus.lessons import draw, figure, is_done, lesson_text, numbers
from tests.content.multivariate_calculus.matrices_in_sympy import answer, grid, in_letters, same

NAME = "jacobian-applied"
PLACES = [(1.2, 0.5), (1.5, 0.3), (0.2, 0.9)]
R, PHI, THETA = sympy.symbols("r phi theta")


def laser(r: float, theta: float) -> np.ndarray:
    now = numbers(NAME, "laser", r=r, theta=theta)
    return np.array([now["u"], now["v"]])


def sheet(p: float, q: float) -> np.ndarray:
    now = numbers(NAME, "fold", p=p, q=q)
    return np.array([now["u"], now["v"]])


def area(corners: np.ndarray) -> float:
    x, y = corners.T
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2)


def patch(place: tuple[float, float], side: float, image: Callable[[float, float], np.ndarray]) -> np.ndarray:
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * side + place
    return np.array([image(*corner) for corner in corners])


@pytest.mark.parametrize("place", PLACES)
def test_the_columns_are_how_the_leg_moves_when_one_reading_changes(place: tuple[float, float]) -> None:
    now, (r, theta), h = numbers(NAME, "laser", r=place[0], theta=place[1]), place, 1e-5
    out = (laser(r + h, theta) - laser(r - h, theta)) / (2 * h)
    turn = (laser(r, theta + h) - laser(r, theta - h)) / (2 * h)
    assert np.allclose([now["ur"], now["vr"]], out)
    assert np.allclose([now["ut"], now["vt"]], turn)
    assert now["det"] == pytest.approx(r)


@pytest.mark.parametrize("place", PLACES)
def test_a_small_patch_of_floor_is_the_distance_times_as_large(place: tuple[float, float]) -> None:
    assert area(patch(place, 1e-4, laser)) / 1e-8 == pytest.approx(place[0], rel=1e-3)


def test_the_promised_error_is_within_four_millimetres_of_the_true_one() -> None:
    said = re.search(
        r"reads ([\d.]+) metres and ([\d.]+), and is off by ([\d.]+) .*? \[([\d.]+)\].*?\[([\d.]+)\]",
        lesson_text(NAME),
    )
    assert said
    r, theta, off, right, ahead = (float(n) for n in said.groups())
    true = laser(r + off, theta + off) - laser(r, theta)
    assert np.allclose(true, [right, ahead], atol=0.004)


def test_straight_ahead_the_first_column_is_a_step_ahead_and_the_first_row_is_not() -> None:
    fence = re.search(r"```worked-example\n(.*?)```", lesson_text(NAME), re.DOTALL)
    assert fence
    formulas = tomllib.loads(fence[1])["functions"]
    floor = sympy.Matrix([sympy.sympify(formulas[name].replace("r ", "r*")) for name in "uv"])
    slopes = floor.jacobian(sympy.symbols("r theta")).subs("theta", sympy.pi / 2)
    assert "by $(0, 1)$ for each metre" in lesson_text(NAME)
    assert slopes[:, 0] == sympy.Matrix([0, 1])
    assert slopes[0, :] == sympy.Matrix([[0, -sympy.Symbol("r")]])


def test_the_patch_lies_on_its_back_above_the_fold_and_the_parallelogram_vanishes_on_it() -> None:
    side = numbers(NAME, "fold")["d"]
    assert area(patch((0.5, 0.4), side, sheet)) > 0
    assert area(patch((0.5, 1.2), side, sheet)) < 0
    assert "at $y = 1$" in figure(NAME, "fold")["task"]["done"]
    assert [q for q in np.arange(0, 1.71, 0.1).round(1) if is_done(NAME, "fold", q=float(q))] == [1.0]
    assert np.allclose(sheet(0.5, 0.9)[1], sheet(0.5, 1.1)[1])


def test_the_factor_for_volume_on_the_globe_is_the_determinant() -> None:
    lines = re.findall(r"\{([xyz]) = (r[^}]*)\}", lesson_text(NAME))
    assert [name for name, _ in lines] == ["x", "y", "z"]
    place = sympy.Matrix([_from_tex(formula) for _, formula in lines])
    factor = re.search(r"the factor is \$([^$]+)\$", lesson_text(NAME))
    assert factor
    volume = _from_tex(factor[1])
    somewhere = {R: 1.3, PHI: 0.7, THETA: 2.1}
    grows = place.jacobian([R, PHI, THETA]).evalf(subs=somewhere).det()
    assert float(grows) == pytest.approx(float(volume.evalf(subs=somewhere)))
    assert volume.subs(PHI, 0) == volume.subs(PHI, sympy.pi) == 0


def _from_tex(text: str) -> sympy.Expr:
    text = re.sub(r"\\(sin|cos)\s*\\(\w+)", r"*\1(\2)", text)
    return sympy.sympify(text.replace("^", "**").replace(" ", ""), locals={"r": R, "phi": PHI})


@pytest.mark.parametrize("seed", range(3))
def test_the_checkpoints_agree_with_sympy_and_numpy(seed: int) -> None:
    three = draw(NAME, "three-outputs", seed)
    functions = sympy.Matrix([in_letters(three.values[name]) for name in "uvw"])
    assert same(grid(answer(three, "jacobian")), functions.jacobian(sympy.symbols("x y")))
    step = draw(NAME, "a-small-step", seed)
    moved = grid(step.values["slopes"]) * sympy.Matrix([step.values["dx"], step.values["dy"]])
    assert same(grid(answer(step, "moved")), moved)
    floor = draw(NAME, "a-patch-of-floor", seed)
    slopes = np.array(grid(floor.values["slopes"]).tolist(), float)
    square = np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * np.sqrt(float(str(floor.values["area"])))
    assert abs(area(square @ slopes.T)) == pytest.approx(float(answer(floor, "patch")))
