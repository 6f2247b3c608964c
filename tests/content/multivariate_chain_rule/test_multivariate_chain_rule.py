"""What the lesson on the loaf says of its volume, of rows and columns, and what its questions count right."""

from itertools import product

import numpy as np
import pytest
import sympy
from scipy.optimize import minimize_scalar

from tests.content.multivariate_chain_rule.drawn_chains import LETTERS, draw, in_sympy, key, put_in
from tests.content.multivariate_chain_rule.lessons import is_done, numbers, told

NAME = "multivariate-chain-rule"
T = LETTERS["t"]


def volume(t: float) -> float:
    return numbers(NAME, "loaf", t=t)["volume"]


@pytest.mark.parametrize("t", [0.5, 1, 2, 3.3])
def test_the_row_times_the_column_is_the_slope_of_the_volume(t: float) -> None:
    now = numbers(NAME, "loaf", t=t)
    assert now["rate"] == pytest.approx((volume(t + 1e-4) - volume(t - 1e-4)) / 2e-4, abs=1e-6)
    assert now["rate"] == pytest.approx(
        np.dot([now["vx"], now["vy"], now["vz"]], [now["xt"], now["yt"], now["zt"]])
    )


def test_the_loaf_is_highest_at_twenty_minutes_and_largest_at_about_twenty_seven() -> None:
    highest = minimize_scalar(lambda t: -numbers(NAME, "loaf", t=t)["z"], bounds=(0, 4), method="bounded").x
    largest = minimize_scalar(lambda t: -volume(t), bounds=(0, 4), method="bounded").x
    assert highest == pytest.approx(2, abs=1e-4)
    assert round(10 * largest) == 27
    done = [t for t in np.arange(0, 4.001, 0.05) if is_done(NAME, "loaf", t=float(t))]
    assert done
    assert max(abs(t - largest) for t in done) < 0.06


def test_at_thirty_minutes_the_sinking_outweighs_the_spreading() -> None:
    now = told(NAME, "loaf", 10)
    assert now["third"] < 0 < now["first"] + now["second"] < -now["third"]


def test_the_boxes_add_up_the_pairs_and_the_task_asks_for_a_right_angle() -> None:
    row, found = np.array([2, -1, 3]), 0
    for column in product((-2, 0, 1, 2), repeat=3):
        state = dict(zip("uvw", map(float, column), strict=True))
        assert numbers(NAME, "boxes", **state, pair=3)["sum"] == row @ column
        if row @ column == 0 and all(column):
            found += is_done(NAME, "boxes", **state, pair=3)
        elif 0 in column:
            assert not is_done(NAME, "boxes", **state, pair=3)
    assert found


def test_the_trap_has_three_paths() -> None:
    x, y, t = LETTERS["x"], LETTERS["y"], T
    f, path = x * y + t, {x: t**2, y: 3 * t}
    terms = [f.diff(letter).subs(path) * way.diff(t) for letter, way in path.items()] + [f.diff(t)]
    assert sympy.expand(sum(terms) - f.subs(path).diff(t)) == 0
    assert all(term != 0 for term in terms)


@pytest.mark.parametrize("seed", range(3))
def test_the_questions_have_the_answers_that_sympy_finds(seed: int) -> None:
    path = draw(NAME, "row-and-column", seed)
    assert sympy.expand(key(path, "rate") - put_in(path, "xy").diff(T)) == 0
    f = in_sympy(path.values["f"])
    assert key(path, "row") == sympy.Matrix([[f.diff(LETTERS["x"]), f.diff(LETTERS["y"])]])
    ice = draw(NAME, "melting-ice", seed)
    melting = [ice.values[side] - ice.values[loss] * T for side, loss in zip("xyz", "pqr", strict=True)]
    assert key(ice, "rate") == sympy.prod(melting).diff(T).subs(T, 0)


@pytest.mark.parametrize("seed", range(12))
def test_there_are_as_many_paths_as_powers_of_the_arrows_count(seed: int) -> None:
    drawn = draw(NAME, "count-the-paths", seed)
    lines = str(drawn.values["formulas"]).split(r"\begin{aligned}")[1].split(r"\end{aligned}")[0].split(r"\\")
    formulas = dict(line.strip().split(" &= ") for line in lines)
    names = ["t", "x", "y", "z", "f"]
    arrows = np.array([[int(before in formulas.get(name, "")) for name in names] for before in names])
    paths = sum(np.linalg.matrix_power(arrows, length)[0, -1] for length in range(1, 5))
    assert key(drawn, "paths") == paths
