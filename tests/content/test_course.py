"""The course that comes with Upslope: nothing to mend, every question proved, every mistake recognised."""

import pytest

from upslope.course import default_course_path, load_course, load_question
from upslope.course.schema import walk_questions
from upslope.grading.question_grader import grade_answer
from upslope.questions import answer_type

COURSE = load_course(default_course_path())
QUESTIONS = list(walk_questions(COURSE))
SEEDS = 3  # `make check` checks the course and proves every question on 5 seeds, `make content` on 200


def test_the_course_has_questions_to_prove() -> None:
    assert len(QUESTIONS) >= 10


@pytest.mark.parametrize("question_id", QUESTIONS)
def test_a_right_answer_is_right_and_each_mistake_gets_its_own_sentence(question_id: str) -> None:
    question = load_question(COURSE, question_id)
    for seed in range(SEEDS):
        variant = question.variant(seed)
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
    variant = load_question(COURSE, question_id).variant(0)
    broken = {part.name: answer_type(part.type).samples(part.key).malformed for part in variant.parts}
    assert grade_answer(variant, broken).score is None
