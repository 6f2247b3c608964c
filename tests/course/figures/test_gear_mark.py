"""Toothed wheels: as many teeth as they should have, and never one tooth inside another."""

from itertools import pairwise

import numpy as np
import pytest

from tests.course.figures.scenes import scene
from upslope.course.errors import ContentError
from upslope.course.figures.scene.moment import Moment
from upslope.course.figures.scene.primitives import Curve, Dot, Line
from upslope.course.figures.scene.scene import Scene

ANGLES = np.linspace(0, 2 * np.pi, 4001)[:-1]


def wheels(turn: float, *teeth: int, **keys: object) -> tuple[Scene, Moment]:
    made = scene(mark=[{"is": "gear", "teeth": [*teeth], "turn": "a", **keys}])
    return made, made.moment({"a": turn, "n": 3})


def outlines(made: Scene, moment: Moment) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return each wheel's middle, and its radius at all angles."""
    middles = [
        np.array([moment.number(tree) for tree in item.at]) for item in made.items if isinstance(item, Dot)
    ]
    rims = [
        np.array([moment.array(tree, {item.by: ANGLES}) for tree in item.at])
        for item in made.items
        if isinstance(item, Curve)
    ]
    return [(middle, np.hypot(*(rim - middle[:, None]))) for middle, rim in zip(middles, rims, strict=True)]


def hands(made: Scene, moment: Moment) -> list[float]:
    """Return where the hands point, in turns clockwise from above."""
    ends = [
        np.array([[moment.number(tree) for tree in point] for point in item.points])
        for item in made.items
        if isinstance(item, Line)
    ]
    return [float(np.arctan2(*(tip - middle)) / (2 * np.pi)) for middle, tip in ends]


@pytest.mark.parametrize("turn", [0, 0.013, 0.37, -1.21])
def test_no_tooth_is_inside_a_neighbour_and_all_of_them_reach_into_its_gaps(turn: float) -> None:
    made, moment = wheels(turn, 24, 12, 17)
    for (middle, radius), (other, far) in pairwise(outlines(made, moment)):
        points = middle[:, None] + radius * np.array([np.cos(ANGLES), np.sin(ANGLES)])
        away = points - other[:, None]
        angles = np.arctan2(away[1], away[0]) % (2 * np.pi)
        inside = np.interp(angles, ANGLES, far, period=2 * np.pi) - np.hypot(*away)

        assert inside.max() < 0.03, "a wheel's tooth is 0.2 high"
        assert radius.max() + far.max() - np.hypot(*(other - middle)) > 0.15


def test_a_wheel_has_its_teeth_and_its_size() -> None:
    made, moment = wheels(0.2, 9, 30, size=0.2)
    for teeth, (_, radius) in zip((9, 30), outlines(made, moment), strict=True):
        middle = (radius.min() + radius.max()) / 2
        rises = np.count_nonzero((radius < middle) & (np.roll(radius, -1) >= middle))

        assert rises == teeth
        assert middle == pytest.approx(0.2 * teeth, abs=0.06)


@pytest.mark.parametrize("turn", [0.1, 0.25, -0.3])
def test_each_wheel_turns_the_other_way_and_by_the_ratio_of_teeth(turn: float) -> None:
    made, moment = wheels(turn, 24, 16, 32)

    for hand, turned in zip(hands(made, moment), (turn, -turn * 24 / 16, turn * 24 / 32), strict=True):
        assert np.cos(2 * np.pi * (hand - turned)) == pytest.approx(1)


def test_colours_are_counted() -> None:
    with pytest.raises(ContentError, match="there are 2 wheels"):
        wheels(0, 8, 9, roles=["x"])
    made, _ = wheels(0, 8, 9, roles=["x", "x"])
    assert {item.look.role for item in made.items} == {"x"}


def test_wheels_without_teeth_are_none() -> None:
    with pytest.raises(ContentError, match="teeth is \\[\\]"):
        wheels(0)
