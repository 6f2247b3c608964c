"""Pictures as data: true to the function, small, and cut where there is nothing to draw."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.maths import evaluate, parse
from upslope.questions.plot import (
    Arrow,
    Curve,
    Dot,
    Plot,
    contour_plot,
    contours,
    curve,
    plot_from_json,
    plot_of,
    view_of,
)

VIEW = (-3.0, 3.0, -4.0, 4.0)
TWO = ("x", "y")


def height_at(drawn: Curve, x: float) -> float | None:
    """Read a height off the drawn polyline; None where nothing is drawn."""
    for piece in drawn.pieces:
        xs, ys = zip(*piece, strict=True)
        if xs[0] <= x <= xs[-1]:
            return float(np.interp(x, xs, ys))
    return None


@pytest.mark.parametrize("text", ["x^2 - 2", "sin(4x)", "e^x", "x^3 - 3x", "abs(x)", "0.5x"])
@given(share=st.floats(0, 1))
def test_a_curve_is_where_the_function_is(text: str, share: float) -> None:
    x = VIEW[0] + share * (VIEW[1] - VIEW[0])
    y = evaluate(parse(text), {"x": x})
    if VIEW[2] < y < VIEW[3]:
        drawn = height_at(curve(parse(text), VIEW), x)
        assert drawn == pytest.approx(y, abs=0.02 * (1 + abs(y)))


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("1/x", [0.0]),
        ("1/(x - 0.511)", [0.511]),
        ("abs(x)/x", [0.0]),
        ("tan(x)", [-math.pi / 2, math.pi / 2]),
        ("1/(x - 1)^2", [1.0]),
    ],
)
def test_a_curve_is_cut_at_poles_and_jumps(text: str, gaps: list[float]) -> None:
    pieces = curve(parse(text), VIEW).pieces
    assert len(pieces) == len(gaps) + 1
    for before, after, gap in zip(pieces[:-1], pieces[1:], gaps, strict=True):
        assert before[-1][0] == pytest.approx(gap, abs=0.6)
        assert before[-1][0] <= gap <= after[0][0]


@pytest.mark.parametrize("text", ["(e^(40x) - 1)/(e^(40x) + 1)*3", "x^9", "100x"])
def test_a_steep_curve_is_one_piece(text: str) -> None:
    assert len(curve(parse(text), VIEW).pieces) == 1


def test_a_curve_that_leaves_the_window_comes_back_as_another_piece() -> None:
    inside = [
        point
        for piece in curve(parse("9 - x^2"), (-4, 4, -2, 2)).pieces
        for point in piece
        if abs(point[1]) <= 2
    ]
    assert min(abs(x) for x, _ in inside) > math.sqrt(9 - 2) - 0.05
    assert len(curve(parse("x^2"), (-3, 3, 1, 4)).pieces) == 2


def test_a_curve_without_a_value_in_the_window_has_no_pieces() -> None:
    assert curve(parse("ln(x)"), (-3, -1, -1, 1)).pieces == ()
    assert curve(parse("x + 100"), VIEW).pieces == ()


def test_tiny_and_huge_windows_keep_their_shape() -> None:
    tiny = curve(parse("x^2"), (0, 1e-6, 0, 1e-12))
    assert height_at(tiny, 5e-7) == pytest.approx(2.5e-13, rel=0.02)
    huge = curve(parse("x^2"), (0, 1e6, 0, 1e12))
    assert height_at(huge, 5e5) == pytest.approx(2.5e11, rel=0.02)


def test_contour_lines_keep_to_their_level() -> None:
    f = parse("x^2 + 3y^2 - x*y", TWO)
    for contour in contours(f, VIEW, [1, 4]):
        assert contour.lines
        for x, y in (point for line in contour.lines for point in line):
            assert evaluate(f, {"x": x, "y": y}) == pytest.approx(contour.level, abs=0.05)


def test_a_plot_is_a_few_kilobytes_and_comes_back_from_json_as_it_was() -> None:
    plot = contour_plot(
        parse("x^2 + 3y^2", TWO),
        VIEW,
        [1, 2, 4, 8],
        "A valley.",
        dots=(Dot((1, 1), "x", "P"),),
        arrows=(Arrow((1, 1), (2, 2)),),
        axes=("w", "b"),
    )
    text = json.dumps(plot.to_json())
    assert len(text) < 8_000
    assert json.loads(text) == plot.to_json()
    assert plot_from_json(json.loads(text)) == plot
    assert len(json.dumps(plot_of(parse("sin(3x)"), VIEW, "Waves.", role="slope").to_json())) < 3_000


def test_a_window_is_found_in_which_all_is_seen() -> None:
    left, right, bottom, top = view_of([parse("x^2"), parse("-x")], -2, 3)
    assert (left, right) == (-2, 3)
    assert bottom < -3
    assert -3 - bottom == pytest.approx(top - 9, abs=0.1)
    for text in ("1/x", "7", "ln(x - 9)"):
        with pytest.raises(ValueError, match="Give a window yourself"):
            view_of([parse(text)], -1, 1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"view": (1, 1, 0, 1)}, "has no room"),
        ({"view": (0, 1, 2, 1)}, "has no room"),
        ({"alt": " "}, "has no alt"),
        ({"dots": (Dot((0, 0), "purple"),)}, "No role is called 'purple'"),  # type: ignore[arg-type]
    ],
)
def test_a_plot_that_could_not_be_drawn_or_read_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Plot(**{"view": (0, 1, 0, 1), "alt": "A window.", **change})  # type: ignore[arg-type]
