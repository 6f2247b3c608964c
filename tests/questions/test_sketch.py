"""Sketches: how points are read, which curves can be marked, and what is said about each feature."""

import numpy as np
import pytest

from upslope.maths import Expression, derivative, parse
from upslope.questions import Misconception, NotGradable, Part, Score, answer_type, plot_of, sketch_part
from upslope.questions.answer_types.sketch.points import read_points, write_points
from upslope.questions.diagnosis import first_misconception
from upslope.questions.misconceptions.derivative_sketch import CLUES, sketch_mistakes, slope_shifted
from upslope.questions.registry import build_part

VIEW = (-2.0, 2.0, -2.0, 4.0)
HILL = parse("x^3/3 - x")  # flat at -1 and 1
SLOPE = derivative(HILL, "x")


def points(function: Expression | str) -> str:
    """Return a function as what a steady hand would draw in the window."""
    return str(sketch_part("curve", function, view=VIEW).key["answer"])


def outcome(part: Part, text: str) -> Score | NotGradable:
    kind = answer_type("sketch")
    value = kind.parse(text, part.key)
    return value if isinstance(value, NotGradable) else kind.score(value, part.key)


def scored(part: Part, text: str) -> Score:
    result = outcome(part, text)
    assert isinstance(result, Score)
    return result


def unearned(part: Part, text: str) -> str:
    return " ".join(reason.sentence for reason in scored(part, text).reasons if not reason.earned)


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("0 1, 1 2", [[(0, 1), (1, 2)]]),
        ("0 1; 1 2", [[(0, 1)], [(1, 2)]]),
        ("(0, 1) (1, 2)", [[(0, 1), (1, 2)]]),
        ("0 1\n1 2\n", [[(0, 1), (1, 2)]]),
        ("−1 .5,1. +2", [[(-1, 0.5), (1, 2)]]),
        (" ; 0 1 ;; ", [[(0, 1)]]),
        ("", []),
    ],
)
def test_points_are_read_whatever_separates_them(typed: str, pieces: list[list[tuple[float, float]]]) -> None:
    assert read_points(typed, VIEW) == pieces


@pytest.mark.parametrize(
    "typed",
    ["0 1, up 2", "0 1, 2", "0 1e5", "nan 1, 1 1", "inf 0", "3 0, 1 1", "0 99, 1 1", "0 1, 1 " + "9" * 400],
)
def test_what_is_no_point_of_the_window_is_not_marked_and_says_why(typed: str) -> None:
    result = read_points(typed, VIEW)
    assert isinstance(result, NotGradable)
    assert result.message.endswith(".")
    assert result.remedy.endswith(".")


def test_what_is_written_is_read_back_to_a_few_thousandths_of_the_window() -> None:
    drawn = [[(-1.23456, 3.98765), (0.5, -0.00001)], [(1.0, 1 / 3), (2.0, -2.0)]]
    back = read_points(write_points(drawn, VIEW), VIEW)
    assert not isinstance(back, NotGradable)
    for piece, again in zip(drawn, back, strict=True):
        assert np.abs(np.array(piece) - np.array(again)).max() < 4 / 1000


def test_a_stroke_may_be_drawn_from_right_to_left_and_in_pieces() -> None:
    part = sketch_part("slope", SLOPE, view=VIEW)
    read = read_points(points(SLOPE), VIEW)
    assert not isinstance(read, NotGradable)
    (piece,) = read
    backwards = write_points([piece[::-1]], VIEW)
    halves = write_points([piece[20:], piece[:21]], VIEW)
    assert outcome(part, backwards) == outcome(part, halves) == Score(1.0)


def test_where_strokes_overlap_the_later_one_counts() -> None:
    part = sketch_part("slope", SLOPE, view=VIEW)
    assert outcome(part, points("-x") + "; " + points(SLOPE)) == Score(1.0)
    assert scored(part, points(SLOPE) + "; " + points("-x")).fraction < 1


def test_an_empty_stretch_is_named_and_costs_nothing() -> None:
    part = sketch_part("slope", SLOPE, view=VIEW)
    result = outcome(part, "-2 3, -1 0, 0 -1, 1 0")
    assert isinstance(result, NotGradable)
    assert "x = 1" in result.message
    assert "x = 2" in result.message


def test_a_curve_that_has_left_the_window_need_not_be_drawn_there() -> None:
    part = sketch_part("pole", parse("1/x^2"), view=(-2, 2, -1, 4))
    assert outcome(part, "-2 .25, -1 1, -.6 3.5; .6 3.5, 1 1, 2 .25") == Score(1.0)


def test_a_half_drawn_curve_is_not_taken_for_one_that_left_the_window() -> None:
    part = sketch_part("stop", "-2 -1, -1 3.6, 2 3.6", view=VIEW, features=("direction",))
    assert isinstance(outcome(part, "-2 -1, -1 3.6, 0 3.6"), NotGradable)


def test_a_pole_may_be_drawn_with_or_without_lifting_the_pen() -> None:
    part = sketch_part("pole", parse("1/x"), view=(-3, 3, -5, 5))
    lifted = "-3 -.3, -1 -1, -.5 -2, -.25 -4; .25 4, .5 2, 1 1, 3 .3"
    assert outcome(part, lifted) == outcome(part, lifted.replace(";", ", 0 -5, 0.02 5,")) == Score(1.0)


def test_a_pole_drawn_through_is_told_apart() -> None:
    part = sketch_part("pole", parse("1/x"), view=(-3, 3, -5, 5))
    assert "goes on as if nothing were" in unearned(part, "-3 -.3, -1 -1, 1 1, 3 .3")


