"""The marks of scenes: what each is drawn as, held against the geometry it stands for."""

from typing import Any

import numpy as np
import pytest

from tests.course.figures.scenes import scene
from upslope.course.errors import ContentError
from upslope.course.figures.scene.moment import Moment
from upslope.course.figures.scene.primitives import Contours, Curve, Dot, Field, Handle, Line, Primitive, Text

AT = {"a": 1.25, "n": 3}


def drawn(name: str, **keys: Any) -> tuple[Any, Moment]:
    """Return a mark's only primitive and the moment at which it is looked at."""
    made = scene(mark=[{"is": name, **keys}])
    (item,) = made.items
    return item, made.moment(AT)


def f(u: Any) -> Any:
    return u**3 - u


def points(line: Line, moment: Moment, row: dict[str, float] | None = None) -> list[tuple[float, ...]]:
    return [tuple(moment.number(tree, row) for tree in point) for point in line.points]


def along(curve: Curve, moment: Moment, values: Any) -> np.ndarray:
    """Return the points of a curve, of shape (2, n)."""
    places = np.asarray(values, dtype=float)
    at = [np.broadcast_to(moment.array(tree, {curve.by: places}), places.shape) for tree in curve.at]
    return np.array(at)


def test_a_curve_is_the_graph_of_its_formula() -> None:
    curve, moment = drawn("curve", of="f(x)", **{"from": "a - 1", "to": "a"})
    x = np.linspace(-2, 2, 9)
    np.testing.assert_allclose(along(curve, moment, x), [x, f(x)])
    assert (moment.number(curve.start), moment.number(curve.end)) == (0.25, 1.25)


def test_a_curve_may_be_a_path() -> None:
    curve, moment = drawn("curve", of=["cos(t)", "a t"], to="2 pi", **{"from": 0})
    t = np.linspace(0, 6, 7)
    np.testing.assert_allclose(along(curve, moment, t), [np.cos(t), 1.25 * t])


def test_a_tangent_touches() -> None:
    curve, moment = drawn("tangent", of="f(x)", at="a")
    x, y = along(curve, moment, [1.25, 2.25])
    assert (x.tolist(), y[0]) == ([1.25, 2.25], pytest.approx(f(1.25)))
    assert y[1] - y[0] == pytest.approx(3 * 1.25**2 - 1)


def test_a_secant_goes_through_both_points_and_a_chord_ends_there() -> None:
    curve, moment = drawn("secant", of="f(x)", to="a", **{"from": 0.5})
    np.testing.assert_allclose(along(curve, moment, [0.5, 1.25])[1], [f(0.5), f(1.25)])
    chord, moment = drawn("secant", of="f(x)", to="a", chord=True, **{"from": 0.5})
    np.testing.assert_allclose(points(chord, moment), [(0.5, f(0.5)), (1.25, f(1.25))])


def test_an_area_has_a_base() -> None:
    area, moment = drawn("area", of="f(x)", base="x/2", **{"from": 0, "to": "a"})
    assert [moment.number(tree, {area.by: 0.7}) for tree in (*area.at, *area.base)] == pytest.approx(
        [0.7, f(0.7), 0.7, 0.35]
    )


def test_segments_polygons_and_vectors_are_lines() -> None:
    line, moment = drawn("segment", **{"from": ["a", 0], "to": ["a", "f(a)"]})
    assert points(line, moment) == [(1.25, 0), (1.25, pytest.approx(f(1.25)))]
    assert not line.closed
    corners = [[0, 0], ["a", 0], [0, "a"]]
    assert drawn("polygon", points=corners)[0].closed
    assert not drawn("polygon", points=corners, open=True)[0].closed
    arrow, moment = drawn("vector", by=["a", 1], **{"from": [1, "a"]})
    assert points(arrow, moment) == [(1, 1.25), (2.25, 2.25)]
    assert arrow.head
    assert points(drawn("vector", to=[1, 2])[0], moment) == [(0, 0), (1, 2)]


def test_a_circle_is_everywhere_at_its_radius() -> None:
    circle, moment = drawn("circle", at=["a", 1], radius=0.5)
    start, end = moment.number(circle.start), moment.number(circle.end)
    x, y = along(circle, moment, np.linspace(start, end, 50))
    np.testing.assert_allclose(np.hypot(x - 1.25, y - 1), 0.5)
    assert (x[0], y[0]) == pytest.approx((x[-1], y[-1]))


def test_a_field_may_be_a_gradient() -> None:
    field, moment = drawn("arrow-field", gradient="g(x, y)")
    assert isinstance(field, Field)
    inside = {"x": 0.3, "y": 0.4}
    assert moment.number(field.u, inside) == pytest.approx(2 * 0.3 * 0.4)
    assert moment.number(field.v, inside) == pytest.approx(0.3**2 + np.cos(0.4))


@pytest.mark.parametrize(
    ("levels", "written"),
    [(8, {"count": 8}), ([1, 2.5], [1.0, 2.5]), ({"rising": [0.1, 10, 5]}, {"rising": [0.1, 10.0, 5]})],
)
def test_contours_have_levels_in_three_ways(levels: Any, written: Any) -> None:
    contours, _ = drawn("contours", of="g(x, y)", levels=levels, style="filled")
    assert isinstance(contours, Contours)
    assert contours.data()["levels"] == written
    assert contours.data()["filled"]


