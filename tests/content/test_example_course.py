"""The course that shows every kind of answer: nothing to mend, so that what authors copy is right."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from upslope.course import load_course, load_question
from upslope.course.lint.runner import check_course
from upslope.course.schema import walk_questions
from upslope.course.starters import example_course_path
from upslope.grading.code_answers.code_runner import SandboxedCode
from upslope.grading.question_grader import grade_answer
from upslope.questions import answer_type, answer_type_names
from upslope.questions.code_runner import current, install, uninstall

COURSE = load_course(example_course_path())
QUESTIONS = list(walk_questions(COURSE))
SEEDS = 5  # on which the lint proves every question
MARKED = 2  # on which the grader itself marks


@pytest.fixture(scope="module", autouse=True)
def _sandbox() -> Iterator[None]:
    before = current()
    with closing(SandboxedCode()) as runner:
        install(runner)
        yield
    uninstall()
    if before is not None:
        install(before)


def test_it_has_two_questions_of_every_kind_of_answer() -> None:
    asked = [load_question(COURSE, name).variant(0).parts[0].type for name in QUESTIONS]

    assert set(asked) == set(answer_type_names())
    assert all(asked.count(kind) >= 2 for kind in asked)


@pytest.mark.parametrize("name", [item.full_id for item in COURSE.items])
def test_there_is_nothing_to_mend(name: str) -> None:
    assert [str(finding) for finding in check_course(COURSE, seeds=SEEDS, only=name)] == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_right_answer_is_right_and_each_mistake_is_recognised(name: str) -> None:
    for seed in range(MARKED):
        variant = load_question(COURSE, name).variant(seed)
        right = {part.name: answer_type(part.type).model_answer(part.key) for part in variant.parts}
        assert grade_answer(variant, right).score == 1
        for place, part in enumerate(variant.parts):
            for mistake in part.misconceptions:
                told = grade_answer(variant, {**right, part.name: mistake.wrong}).parts[place].feedback
                assert told is not None
                assert told.code == mistake.code