@pytest.mark.parametrize(
    ("drawn", "says"),
    [
        ("-x^2 + 1", "above, below or on the axis"),
        ("x^2 + 1", "meets the axis nowhere"),
        ("x", "meets the axis once"),
        ("x", "no turning point"),
        ("x^3 - 2x", "2 turning points"),
        ("2 - abs(x)", "rises, falls or stays level"),
    ],
)
def test_the_reason_names_the_feature_that_is_off(drawn: str, says: str) -> None:
    assert says in unearned(sketch_part("slope", SLOPE, view=VIEW), points(drawn))


def test_each_feature_earns_its_share() -> None:
    part = sketch_part("slope", SLOPE, view=VIEW, features=("zeros", "direction"))
    shifted = scored(part, points("x^2 + 0.5"))
    assert [reason.earned for reason in shifted.reasons] == [False, True]
    assert shifted.fraction == pytest.approx(0.5)


def test_what_was_not_asked_earns_nothing() -> None:
    part = sketch_part("line", "x/2 + 2", view=VIEW)
    upside_down = scored(part, points("-x/2 - 1"))
    assert upside_down.fraction == 0


def test_heights_count_only_where_they_are_asked_for() -> None:
    tall = points("1.9x^2 - 1.9")
    assert outcome(sketch_part("slope", SLOPE, view=VIEW), tall) == Score(1.0)
    assert "heights" in unearned(sketch_part("slope", SLOPE, view=VIEW, features=("zeros", "heights")), tall)


def test_ends_tell_what_goes_on_from_what_levels_off() -> None:
    part = sketch_part("cooling", "3.5*exp(-2*(x + 2))", view=VIEW, features=("ends",))
    assert outcome(part, points("3.5*exp(-1.8*(x + 2))")) == Score(1.0)
    assert "near $x \\approx 2.0$" in unearned(part, points("3.5 - 1.3*(x + 2)"))


def test_a_stretch_that_should_be_level_is_missed() -> None:
    stop = "-2 -1, -1 2, 1 2, 2 -1"
    part = sketch_part("stop", stop, view=VIEW, features=("direction",))
    assert outcome(part, stop) == Score(1.0)
    assert "stays level" in unearned(part, "-2 -1, 0 2, 2 -1")


def test_an_authors_clue_follows_the_reason() -> None:
    part = sketch_part("slope", SLOPE, view=VIEW, clues=CLUES)
    assert CLUES["zeros"] in unearned(part, points("x"))


def test_ready_made_mistakes_are_recognised_by_a_drawing() -> None:
    mistakes = (*sketch_mistakes(HILL), slope_shifted(HILL, 1.5))
    part = sketch_part("slope", SLOPE, view=VIEW, misconceptions=mistakes)
    kind = answer_type("sketch")
    for drawn, code in (
        (HILL, "function-itself"),
        (-SLOPE, "slope-upside-down"),
        (parse("2x"), "slope-of-the-slope"),
        (parse("x^2 + 0.6"), "slope-shifted"),
    ):
        found = first_misconception(part, kind.parse(points(drawn), part.key))
        assert found is not None
        assert found.code == code


def test_a_part_can_be_written_as_a_table() -> None:
    table = {
        "answer": "x^2 - 1",
        "view": [-2, 2, -2, 4],
        "above": {"function": "x^3/3 - x", "view": [-2, 2, -1, 1], "alt": "A wave."},
        "misconceptions": [{"code": "flat", "sentence": "No.", "wrong": "-2 1, 2 1"}],
    }
    part = build_part("sketch", "slope", table)
    assert outcome(part, points(SLOPE)) == Score(1.0)
    assert part.misconceptions[0].wrong == "-2 1, 2 1"
    assert part.key["plot"]["alt"] == "A wave."


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"view": (2, -2, 0, 1)}, "left, right, bottom, top"),
        ({"view": VIEW, "interval": (0, 9)}, "must lie in the window"),
        ({"view": VIEW, "features": ("colour",)}, "There are: sign"),
        ({"view": VIEW, "clues": {"colour": "Red."}}, "'colour'"),
        ({"view": VIEW, "features": ("asymptotes",)}, "shows none of"),
        ({"view": VIEW, "above": plot_of(HILL, (-3, 3, -1, 1), "A wave.")}, "share one x axis"),
        (
            {"view": VIEW, "above": plot_of(HILL, VIEW, "A wave."), "behind": plot_of(HILL, VIEW, "A wave.")},
            "Give one of them",
        ),
        ({"view": VIEW, "misconceptions": (Misconception("half", "No.", "-2 0, 0 0"),)}, "no curve yet"),
        ({"view": VIEW, "misconceptions": (Misconception("typo", "No.", "2**"),)}, "cannot be read"),
    ],
)
def test_a_part_that_cannot_work_says_why(settings: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        sketch_part("slope", SLOPE, **settings)  # type: ignore[arg-type]  # wrong on purpose


def test_a_function_without_values_on_a_stretch_needs_a_smaller_interval() -> None:
    with pytest.raises(ValueError, match="no curve yet"):
        sketch_part("root", "sqrt(x)", view=(-4, 4, -1, 3))
    part = sketch_part("root", "sqrt(x)", view=(-4, 4, -1, 3), interval=(0, 4))
    assert outcome(part, "0 0, .2 .5, 1 1, 4 2") == Score(1.0)


def test_the_longest_answer_is_marked_in_a_moment() -> None:
    rng = np.random.default_rng(5)
    scribble = ", ".join(f"{x:.1f} {y:.1f}" for x, y in rng.uniform(-2, 2, (2500, 2)))
    assert scored(sketch_part("slope", SLOPE, view=VIEW), scribble[:20_000].rpartition(",")[0]).fraction < 1
