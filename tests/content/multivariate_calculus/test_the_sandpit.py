"""What the lesson on searching says of its two pits, its sticks and its arrows."""

from functools import cache

import numpy as np
import pytest
import sympy

from tests.content.multivariate_calculus.lessons import (
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

NAME = "the-sandpit"
X, Y = sympy.symbols("x y")


def floor(figure_id: str) -> sympy.Expr:
    return in_sympy(parse(figure(NAME, figure_id)["functions"]["f(x, y)"], ("x", "y")))


DIG, BLIND = floor("dig"), floor("blind")
height = sympy.lambdify([X, Y], DIG)
slopes = sympy.lambdify([X, Y], [DIG.diff(X), DIG.diff(Y)])


def followed(p: np.ndarray, q: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return where sticks end that go from tip to tip: a fifth of the slope, and 1 m at most."""
    for _ in range(count):
        east, north = (0.2 * np.asarray(one) for one in slopes(p, q))
        far = np.maximum(1, np.hypot(east, north))
        p, q = p - east / far, q - north / far
    return p, q


@cache
def hollows(land: sympy.Expr) -> list[tuple[float, float, float]]:
    """Return the bottoms inside the field, the deepest first: height, x, y."""
    grid = np.linspace(0, 6, 201)
    depth = sympy.lambdify([X, Y], land)(*np.meshgrid(grid, grid))
    inner, moves = depth[1:-1, 1:-1], (slice(0, -2), slice(1, -1), slice(2, None))
    lowest = np.min([depth[up, across] for up in moves for across in moves], axis=0)
    rows, columns = np.nonzero(inner == lowest)
    places = zip(inner[rows, columns], grid[columns + 1], grid[rows + 1], strict=True)
    return sorted((float(low), float(x), float(y)) for low, x, y in places)


def test_the_two_sticks_close_by_tell_the_way_down() -> None:
    here = told(NAME, "dig", 1)
    east = (height(here["p"] + 0.3, here["q"]) - height(here["p"], here["q"])) / 0.3
    north = (height(here["p"], here["q"] + 0.3) - height(here["p"], here["q"])) / 0.3
    assert east > 1
    assert north < -1
    assert [east, north] == pytest.approx([here["east"], here["north"]], abs=0.1)


@pytest.mark.parametrize("step", [6, 7, 8])
def test_the_sticks_stand_where_the_arrows_lead(step: int) -> None:
    now = told(NAME, "dig", step)
    end = followed(np.array(now["p"]), np.array(now["q"]), int(now["n"]))
    assert [now["sticks_a"], now["sticks_b"]] == pytest.approx([float(one) for one in end])
    assert now["depth"] == pytest.approx(-float(height(*end)))


def test_each_stick_is_deeper_and_the_arrows_grow_and_shrink_as_told() -> None:
    ways = [numbers(NAME, "dig", n=n) for n in range(13)]
    depths = [way["depth"] for way in ways]
    assert depths == sorted(depths)
    assert ways[1]["steep"] > ways[0]["steep"]
    assert ways[4]["steep"] < ways[1]["steep"] / 2
    assert 0.2 * ways[4]["steep"] == pytest.approx(0.17, abs=0.005)
    assert 0.2 * ways[8]["steep"] < 0.02


def test_the_sticks_end_in_the_shallower_of_two_hollows() -> None:
    deep, shallow = hollows(DIG)
    end = told(NAME, "dig", 8)
    assert np.hypot(end["sticks_a"] - shallow[1], end["sticks_b"] - shallow[2]) < 0.15
    assert f"{-deep[0]:.2f}" in lesson_text(NAME)
    dashed = next(mark for mark in figure(NAME, "dig")["mark"] if mark.get("part") == "deepest")
    assert float(dashed["from"][1]) == pytest.approx(deep[0], abs=0.01)


def test_every_start_leads_to_one_of_the_two_hollows() -> None:
    p, q = followed(*np.meshgrid(np.linspace(0.6, 5.6, 6), np.linspace(0.6, 5.6, 6)), 300)
    near = [np.hypot(p - x, q - y) < 0.2 for _, x, y in hollows(DIG)]
    assert all(one.any() for one in near)
    assert (near[0] | near[1]).all()


def test_the_task_is_done_at_the_deepest_of_three_hollows_and_only_under_sand() -> None:
    found = hollows(BLIND)
    assert len(found) == 3
    assert [is_done(NAME, "blind", p=x, q=y) for _, x, y in found] == [True, False, False]
    assert not is_done(NAME, "blind", p=found[0][1], q=found[0][2], bare=1)
    p, q = np.meshgrid(np.arange(0, 6.01, 0.06), np.arange(0, 6.01, 0.06))
    here = sympy.lambdify([X, Y], BLIND)(p, q) < -8.3
    assert np.hypot(p[here] - found[0][1], q[here] - found[0][2]).max() < 0.25


@pytest.mark.parametrize("seed", range(3))
def test_the_next_stick_is_one_step_of_gradient_descent(seed: int) -> None:
    drawn = draw(NAME, "tip-of-the-arrow", seed)
    v = drawn.values
    step = np.array([v["x"], v["y"]]) - float(v["s"]) * np.array([v["p"], v["q"]])
    assert [float(one) for one in key(drawn, "tip")] == pytest.approx(list(step))


@pytest.mark.parametrize("seed", range(3))
def test_both_arrows_prolonged_go_through_the_bottom(seed: int) -> None:
    drawn = draw(NAME, "where-two-arrows-meet", seed)
    a, b = float(drawn.values["a"]), float(drawn.values["b"])
    arrows = drawn.parts[0].key["plot"]["arrows"]
    assert len(arrows) == 2
    for arrow in arrows:
        (p, q), (s, t) = arrow["start"], arrow["end"]
        assert (s - p) * (b - q) == pytest.approx((t - q) * (a - p), abs=1e-6)