def test_points_of_data_are_dots_and_residuals_end_on_the_graph() -> None:
    dots, moment = drawn("scatter", each="data", x="p", y="q")
    assert isinstance(dots, Dot)
    rows = moment.rows("data")
    assert [tuple(moment.number(tree, row) for tree in dots.at) for row in rows] == [(1, 2), (2, 3), (4, 5)]
    residuals, moment = drawn("residuals", each="data", x="p", y="q", of="a x")
    assert [points(residuals, moment, dict(row)) for row in rows] == [
        [(1, 2), (1, 1.25)],
        [(2, 3), (2, 2.5)],
        [(4, 5), (4, 5)],
    ]


def test_the_squares_of_residuals_have_equal_sides() -> None:
    made = scene(mark=[{"is": "residuals", "each": "data", "x": "p", "y": "q", "of": "a x", "squares": True}])
    square, _ = made.items
    corners = points(square, made.moment(AT), {"p": 1, "q": 2, "k": 0})  # type: ignore[arg-type]
    assert corners == [(1, 2), (1.75, 2), (1.75, 1.25), (1, 1.25)]


def test_a_histogram_counts_or_takes_heights_from_columns() -> None:
    counted, moment = drawn("histogram", each="data", of="p", edges=[0, 2, 3, 5], density=True)
    heights = [y for _, y in points(counted, moment)][1::4]
    exact, _ = np.histogram([1, 2, 4], [0, 2, 3, 5], density=True)
    np.testing.assert_allclose(heights, exact, rtol=1e-5)
    assert counted.look.each == ""
    given, moment = drawn("histogram", each="data", x="p", height="q", width=0.5)
    bar = points(given, moment, {"p": 2, "q": 3, "k": 1})
    assert bar == [(1.75, 0), (1.75, 3), (2.25, 3), (2.25, 0)]


def test_words_hold_numbers_and_formulas() -> None:
    text, _ = drawn("text", at=[0, 0], text="at {a}, {f(a):3} high", offset=[4, -8], anchor="start")
    assert isinstance(text, Text)
    assert text.data()["text"][:2] == ["at ", {"name": "a", "digits": 2}]
    assert text.data()["text"][3]["digits"] == 3
    assert (text.anchor, text.dx, text.dy) == ("start", 4, -8)


def handle(**keys: Any) -> Handle:
    item, _ = drawn("handle", label="Point", **keys)
    assert isinstance(item, Handle)
    return item


def test_a_handle_moves_what_its_coordinates_are() -> None:
    assert handle(at=["a", "f(a)"]).data()["sets"] == {"a": "px"}
    assert handle(at=["a", "n"]).data()["sets"] == {"a": "px", "n": "py"}
    assert handle(at=["a", "f(a)"]).data()["says"] == ["a ", {"name": "a", "digits": 2}]


def test_a_handle_moves_what_it_says_or_keeps_to_a_curve() -> None:
    assert handle(at=["2 a", 0], sets={"a": "px/2"}).data()["sets"] == {"a": ["/", "px", 2]}
    circle = handle(at=["cos(a)", "sin(a)"], along="a", to="2 pi", **{"from": 0}).data()
    assert circle["along"]["by"] == "a"
    assert circle["along"]["at"] == [["cos", "a"], ["sin", "a"]]
    assert circle["sets"] == {}


def test_a_handle_that_does_not_change_along_its_path_is_refused() -> None:
    with pytest.raises(ContentError, match="at does not change with 'n'"):
        handle(at=["a", "f(a)"], along="n", to=3, **{"from": 0})


def test_space_has_surfaces_and_points_with_three_coordinates() -> None:
    box = {"x": [-1, 1], "y": [-1, 1], "z": [0, 2]}
    made = scene(
        state={"a": 1, "n": 3, "turn": 30, "tilt": 40},
        view=None,
        panel=[{"id": "space", "space": box}],
        mark=[{"is": "surface", "of": "g(x, y)"}, {"is": "point", "at": ["a", 0, "g(a, 0)"]}],
    )
    assert tuple(made.ranges["turn"]) == (-180, 180)
    assert made.panels() == '<div class="panel main space"></div>'
    assert [item.kind for item in made.items] == ["surface", "dot"]


def look(**keys: Any) -> dict[str, Any]:
    made = scene(
        view=None,
        panel=[{"id": name, "view": [0, 1, 0, 1]} for name in ("left", "right")],
        mark=[{"is": "point", "at": [0, 0], **keys}],
    )
    (item,) = made.items
    return item.data()


def test_every_mark_has_a_look() -> None:
    data = look(panel="right", role="slope", style="thick dashed", part="tangent", when="a > 0 and n <= 2")
    assert (data["panel"], data["role"], data["style"], data["part"]) == (
        1,
        "slope",
        "thick dashed",
        "tangent",
    )
    assert data["when"] == ["and", [">", "a", 0], ["<=", "n", 2]]
    assert look(opacity="a/2")["opacity"] == ["/", "a", 2]
    assert look(each="data", when="k < n")["when"] == ["<", "k", "n"]


def test_what_is_as_usual_is_not_sent() -> None:
    assert look() == {"is": "dot", "panel": 0, "role": "ink", "at": [0, 0]}


def test_every_primitive_has_a_name() -> None:
    assert len({kind.kind for kind in Primitive.__subclasses__()}) == 9
