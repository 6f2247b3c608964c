"""Planes, bends and errors in the quiz on surfaces, by finite differences."""

import re
from typing import Any

import numpy as np
import pytest

from tests.content.taylor_series.lessons import draw
from upslope.maths import Expression, parse, to_numpy
from upslope.questions import Draw

ITEM = "two-dimensional-taylor"
SEEDS = range(4)
H = 1e-3


def drawn(question: str) -> list[Draw]:
    return [draw(ITEM, question, seed) for seed in SEEDS]


def around(f: Expression, draws: Draw) -> np.ndarray:
    """Return nine values of f, a step H apart, around the point of the draw."""
    p, q = float(str(draws.values["p"])), float(str(draws.values["q"]))
    x, y = np.meshgrid(p + H * np.arange(-1, 2), q + H * np.arange(-1, 2), indexing="ij")
    return np.broadcast_to(to_numpy(f, ("x", "y"))(x, y), (3, 3))


def slopes(nine: np.ndarray) -> list[float]:
    return [float(nine[2, 1] - nine[0, 1]) / (2 * H), float(nine[1, 2] - nine[1, 0]) / (2 * H)]


def hessian(nine: np.ndarray) -> list[float]:
    east, north = nine[2, 1] + nine[0, 1] - 2 * nine[1, 1], nine[1, 2] + nine[1, 0] - 2 * nine[1, 1]
    twist = (nine[2, 2] - nine[2, 0] - nine[0, 2] + nine[0, 0]) / 4
    return [float(n) / H**2 for n in (east, twist, twist, north)]


def test_the_plane_touches_its_surface_in_height_and_both_slopes() -> None:
    for each in drawn("a-plane-for-a-surface"):
        plane = around(parse(each.parts[0].key["answer"], ("x", "y")), each)
        surface = around(each.values["f"], each)
        assert plane[1, 1] == pytest.approx(surface[1, 1])
        assert slopes(plane) == pytest.approx(slopes(surface), abs=1e-3)
        assert hessian(plane) == pytest.approx([0] * 4, abs=1e-6)


def test_the_bends_are_those_of_the_surface_and_their_half_is_added() -> None:
    for each in drawn("bends-at-a-point"):
        square = [float(n) for n in re.findall(r"-?\d+", each.parts[0].key["answer"])]
        assert square == pytest.approx(hessian(around(each.values["f"], each)), abs=1e-3)
        term, step = (
            to_numpy(parse(each.parts[1].key["answer"], ("u", "v")), ("u", "v")),
            np.array([2.0, -3.0]),
        )
        assert float(term(*step)) == pytest.approx(step @ np.reshape(square, (2, 2)) @ step / 2)


def test_the_plane_under_the_dot_has_the_height_and_the_slopes_that_the_contours_show() -> None:
    for each in drawn("the-plane-under-the-dot"):
        lines = {line.level: line.lines for line in each.values["picture"].contours}
        at = np.array([float(str(each.values["p"])), float(str(each.values["q"]))])
        plane = to_numpy(parse(str(each.values["plane"]), ("x", "y")), ("x", "y"))
        for level, pieces in lines.items():
            near = [point for piece in pieces for point in piece if np.hypot(*(point - at)) < 0.6]
            assert [float(plane(*point)) for point in near] == pytest.approx([level] * len(near), abs=0.1)
        assert float(plane(*at)) in lines


def test_of_the_three_maps_one_has_straight_lines_and_the_key_calls_it_order_one() -> None:
    for each in drawn("maps-of-guesses"):
        key = each.parts[0].key
        orders = {one["id"]: one["text"] for one in key["right"]}
        answers = dict(pair.split(":") for pair in key["answer"].split(","))
        straight = [one["id"] for one in key["left"] if all_straight(one["plot"])]
        assert [orders[answers[name]] for name in straight] == ["order 1"]


def all_straight(plot: dict[str, Any]) -> bool:
    pieces = [np.array(piece) for line in plot["contours"] for piece in line["lines"] if len(piece) > 2]
    return all(np.linalg.svd(piece - piece.mean(axis=0))[1][1] < 1e-3 for piece in pieces)


def test_the_errors_asked_for_fall_to_a_half_a_quarter_and_an_eighth() -> None:
    for each in drawn("half-as-far"):
        for power, name in enumerate(("floor", "plane", "bowl"), start=1):
            part = next(one for one in each.parts if one.name == name)
            assert float(part.key["answer"]) == pytest.approx(float(str(each.values[name])) / 2**power)
