"""Things placed on a picture: how points are read, and how arrows, points, lines and paths are judged."""

from math import atan2, cos, degrees, hypot, pi, radians, sin, tan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.grading.question_grader import grade_part
from upslope.maths import evaluate, parse
from upslope.questions import (
    Misconception,
    NotGradable,
    Part,
    Plot,
    Score,
    answer_type,
    line_places,
    place_arrow_part,
    place_free_arrow_part,
    place_gradient_part,
    place_line_part,
    place_path_part,
    place_points_part,
    place_tangent_part,
    places_text,
)
from upslope.questions.registry import build_part

PLACE = answer_type("place")
PLOT = Plot((-3, 3, -2, 4), "An empty window.")
BOWL = parse("x^2 + 2*y^2", ("x", "y"))
POINTS = place_points_part("points", PLOT, [(1, 2), (-2, 0)])
ARROW = place_arrow_part("arrow", PLOT, (0, 0), (1, 0), length=0.25)
FREE = place_free_arrow_part("free", PLOT, (-1, 1), (1, 1))
LINE = place_line_part("line", PLOT, (1, 1), 2.0)
PATH = place_path_part("path", PLOT, BOWL, [(2, 2), (1, 0.5), (0, 0)], goal=(0, 0))


def placed(part: Part, text: str) -> tuple[tuple[float, float], ...]:
    places = PLACE.parse(text, part.key)
    assert not isinstance(places, NotGradable), places
    return tuple(places)


def outcome(part: Part, text: str) -> Score | NotGradable:
    value = PLACE.parse(text, part.key)
    return value if isinstance(value, NotGradable) else PLACE.score(value, part.key)


def score(part: Part, text: str) -> Score:
    found = outcome(part, text)
    assert isinstance(found, Score), found
    return found


def said(part: Part, text: str) -> str:
    return " ".join(reason.sentence for reason in score(part, text).reasons)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1.2 -0.5", ((1.2, -0.5),)),
        ("(1, 2); (-3, .5)", ((1, 2), (-3, 0.5))),
        ("1,2;3,4", ((1, 2), (3, 4))),
        (" [1 2] ;", ((1, 2),)),
        ("−1 −2", ((-1, -2),)),
        ("+1. 0", ((1, 0),)),
    ],
)
def test_points_are_read_as_a_person_may_write_them(
    text: str, places: tuple[tuple[float, float], ...]
) -> None:
    assert PLACE.parse(text, {**POINTS.key, "count": [1, 2]}) == places


@pytest.mark.parametrize(
    "text", ["", " ; ", "1", "1 2 3; 1 2", "1 2;; 3 4", "a b; c d", "1e9 2; 0 0", "1/2 1; 0 0"]
)
def test_what_is_not_points_costs_nothing_and_says_what_to_do(text: str) -> None:
    found = outcome(POINTS, text)
    assert isinstance(found, NotGradable)
    assert found.message.endswith(".")
    assert found.remedy.endswith(".")


@pytest.mark.parametrize("text", ["1 2", "1 2; 0 0; 1 1", "1 2; 9 9"])
def test_too_few_points_too_many_and_those_off_the_picture_are_not_wrong(text: str) -> None:
    assert isinstance(outcome(POINTS, text), NotGradable)


def test_a_long_hostile_text_is_answered_at_once() -> None:
    assert isinstance(outcome(POINTS, "1 2;" * 5000 + "("), NotGradable)


@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-2, 4)), min_size=1, max_size=5))
@settings(deadline=None, max_examples=50)
def test_points_written_as_text_are_read_back(places: list[tuple[float, float]]) -> None:
    anywhere = place_points_part("points", PLOT, [(1, 2)], most=5)
    assert np.allclose(placed(anywhere, places_text(places)), places, rtol=1e-5, atol=1e-9)


def test_points_are_right_in_any_order_and_a_little_beside() -> None:
    assert score(POINTS, "-2.1 0.1; 1.1 2.1") == Score(1.0)


@pytest.mark.parametrize(("text", "fraction"), [("1 2; 2 -1", 1 / 3), ("1 2; 1 2", 1 / 3), ("2 -1; 2 -2", 0)])
def test_a_point_in_vain_costs_as_much_as_one_not_found(text: str, fraction: float) -> None:
    assert score(POINTS, text).fraction == pytest.approx(fraction)


def test_where_their_number_is_part_of_the_question_fewer_may_be_placed() -> None:
    part = place_points_part("points", PLOT, [(1, 2), (-2, 0)], most=4)
    assert score(part, "1 2").fraction == 0.5
    assert "more to find" in said(part, "1 2")
    assert score(part, "1 2; -2 0; 2 2").fraction == pytest.approx(2 / 3)
    assert PLACE.public(part.key)["count"] == [1, 4]


