"""Still pictures of scenes: what is drawn in Python lies where the mathematics says."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from tests.course.figures.scenes import scene
from upslope.course.figures.registry import read_figure
from upslope.course.figures.scene import Scene
from upslope.course.figures.scene.still.style import COLOURS

AT = {"a": 1.25, "n": 3}
TOKENS = Path(__file__).parents[3] / "frontend/styles/tokens.css"
BOX = {"x": [-1, 1], "y": [-1, 1], "z": [-1, 1]}


def elements(made: Scene, look: str) -> list[ET.Element]:
    """Return the elements of the picture with a class."""
    return [each for each in ET.fromstring(made.still(AT)).iter() if each.get("class") == look]


def places(made: Scene, look: str, panel: int = 0) -> list[np.ndarray]:
    """Return every stretch of the paths with a class, back in the plane; of shape (n, 2)."""
    pane = made.panes(made.moment(AT))[panel]
    stretches = []
    for path in elements(made, look):
        for stretch in re.findall(r"M([^MZ]+)", path.attrib["d"]):
            x, y = np.array([spot.split(",") for spot in stretch.split("L")], dtype=float).T
            stretches.append(np.column_stack([pane.x.back(x), pane.y.back(y)]))
    return stretches


def drawn(*marks: dict[str, Any], **changes: Any) -> Scene:
    return scene(mark=list(marks), **changes)


def test_points_of_a_curve_lie_on_it() -> None:
    (curve,) = places(drawn({"is": "curve", "of": "f(x)"}), "curve")
    x, y = curve.T
    assert (x[0], x[-1], len(x)) == (pytest.approx(-2, abs=0.01), pytest.approx(2, abs=0.01), 181)
    # A tenth of a pixel is 4/7000 across and 2/4000 up, and the curve is at most 11 times as steep.
    np.testing.assert_allclose(y, x**3 - x, atol=0.01)


def test_the_pen_is_lifted_at_a_pole_and_where_there_is_no_value() -> None:
    left, right = places(drawn({"is": "curve", "of": "1/(x - 0.51)"}), "curve")
    assert left[-1][0] < 0.51 < right[0][0]
    (root,) = places(drawn({"is": "curve", "of": "sqrt(x - a)"}), "curve")
    assert root[0] == pytest.approx((1.25, 0), abs=0.01)


def test_an_area_is_closed_along_its_base() -> None:
    made = drawn({"is": "area", "of": "x/2 + 0.5", "base": "-x/4", "from": 0, "to": 1})
    (area,) = places(made, "area")
    x, y = area.T
    top, base = slice(None, len(x) // 2), slice(len(x) // 2, None)
    np.testing.assert_allclose(y[top], x[top] / 2 + 0.5, atol=0.005)
    np.testing.assert_allclose(y[base], -x[base] / 4, atol=0.005)


def test_contours_lie_at_their_levels() -> None:
    made = drawn({"is": "contours", "of": "x^2 + 2 y^2", "levels": [0.5, 1], "grid": 80})
    for stretch, level in zip(places(made, "line"), (0.5, 1), strict=True):
        np.testing.assert_allclose(stretch[:, 0] ** 2 + 2 * stretch[:, 1] ** 2, level, atol=0.02)
    rings = elements(drawn({"is": "contours", "of": "x^2 + y^2", "levels": 5, "style": "filled"}), "area")
    # About 5 round ones up to 5: at 1, 2, 3, 4; the fifth is a point in each corner.
    assert len(rings) in (4, 5)


def test_on_an_axis_of_powers_of_ten_a_power_is_a_straight_line() -> None:
    made = drawn(
        {"is": "curve", "of": "x^2"}, view=[0.01, 100, 0.0001, 10000], axes={"log": ["x", "y"], "x": "h"}
    )
    (curve,) = places(made, "curve")
    np.testing.assert_allclose(np.log10(curve[:, 1]), 2 * np.log10(curve[:, 0]), atol=0.01)
    numbers = [text.text for text in ET.fromstring(made.still(AT)).iter("{http://www.w3.org/2000/svg}text")]
    assert {"0.1", "10"} <= set(numbers)


def test_axes_with_equal_units_show_all_of_the_view() -> None:
    made = drawn({"is": "curve", "of": "f(x)"}, axes={"equal": True})
    (pane,) = made.panes(made.moment(AT))
    across = (pane.x.end - pane.x.start) / (pane.x.high - pane.x.low)
    up = (pane.y.start - pane.y.end) / (pane.y.high - pane.y.low)
    assert across == pytest.approx(up)
    assert pane.x.low <= -2 < 2 <= pane.x.high
    assert pane.y.low <= -1 < 1 <= pane.y.high


def test_a_mark_is_drawn_once_for_each_row_while_its_condition_holds() -> None:
    dot = {"is": "point", "each": "data", "at": ["p/4", "q/10"]}
    assert len(elements(drawn(dot), "dot")) == 3
    assert len(elements(drawn({**dot, "when": "p > a"}), "dot")) == 2
    assert not elements(drawn({**dot, "when": "a < 0"}), "dot")
    # The rows are 1, 2 and 4.
    counts = [len(elements(drawn({**dot, "when": f"p {sign} 2"}), "dot")) for sign in ("<", "<=", ">", ">=")]
    assert counts == [1, 2, 1, 2]
    assert not elements(drawn({**dot, "at": ["p", "ln(-q)"]}), "dot")
    faded = ET.fromstring(drawn({**dot, "opacity": "p/4"}).still(AT))
    assert [group.get("opacity") for group in faded.iter() if group.get("opacity")] == ["0.25", "0.5", "1"]


def test_a_view_may_follow_the_state() -> None:
    made = drawn({"is": "curve", "of": "f(x)"}, view=["a - 0.1", "a + 0.1", "f(a) - 1", "f(a) + 1"])
    (curve,) = places(made, "curve")
    assert curve[0] == pytest.approx((1.15, 1.15**3 - 1.15), abs=0.01)


def test_every_primitive_has_a_picture() -> None:
    flat: list[dict[str, Any]] = [
        {"is": "curve", "of": "f(x)"},
        {"is": "polygon", "points": [[0, 0], [1, 0], ["a", 1]]},
        {"is": "vector", "to": ["a", 0.5]},
        {"is": "trail", "each": "data", "at": ["p/4", "q/10"], "head": True},
        {"is": "scatter", "each": "data", "x": "p/4", "y": "q/10", "hollow": True},
        {"is": "text", "at": [0, 0], "text": "a < {a} & so on"},
        {"is": "contours", "of": "g(x, y)"},
        {"is": "arrow-field", "gradient": "g(x, y)"},
        {"is": "handle", "at": ["a", "f(a)"], "label": "Point"},
    ]
    deep: list[dict[str, Any]] = [
        {"is": "surface", "of": "x y", "panel": "space"},
        {"is": "curve", "of": ["t", "t", "t^2"], "from": -1, "to": 1, "panel": "space"},
        {"is": "point", "at": [0, 0, 0], "panel": "space"},
    ]
    made = drawn(
        *flat,
        *deep,
        state={**AT, "turn": 30, "tilt": 40},
        view=None,
        panel=[
            {"id": "flat", "view": [-2, 2, -2, 2], "title": "A map"},
            {"id": "space", "space": BOX, "size": "side"},
        ],
    )
    picture = made.still(made.state)
    assert picture.count('<g class="item') == len(flat) + len(deep)
    root = ET.fromstring(picture)
    assert (int(root.attrib["width"]), int(root.attrib["height"])) == made.still_size
    assert "a &lt; 1.25 &amp; so on" in picture
    assert "nan" not in picture
    assert len(picture) < 60_000


def test_a_turned_space_keeps_its_box_in_the_picture() -> None:
    made = scene(
        state={**AT, "turn": 0, "tilt": 0},
        range={"a": [-2, 2], "n": [0, 8]},
        view=None,
        panel=[{"id": "s", "space": BOX}],
    )
    corners = np.array(np.meshgrid([-1, 1], [-1, 1], [-1, 1])).reshape(3, -1)
    for turn in range(-180, 181, 30):
        for tilt in (5, 30, 60, 90):
            (pane,) = made.panes(made.moment({**AT, "turn": turn, "tilt": tilt}))
            x, y = pane.at(*corners)
            assert 0 <= x.min() < x.max() <= pane.frame.width
            assert 0 <= y.min() < y.max() <= pane.frame.height


@pytest.mark.parametrize(
    "sizes",
    [
        ["main"],
        ["main", "side"],
        ["main", "side", "side"],
        ["half", "half", "half"],
        ["main", "main"],
        ["side"],
        ["main", "half", "half"],
    ],
)
def test_panels_have_room_and_never_overlap(sizes: list[str]) -> None:
    panels = [{"id": f"p{place}", "view": [0, 1, 0, 1], "size": size} for place, size in enumerate(sizes)]
    made = scene(view=None, panel=panels)
    frames = [pane.frame for pane in made.panes(made.moment(AT))]
    width, height = made.still_size
    for place, one in enumerate(frames):
        assert one.width >= 200
        assert one.height >= 150
        assert one.left + one.width <= width
        assert one.top + one.height <= height + 0.5
        for other in frames[:place]:
            beside = one.left >= other.left + other.width or other.left >= one.left + one.width
            assert beside or one.top >= other.top + other.height or other.top >= one.top + one.height


def test_the_colours_are_those_of_the_pages() -> None:
    tokens = dict(re.findall(r"--([a-z]+): light-dark\((#\w+, #\w+)\)", TOKENS.read_text()))
    assert {name: ", ".join(pair) for name, pair in COLOURS.items()} == {
        name: tokens[name] for name in COLOURS
    }


def test_the_older_figures_have_pictures_of_the_same_things() -> None:
    secant = {
        "kind": "secant-slope", "id": "s", "alt": "A", "caption": "A", "function": "t^2", "variable": "t",
        "view": [-0.75, 3.45, -1.15, 10.2], "state": {"x": 1.0, "run": 1.2},
    }  # fmt: skip
    moving = {
        "kind": "moving-slope", "id": "m", "alt": "A", "caption": "A", "function": "x^2 - x^3/9",
        "view": [0, 9.2, -1.5, 14.0], "slope_view": [-9.8, 5.0], "state": {"x": 0.6},
    }  # fmt: skip
    for spec in (secant, moving):
        drawing: Any = read_figure(spec).drawing
        root = ET.fromstring(drawing.still(drawing.state))
        assert (int(root.attrib["width"]), int(root.attrib["height"])) == drawing.still_size
        assert [each.get("class") for each in root.iter()].count("curve") >= 1
