"""What every answer type promises. Each brings a right, a wrong and a malformed submission of its own."""

import json
from fractions import Fraction

import pytest

from upslope.maths import parse
from upslope.questions import (
    Fit,
    NotGradable,
    Part,
    Plot,
    Score,
    Slider,
    UnknownAnswerType,
    answer_type,
    answer_type_names,
    choice_part,
    choices_part,
    code_part,
    expression_part,
    free_text_part,
    matching_part,
    matrix_part,
    number_part,
    ordering_part,
    place_points_part,
    place_tangent_part,
    sketch_part,
    sliders_part,
)
from upslope.questions.registry import build_part

OPTIONS = [
    {"id": "both-turns", "text": "$u'v + uv'$"},
    {"id": "one-turn", "text": "$u'v$"},
    {"id": "none", "text": "neither of *them*"},
]
PARTS = (
    expression_part("derivative", parse("2x*sin(x) + x^2*cos(x)")),
    expression_part("root", "sqrt(x)", domain={"x": (1, 9)}),
    expression_part("partial", parse("2*x*y", ("x", "y")), variables=("x", "y")),
    number_part("slope", Fraction(-3, 2)),
    number_part("rounded", 2.345, decimals=2),
    number_part("tiny", 1e-7),
    number_part("root_of_two", parse("sqrt(2)", ())),
    number_part("speed", 12.5, unit="km/h", figures=3),
    number_part("share", 0.25, relative=0.01),
    expression_part("family", "x^2/2", up_to="constant"),
    expression_part("factors", "(x + 1)*(x + 3)", form="factored"),
    matrix_part("jacobian", "[2*x*y, x^2]", variables=("x", "y"), shape="chosen"),
    matrix_part("hessian", "[2*y, 2*x; 2*x, 0]", variables=("x", "y")),
    choice_part("rule", OPTIONS, "both-turns"),
    choices_part("true_ones", OPTIONS, ["both-turns", "none"]),
    choices_part("single", OPTIONS, ["one-turn"]),
    code_part("double", "def double(x):\n    return 2 * x", calls={"double": [{"low": 1, "high": 5}]}),
    code_part("weights", "w, b = 3, 4", variables=["w", "b"], measure="def measure(w, b): return w + b"),
    place_points_part("places", Plot((-3, 3, -3, 3), "A window."), [(1, 2), (-2, 0.5)]),
    place_tangent_part("tangent", Plot((-3, 3, -3, 3), "A curve."), parse("x^2/2"), 1),
    sliders_part(
        "line",
        Plot((0, 3, -2, 4), "Three points."),
        parse("m*x", ("x", "m")),
        (Slider("m", -2, 2, 0.1, 0),),
        Fit([(1, 1.1), (2, 1.9), (3, 3.2)], 1.0),
        {"m": 1},
    ),
    sketch_part("slope_drawn", "x^2 - 1", view=(-2, 2, -2, 4)),
    sketch_part("pole", "1/x", view=(-3, 3, -5, 5), features=("asymptotes", "ends")),
    free_text_part("why", "Both factors change.", points=["The first changes.", "So does the second."]),
    matching_part("pairs", OPTIONS[:2], OPTIONS, {"both-turns": "none", "one-turn": "both-turns"}),
    ordering_part("order", OPTIONS, ["one-turn", "none", "both-turns"]),
    ordering_part("some_of_them", OPTIONS, ["one-turn", "both-turns"]),
)
EVERY_PART = pytest.mark.parametrize("part", PARTS, ids=[f"{part.type}-{part.name}" for part in PARTS])


def outcome_of(part: Part, text: str) -> Score | NotGradable:
    kind = answer_type(part.type)
    value = kind.parse(text, part.key)
    return value if isinstance(value, NotGradable) else kind.score(value, part.key)


def test_every_answer_type_is_tried_here() -> None:
    assert {part.type for part in PARTS} == set(answer_type_names())


@EVERY_PART
def test_the_model_answer_scores_one(part: Part) -> None:
    assert outcome_of(part, answer_type(part.type).model_answer(part.key)) == Score(1.0)


@EVERY_PART
def test_the_right_sample_is_right_and_the_wrong_one_is_not(part: Part) -> None:
    samples = answer_type(part.type).samples(part.key)
    assert outcome_of(part, samples.right) == Score(1.0)
    wrong = outcome_of(part, samples.wrong)
    assert isinstance(wrong, Score)
    assert not wrong.is_right


@EVERY_PART
def test_a_malformed_answer_is_not_wrong_and_says_what_to_do(part: Part) -> None:
    outcome = outcome_of(part, answer_type(part.type).samples(part.key).malformed)
    assert isinstance(outcome, NotGradable)
    assert outcome.message.endswith(".")
    assert outcome.remedy.endswith(".")


@EVERY_PART
def test_an_empty_answer_is_not_wrong(part: Part) -> None:
    assert isinstance(outcome_of(part, "  "), NotGradable)


@EVERY_PART
def test_a_page_never_learns_the_answer_beforehand(part: Part) -> None:
    public = answer_type(part.type).public(part.key)
    answer = part.key["answer"]
    assert "answer" not in public
    assert len(answer) < 4 or answer not in json.dumps(public)


@EVERY_PART
def test_the_key_survives_being_stored(part: Part) -> None:
    stored = json.loads(json.dumps(part.key))
    assert stored == part.key


@EVERY_PART
def test_the_echo_says_something(part: Part) -> None:
    kind = answer_type(part.type)
    value = kind.parse(kind.model_answer(part.key), part.key)
    assert kind.show(value, part.key)


def test_an_unknown_answer_type_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownAnswerType, match=r"'essay'.*choice, choices, code, expression"):
        answer_type("essay")


def test_a_part_can_be_written_as_a_table() -> None:
    table = {
        "type": "choice",
        "name": "rule",
        "answer": "one-turn",
        "options": OPTIONS,
        "misconceptions": [{"code": "both", "sentence": "No.", "wrong": "both-turns"}],
    }
    part = build_part("choice", "rule", table)
    assert part.key["answer"] == "b"
    assert part.misconceptions[0].wrong == "a"
    assert build_part("number", "n", {"answer": "5/2"}).key["answer"] == "5/2"
    assert build_part("expression", "e", {"answer": "2x + 3"}).key["variables"] == ["x"]
    assert build_part("choices", "c", {"answer": ["none"], "options": OPTIONS}).key["answer"] == "c"