def test_each_point_is_told_how_it_did() -> None:
    reasons = score(POINTS, "1 2; -1.7 0.3").reasons
    assert [reason.earned for reason in reasons] == [True, False]
    assert "close" in reasons[1].sentence


def test_two_points_that_one_place_would_do_for_are_refused() -> None:
    with pytest.raises(ValueError, match="too near"):
        place_points_part("points", PLOT, [(1, 2), (1.1, 2.1)])


@given(st.floats(-180, 180), st.floats(-180, 180), st.floats(0.3, 1.9))
@settings(deadline=None, max_examples=80)
def test_an_arrow_is_right_when_its_angle_is_near_enough_whatever_its_length(
    true: float, off: float, length: float
) -> None:
    part = place_arrow_part("arrow", PLOT, (0, 0), (cos(radians(true)), sin(radians(true))))
    angle = radians(true + off)
    found = score(part, places_text([(length * cos(angle), length * sin(angle))]))
    if abs(abs(off) - 15) > 0.1:
        assert found.is_right == (abs(off) < 15)


@pytest.mark.parametrize(
    ("tip", "word"),
    [
        ("1 0.5", "roughly"),
        ("0 1", "right angle"),
        ("-1 0.5", "away"),
        ("-1 0", "opposite"),
        ("2 0", "too long"),
        ("0.5 0", "too short"),
    ],
)
def test_an_arrow_is_told_how_it_stands_to_the_right_one(tip: str, word: str) -> None:
    assert word in said(ARROW, tip)


def test_length_earns_nothing_while_the_direction_is_wrong() -> None:
    assert score(ARROW, "0 1").fraction == 0
    assert score(ARROW, "2 0").fraction == 0.5


def test_an_arrow_without_length_is_not_wrong() -> None:
    assert isinstance(outcome(ARROW, "0 0"), NotGradable)


def test_a_free_arrow_must_start_at_the_right_place() -> None:
    assert score(FREE, "-1 1; 0 2") == Score(1.0)
    assert score(FREE, "1 1; 2 2").fraction == 0.5


@given(st.floats(-2, 2), st.floats(-1.5, 3.5), st.integers(0, 3))
@settings(deadline=None, max_examples=60)
def test_the_gradient_arrow_points_to_where_the_function_grows_fastest(
    x: float, y: float, index: int
) -> None:
    functions = ("x^2 + 2*y^2", "x*y + 3*x", "sin(x) + y", "x^2 - y^2 + x + y/2")
    function = parse(functions[index], ("x", "y"))
    turns = np.linspace(0, 2 * pi, 721)
    heights = [evaluate(function, {"x": x + 1e-5 * cos(t), "y": y + 1e-5 * sin(t)}) for t in turns]
    if max(heights) - min(heights) < 1e-6:
        return
    part = place_gradient_part("g", PLOT, function, (x, y))
    [(tip_x, tip_y)] = placed(part, part.key["answer"])
    off = degrees(atan2(tip_y - y, tip_x - x) - turns[int(np.argmax(heights))])
    assert min(off % 360, -off % 360) < 1.5


def test_the_mistakes_of_a_gradient_are_known_by_name() -> None:
    part = place_gradient_part("g", PLOT, BOWL, (1, 1.5))
    codes = [mistake.code for mistake in part.misconceptions]
    assert codes == ["gradient-downhill", "along-the-contour", "along-the-contour-back", "slopes-swapped"]
    for mistake in part.misconceptions:
        feedback = grade_part(part, mistake.wrong).feedback
        assert feedback is not None
        assert feedback.code == mistake.code


def test_mistakes_that_cannot_be_told_apart_are_left_out() -> None:
    part = place_gradient_part("g", PLOT, parse("x + y", ("x", "y")), (0, 0))
    assert "slopes-swapped" not in [mistake.code for mistake in part.misconceptions]


def test_where_the_ground_is_level_there_is_no_arrow_to_draw() -> None:
    with pytest.raises(ValueError, match="zero"):
        place_gradient_part("g", PLOT, BOWL, (0, 0))


