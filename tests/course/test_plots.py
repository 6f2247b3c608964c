"""Pictures as SVG: in their frame, readable, the same for every eye, and safe on any page."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from upslope.course import ContentError
from upslope.course.fences import plot as fence
from upslope.course.plots.frame import IN_OPTION, IN_TEXT, Size, frame_of
from upslope.course.plots.svg import plot_svg
from upslope.maths import parse
from upslope.questions import Arrow, Dot, Plot, contour_plot, curve, plot_of

VIEW = (-3.0, 3.0, -2.0, 4.0)
TWO = ("x", "y")
SIZES = pytest.mark.parametrize("size", [IN_TEXT, IN_OPTION], ids=["in-text", "in-option"])
ROLES = ("f", "slope", "step", "x", "y", "error")


def drawn(plot: Plot, size: Size = IN_TEXT) -> ElementTree.Element:
    return ElementTree.fromstring(plot_svg(plot, size))


def texts(plot: Plot, size: Size = IN_TEXT) -> list[str]:
    return ["".join(text.itertext()) for text in drawn(plot, size).iter("text")]


def test_what_it_shows_is_its_name_for_a_screen_reader() -> None:
    svg = drawn(plot_of(parse("x"), VIEW, 'A line, "steep" & <rising>.'))
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == 'A line, "steep" & <rising>.'


def test_a_label_cannot_bring_markup_into_a_page() -> None:
    dots = (Dot((0, 0), label="<script>alert(1)</script>"),)
    assert "<script" not in plot_svg(Plot(VIEW, "A dot.", dots=dots, axes=("<b>", "y")))


def test_many_pictures_stand_on_one_page_without_sharing_an_id() -> None:
    assert " id=" not in plot_svg(contour_plot(parse("x*y", TWO), VIEW, [1, 2], "A map."))


@SIZES
@pytest.mark.parametrize(
    "view", [VIEW, (0, 20_000, -4e8, 4e8), (-0.002, 0.003, 0, 1e-6), (150, 200, 40, 110)]
)
def test_numbers_stay_inside_the_picture_and_apart(
    view: tuple[float, float, float, float], size: Size
) -> None:
    frame = frame_of(Plot(view, "Empty."), size)
    svg = drawn(Plot(view, "Empty."), size)
    below: list[tuple[float, float]] = []
    for text in svg.iter("text"):
        width = 0.6 * size.text * len("".join(text.itertext()))
        x = float(text.get("x", "nan")) + frame.left
        start = {"start": x, "middle": x - width / 2, "end": x - width}[text.get("text-anchor", "")]
        assert start >= -0.5
        assert start + width <= size.width + 0.5
        if text.get("text-anchor") == "middle":
            below.append((start, start + width))
    assert all(one[1] < other[0] for one, other in pairwise(below))


def test_axes_run_through_zero_where_zero_is_in_view() -> None:
    svg = drawn(Plot((-1, 3, -1, 1), "Empty."))
    axis = next(path for path in svg.iter("path") if path.get("class") == "axis").get("d", "")
    frame = frame_of(Plot((-1, 3, -1, 1), "Empty."), IN_TEXT)
    assert axis.startswith(f"M{frame.across / 4:.4g}")
    away = drawn(Plot((1, 3, 1, 2), "Empty."))
    assert next(path for path in away.iter("path") if path.get("class") == "axis").get("d") == ""


def test_lines_of_several_roles_differ_without_colour() -> None:
    plot = Plot(VIEW, "Lines.", curves=tuple(curve(parse("x"), VIEW, role=role) for role in ROLES))
    paths = [path for path in drawn(plot).iter("path") if path.get("class", "").startswith("curve")]
    assert len({path.get("stroke-dasharray") for path in paths}) == len(ROLES)
    alone = drawn(plot_of(parse("x"), VIEW, "A line.", role="slope"))
    assert [path.get("stroke-dasharray") for path in alone.iter("path")] == [None] * 3


def test_lower_contour_lines_are_stronger_and_some_are_named() -> None:
    plot = contour_plot(parse("x^2 + y^2", TWO), VIEW, [4, 1, 2, 3, 5, 6], "A bowl.")
    lines = [path for path in drawn(plot).iter("path") if path.get("class") == "contour"]
    opacity = {
        c.level: float(p.get("stroke-opacity", "0")) for c, p in zip(plot.contours, lines, strict=True)
    }
    assert [opacity[level] for level in (1, 2, 3, 4, 5, 6)] == sorted(opacity.values(), reverse=True)
    inside = [
        text
        for text in drawn(plot).iter("text")
        if "−" not in (text.text or "") and text.get("class") is None
    ]
    assert {"1", "3", "5"} <= {text.text for text in inside}


def test_a_map_has_equally_long_units_across_and_up() -> None:
    frame = frame_of(contour_plot(parse("x + y", TWO), (-3, 3, -2, 2), [0], "A slope."), IN_TEXT)
    assert frame.across / 6 == pytest.approx(frame.up / 4)


def test_labels_keep_to_the_frame_and_off_each_other() -> None:
    plot = Plot(
        VIEW,
        "Two lines and a dot.",
        curves=(curve(parse("x"), VIEW, label="first"), curve(parse("x + 0.5"), VIEW, label="second")),
        dots=(Dot((2.9, 2.9), label="a corner"),),
    )
    frame = frame_of(plot, IN_TEXT)
    labels = [text for text in drawn(plot).iter("text") if "letter" in text.get("class", "")]
    assert len(labels) == 3
    for text in labels:
        half = 0.3 * IN_TEXT.text * len(text.text or "")
        assert half <= float(text.get("x", "nan")) <= frame.across - half
    places = [(float(text.get("x", "")), float(text.get("y", ""))) for text in labels]
    assert all(
        abs(one[0] - other[0]) > 30 or abs(one[1] - other[1]) > 12
        for index, one in enumerate(places)
        for other in places[:index]
    )


def test_an_arrow_has_its_head_at_its_end() -> None:
    plot = Plot((0, 10, 0, 10), "An arrow.", arrows=(Arrow((1, 1), (5, 9)), Arrow((2, 2), (2, 2))))
    heads = [path.get("d", "") for path in drawn(plot).iter("path") if path.get("class") == "head"]
    tip = frame_of(plot, IN_TEXT).at((5, 9))
    assert len(heads) == 1
    first = re.match(r"M([\d.]+),([\d.]+)", heads[0])
    assert first
    assert [float(value) for value in first.groups()] == pytest.approx(tip, abs=0.06)


def test_names_of_axes_stand_where_they_are_more_than_x_and_y() -> None:
    assert "x" in texts(Plot(VIEW, "Empty."), IN_TEXT)
    assert "x" not in texts(Plot(VIEW, "Empty."), IN_OPTION)
    assert {"time", "speed"} <= set(texts(Plot(VIEW, "Empty.", axes=("time", "speed")), IN_OPTION))


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"view": [0, 1, 0, 1]}', "not json"])
def test_a_fence_that_holds_no_plot_is_named_with_its_line(content: str) -> None:
    with pytest.raises(ContentError, match="This plot cannot be read") as caught:
        fence.render(content, Path("question.md"), 7)
    assert caught.value.line == 7
