"""Marking an answer: right, wrong with a named mistake, partly right, or not readable and free of charge."""

import pytest

from upslope.grading.question_grader import FOLLOWS, NOT_YET, PARTLY_RIGHT, grade_answer
from upslope.maths import parse
from upslope.questions import (
    Feedback,
    Misconception,
    NotGradable,
    Part,
    Score,
    Variant,
    choices_part,
    expression_part,
    number_part,
)
from upslope.questions.misconceptions import product_rule

U, V = parse("x^2"), parse("sin(x)")
MISTAKES = (
    product_rule.product_of_derivatives(U, V),
    product_rule.first_factor_only(U, V),
    Misconception("also-first-factor", "Never reached.", "2*x*sin(x)"),
)
DERIVATIVE = expression_part("derivative", "2x sin(x) + x^2 cos(x)", misconceptions=MISTAKES)
VALUE = number_part("value", 0, weight=3)
OPTIONS = [{"id": name, "text": name} for name in ("one", "two", "three")]
TRUE_ONES = choices_part("true_ones", OPTIONS, ["one", "two"])


def variant(*parts: Part) -> Variant:
    return Variant("m/i/q", "v", 0, "Title", "Prompt", ("Hint",), "Solution", parts)


def test_a_right_answer_scores_one_and_is_echoed() -> None:
    result = grade_answer(variant(DERIVATIVE), {"derivative": "x^2 cos x + 2x sin x"})
    assert result.score == 1
    assert result.parts[0].outcome == Score(1.0)
    assert result.parts[0].reading == r"x^{2} \cos x + 2x \sin x"
    assert result.parts[0].feedback is None


def test_a_wrong_answer_gets_the_sentence_of_the_mistake_it_shows() -> None:
    result = grade_answer(variant(DERIVATIVE), {"derivative": "cos(x) * 2x"})
    assert result.score == 0
    feedback = result.parts[0].feedback
    assert feedback is not None
    assert feedback.code == "product-of-derivatives"
    assert feedback.sentence == MISTAKES[0].sentence


def test_the_first_mistake_that_matches_speaks() -> None:
    feedback = grade_answer(variant(DERIVATIVE), {"derivative": "2x sin x"}).parts[0].feedback
    assert feedback is not None
    assert feedback.code == "first-factor-only"


def test_a_wrong_answer_that_no_mistake_explains_gets_a_kind_word() -> None:
    feedback = grade_answer(variant(DERIVATIVE), {"derivative": "x"}).parts[0].feedback
    assert feedback is not None
    assert feedback.code == "not-yet"


def test_parts_count_by_their_weight() -> None:
    both = variant(DERIVATIVE, VALUE)
    assert grade_answer(both, {"derivative": "x", "value": "0"}).score == 0.75
    assert grade_answer(both, {"derivative": "2x sin(x) + x^2 cos(x)", "value": "1"}).score == 0.25


def test_partial_credit_is_said_to_be_partial() -> None:
    result = grade_answer(variant(TRUE_ONES), {"true_ones": "a"})
    assert result.score == pytest.approx(2 / 3)
    feedback = result.parts[0].feedback
    assert feedback is not None
    assert feedback.code == "partly-right"


def test_a_mistake_that_is_partly_right_is_named_too() -> None:
    ticked_all = Misconception("ticked-all", "You ticked every one.", "one,two,three")
    part = choices_part("true_ones", OPTIONS, ["one", "two"], misconceptions=(ticked_all,))
    result = grade_answer(variant(part), {"true_ones": "a,b,c"})
    assert result.score == pytest.approx(2 / 3)
    assert result.parts[0].feedback == Feedback("ticked-all", "You ticked every one.")


def test_the_general_sentences_fit_answers_of_every_kind() -> None:
    words = f"{NOT_YET.sentence} {PARTLY_RIGHT.sentence} {FOLLOWS.sentence}".lower()
    assert not any(word in words for word in ("option", "entry", "line", "curve", "number", "type"))


def test_one_unreadable_part_leaves_the_whole_answer_unmarked() -> None:
    result = grade_answer(variant(DERIVATIVE, VALUE), {"derivative": "2x sin(", "value": "0"})
    assert result.score is None
    assert isinstance(result.parts[0].outcome, NotGradable)
    assert result.parts[1].outcome == Score(1.0)


def test_a_part_left_out_is_not_wrong() -> None:
    result = grade_answer(variant(DERIVATIVE), {})
    assert result.score is None
    assert isinstance(result.parts[0].outcome, NotGradable)


def test_answers_to_parts_that_do_not_exist_are_ignored() -> None:
    assert grade_answer(variant(VALUE), {"value": "0", "other": "2*("}).score == 1