@given(st.floats(-2.5, 2.5), st.floats(-1.5, 3.5), st.floats(-80, 80))
@settings(deadline=None, max_examples=60)
def test_any_two_points_of_the_right_line_are_right(x: float, y: float, tilt: float) -> None:
    slope = tan(radians(tilt))
    part = place_line_part("line", PLOT, (x, y), slope)
    (x0, y0), (x1, y1) = line_places((x, y), slope, PLOT.view)
    for share in (0.3, 0.7):
        inner = (x0 + share * (x1 - x0), y0 + share * (y1 - y0))
        if hypot(inner[0] - x0, inner[1] - y0) > 0.1:
            assert score(part, places_text([(x0, y0), inner])) == Score(1.0)


@pytest.mark.parametrize(
    ("text", "fraction", "word"),
    [
        ("1 1; 0 2", 0.5, "falls"),
        ("1 1; 1.5 3.5", 0.5, "too steep"),
        ("1 1; 2 1.5", 0.5, "not steep enough"),
        ("0 0; 1 2", 0.5, "above"),
        ("1 0; 2 2", 0.5, "below"),
        ("2 0; 2 2", 0, "beside"),
    ],
)
def test_a_line_is_told_whether_slope_or_place_is_off(text: str, fraction: float, word: str) -> None:
    assert score(LINE, text).fraction == fraction
    assert word in said(LINE, text)


def test_two_points_at_one_place_make_no_line() -> None:
    assert isinstance(outcome(LINE, "1 1; 1 1"), NotGradable)


def test_the_tangent_has_the_slope_that_differences_give() -> None:
    f = parse("x^3/4 - x")
    part = place_tangent_part("t", PLOT, f, 1.5)
    (x0, y0), (x1, y1) = placed(part, part.key["answer"])
    rise = evaluate(f, {"x": 1.5 + 1e-6}) - evaluate(f, {"x": 1.5 - 1e-6})
    assert (y1 - y0) / (x1 - x0) == pytest.approx(rise / 2e-6, rel=1e-4)
    assert y0 + (1.5 - x0) * (y1 - y0) / (x1 - x0) == pytest.approx(evaluate(f, {"x": 1.5}), abs=1e-4)
    assert len(part.misconceptions) >= 3


def test_another_path_that_goes_down_to_the_lowest_point_is_right_too() -> None:
    assert score(PATH, "0 1; 0.1 0.1") == Score(1.0)


def test_each_step_uphill_and_a_path_that_stops_short_cost_their_share() -> None:
    assert score(PATH, "2.5 3; 0 0").fraction == pytest.approx(2 / 3)
    assert "Step 1 does not end lower" in said(PATH, "2.5 3; 0 0")
    assert score(PATH, "1 1; 1 0.5").fraction == pytest.approx(2 / 3)
    assert "lowest point yet" in said(PATH, "1 1; 1 0.5")


def test_steepest_descent_must_leave_straight_across_the_contour() -> None:
    part = place_path_part("path", PLOT, BOWL, [(2, 2), (1, 0)], degrees=20)
    assert score(part, "1.5 1") == Score(1.0)
    assert "not straight across" in said(part, "0 2")


def test_a_path_of_a_misconception_is_recognised() -> None:
    mistake = Misconception("overshoots", "Your step is too long.", "-2.5 -2; 0 0")
    part = place_path_part("p", PLOT, BOWL, [(2, 2), (1, 0.5), (0, 0)], misconceptions=[mistake])
    feedback = grade_part(part, "-2.5 -1.9; 0 0").feedback
    assert feedback is not None
    assert feedback.code == "overshoots"


def test_a_path_that_is_not_right_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="not right itself"):
        place_path_part("p", PLOT, BOWL, [(1, 1), (2, 2)])


def test_what_leaves_the_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the picture"):
        place_arrow_part("a", PLOT, (2, 0), (2, 0))
    with pytest.raises(ValueError, match="outside the picture"):
        place_points_part("p", PLOT, [(0, 0)], misconceptions=[Misconception("far", "Far.", "7 7")])


def test_the_start_is_marked_on_the_picture_and_shown_with_the_answer() -> None:
    assert ARROW.key["plot"]["dots"][-1]["at"] == [0, 0]
    assert PLACE.show(((1.0, 0.5),), ARROW.key) == r"(0, 0) \to (1, 0.5)"


def test_the_page_learns_nothing_of_the_function_or_the_rules() -> None:
    assert set(PLACE.public(PATH.key)) == {"view", "thing", "start", "count"}


def test_a_thing_can_be_written_as_a_table() -> None:
    table = {"thing": "line", "plot": {"view": PLOT.view, "alt": PLOT.alt}, "through": [1, 1], "answer": 2}
    assert build_part("place", "line", table).key == LINE.key
    with pytest.raises(ValueError, match="points, arrow, line, path"):
        build_part("place", "line", {**table, "thing": "circle"})
