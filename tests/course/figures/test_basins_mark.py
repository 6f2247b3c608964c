"""The strip of basins says what it needs, and has a colour for every root."""

from typing import Any

import pytest

from tests.course.figures.scenes import complaint, scene
from upslope.course.figures.scene.primitives import Dot, Line

STRIP = {"is": "basins", "of": "x^3 - x", "between": [-2, 2], "at": [-1, -0.9]}


def drawn(**changes: Any) -> list[Line | Dot]:
    items = scene(mark=[{**STRIP, **changes}]).items
    return [item for item in items if isinstance(item, Line | Dot)]


def test_roots_have_dots_in_the_colours_of_their_strips() -> None:
    items = drawn(roles=["x", "y", "step"])
    strips = [item.look.role for item in items if isinstance(item, Line) and item.look.role != "muted"]
    dots = {item.look.role: float(str(item.at[0])) for item in items if isinstance(item, Dot)}

    assert strips == ["x", "y", "step"]
    assert dots == pytest.approx({"x": -1, "y": 0, "step": 1}, abs=1e-9)


def test_strips_of_a_straight_line_cover_every_start() -> None:
    (strip,) = (item for item in drawn(of="2 x - 1") if isinstance(item, Line))

    assert [[float(str(value)) for value in corner] for corner in strip.points] == [
        [-2, -1],
        [-2, -0.9],
        [2, -0.9],
        [2, -1],
    ]


def test_a_curve_without_a_root_leads_nowhere() -> None:
    items = drawn(of="x^2 + 1")

    assert {item.look.role for item in items} == {"muted"}
    assert not any(isinstance(item, Dot) for item in items)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"of": "x^3 - a"}, "In mark 1 (basins), of changes with a, and the strip is worked out once."),
        ({"roles": ["y"]}, "roles is ['y'], and the roots are -1, 0, 1. Name a colour for each, of: x, y,"),
        ({"roles": ["red", "green", "blue"]}, "roles is ['red', 'green', 'blue']"),
        ({"between": [2, -2]}, "between runs from 2 to -2. Put the smaller number first."),
    ],
)
def test_an_author_is_told_what_cannot_be(changes: dict[str, Any], said: str) -> None:
    assert said in complaint(mark=[{**STRIP, **changes}])
