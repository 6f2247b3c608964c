"""The course that comes with Upslope: nothing to mend, every question proved, every mistake recognised."""

from functools import cache

import pytest

from upslope.course import default_course_path, load_course, load_question
from upslope.course.schema import walk_questions
from upslope.grading.question_grader import grade_answer
from upslope.questions import answer_type
from upslope.questions.variant import Variant

COURSE = load_course(default_course_path())
QUESTIONS = list(walk_questions(COURSE))
SEED = 0  # here the grader itself marks; `make check` proves every question on 5 seeds, `make content` on 200


@cache
def drawn(question_id: str) -> Variant:
    return load_question(COURSE, question_id).variant(SEED)


def test_the_course_has_questions_to_prove() -> None:
    assert len(QUESTIONS) >= 10


@pytest.mark.parametrize("question_id", QUESTIONS)
def test_a_right_answer_is_right_and_each_mistake_gets_its_own_sentence(question_id: str) -> None:
    variant = drawn(question_id)
    right = {part.name: answer_type(part.type).model_answer(part.key) for part in variant.parts}
    assert grade_answer(variant, right).score == 1
    for place, part in enumerate(variant.parts):
        for misconception in part.misconceptions:
            result = grade_answer(variant, {**right, part.name: misconception.wrong})
            feedback = result.parts[place].feedback
            assert result.score is not None
            assert result.score < 1
            assert feedback is not None
            assert (feedback.code, feedback.sentence) == (misconception.code, misconception.sentence)


@pytest.mark.parametrize("question_id", QUESTIONS)
def test_an_answer_of_no_kind_costs_nothing(question_id: str) -> None:
    variant = drawn(question_id)
    broken = {part.name: answer_type(part.type).samples(part.key).malformed for part in variant.parts}
    assert grade_answer(variant, broken).score is None
