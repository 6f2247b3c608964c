"""What the figures on searching show is what the maths core and plain arithmetic come to."""

import numpy as np
import pytest
from scipy.optimize import brentq, minimize_scalar

from tests.course.figures.gallery import at, drawn, figure, is_done, rows, told
from upslope.course.figures.scene.primitives import Line
from upslope.maths import (
    ConstantStep,
    ExactLineSearch,
    Momentum,
    gradient_descent,
    newton_raphson,
    parse_scalar,
    stationary_points,
)

VALLEY = parse_scalar("(x^2 + 9 y^2)/2", ("x", "y"))
HILL = parse_scalar("5 - (x - 1.5)^2/2 - (y - 1.2)^2", ("x", "y"))
CUBICS = {"newton-raphson": "x^3 - x", "newton-cycle": "x^3 - 2 x + 2"}


@pytest.mark.parametrize(
    ("name", "start"), [("newton-raphson", 1.6), ("newton-raphson", 0.6), ("newton-cycle", 0.3)]
)
def test_the_tangents_lead_where_the_maths_core_leads(name: str, start: float) -> None:
    found = newton_raphson(parse_scalar(CUBICS[name], ("x",)), start).path[:7, 0]

    assert rows(name, "walk", x0=start, n=6)["a"][: len(found)] == pytest.approx(found)


@pytest.mark.parametrize("name", CUBICS)
def test_every_start_has_the_colour_of_the_root_it_leads_to(name: str) -> None:
    cubic = np.polynomial.Polynomial({"newton-raphson": [0, -1, 0, 1], "newton-cycle": [2, -2, 0, 1]}[name])
    colours = {"newton-raphson": ["step", "y", "error"], "newton-cycle": ["y"]}[name]
    roots = sorted(float(root.real) for root in cubic.roots() if abs(root.imag) < 1e-9)
    strips = [(item.look.role, _pieces(item)) for item in drawn(name).items if isinstance(item, Line)]
    # Far from any border: where ten neighbours agree.
    starts = np.linspace(-1.99, 1.99, 3983)
    ends = starts.copy()
    for _ in range(200):
        ends = ends - cubic(ends) / cubic.deriv()(ends)
    nearest = np.argmin(np.abs(ends[:, None] - roots), axis=1)
    reached = np.where(np.abs(ends - np.array(roots)[nearest]) < 1e-6, nearest, -1)
    calm = [
        place for place in range(10, len(starts) - 10, 7) if len(set(reached[place - 10 : place + 11])) == 1
    ]

    assert len(calm) > 150
    for place in calm:
        inside = [role for role, pieces in strips if _covers(pieces, starts[place])]
        assert inside == [colours[reached[place]] if reached[place] >= 0 else "muted"]


def test_the_start_0_4472_goes_round_in_a_cycle() -> None:
    walk = rows("newton-raphson", "walk", x0=0.4472135955, n=8)["a"]

    assert walk[1::2] == pytest.approx([-walk[0]] * 4, abs=1e-3)
    assert walk[::2] == pytest.approx([walk[0]] * 5, abs=1e-3)


def test_five_steps_from_1_6_give_the_root_to_eight_decimals() -> None:
    assert abs(told("newton-raphson", 3)["walk_a"] - 1) < 5e-9


def test_a_small_nudge_falls_back_into_the_cycle_and_a_big_one_escapes() -> None:
    root = brentq(lambda x: x**3 - 2 * x + 2, -3, -1)

    assert told("newton-cycle", 4)["walk_a"] == pytest.approx(0, abs=0.01)
    assert told("newton-cycle", 5)["walk_a"] == pytest.approx(root, abs=0.001)
    assert f"{root:.2f}".replace("-", "−") in figure("newton-cycle").steps[0].say


@pytest.mark.parametrize("size", [0.15, 1.0, 1.8, 2.15])
def test_hops_in_the_parabola_are_the_maths_cores(size: float) -> None:
    bowl = parse_scalar("x^2/2", ("x",))
    path = gradient_descent(bowl, ("x",), (-2,), ConstantStep(size), 8).path[:, 0]

    assert rows("descent-1d", "walk", x0=-2, a=size, n=8)["u"][: len(path)] == pytest.approx(path)


@pytest.mark.parametrize(
    ("way", "method"), [(0, ConstantStep(0.21)), (1, ExactLineSearch()), (2, Momentum(0.21, 0.5))]
)
def test_each_way_through_the_valley_is_the_maths_cores(way: int, method: ConstantStep) -> None:
    path = gradient_descent(VALLEY, ("x", "y"), (3.6, 1.2), method, 10).path
    walk = rows("zig-zag", "walk", way=way, s=0.21, n=10)

    assert np.column_stack([walk["a"], walk["b"]])[: len(path)] == pytest.approx(path, abs=1e-6)


def test_the_arrow_stands_upright_on_the_contour() -> None:
    here = at("zig-zag", n=3)
    along = -9 * here["w"], here["u"]

    assert along[0] * here["east"] + along[1] * here["north"] == pytest.approx(0)


def test_the_fence_is_highest_where_lagrange_says() -> None:
    fence = parse_scalar("x^2/4 + y^2 - 1", ("x", "y"))
    best = max(
        stationary_points(HILL, fence, ("x", "y"), {"x": (-3, 3), "y": (-3, 3)}).points,
        key=lambda point: point.value.value,
    )
    told_best = told("fence", 4)

    assert [told_best["u"], told_best["w"]] == pytest.approx([each.value for each in best.point], abs=1e-4)
    assert told_best["lam"] == pytest.approx(best.multipliers[0].value, abs=1e-3)
    assert told_best["off"] < 1e-3


def test_lambda_is_what_a_wider_fence_is_worth() -> None:
    def highest(c: float) -> float:
        top = minimize_scalar(lambda t: -at("fence", t=t, c=c)["height"], bounds=(1.5, 3), method="bounded")
        return -float(top.fun)

    assert (highest(1.001) - highest(0.999)) / 0.002 == pytest.approx(0.5, abs=0.01)
    assert told("fence", 7)["height"] == pytest.approx(highest(1.1), abs=1e-5)
    assert told("fence", 8)["lam"] == pytest.approx(0, abs=0.001)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("newton-raphson", {"x0": 0.5, "n": 3}),
        ("newton-cycle", {"x0": 0.3, "n": 14}),
        ("descent-1d", {"a": 1.0}),
        ("zig-zag", {"s": 0.2, "n": 25}),
        ("fence", {"t": 2.2}),
    ],
)
def test_the_task_is_open_at_first_and_can_be_done(name: str, state: dict[str, float]) -> None:
    assert not is_done(name)
    assert is_done(name, **state)


def _pieces(item: Line) -> np.ndarray:
    """Return where each piece of a strip begins and ends; a piece has four corners, a tangent two."""
    edges = [float(str(corner[0])) for corner in item.points] if item.closed else []
    return np.array([edges[1::4], edges[2::4]])


def _covers(pieces: np.ndarray, start: float) -> bool:
    return bool(np.any((pieces[0] < start) & (start < pieces[1])))
