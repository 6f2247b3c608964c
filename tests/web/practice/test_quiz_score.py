import pytest

from tests.web.practice.conftest import QUIZ, TICKED, TYPED, Desk, at_desk, html_of
from upslope.web.accounts.models import User
from upslope.web.course_access import current_item, current_quiz
from upslope.web.lessons.progress import progress_of
from upslope.web.practice.models import Sitting
from upslope.web.practice.standing import QuestionStanding, QuizStanding, standing_of


def standing(user: User) -> QuizStanding:
    return standing_of(user, current_quiz(current_item(QUIZ)))


def test_the_score_is_the_mean_over_all_questions(alice: User, alices_desk: Desk, ticking_desk: Desk) -> None:
    alices_desk.check(alices_desk.right_answer)
    ticking_desk.check("b")

    assert standing(alice).score == pytest.approx((1 + 0.75) / 2)
    assert [question.state for question in standing(alice).questions] == ["right", "partly"]


def test_a_question_not_tried_counts_nothing(alice: User, alices_desk: Desk) -> None:
    alices_desk.check(alices_desk.right_answer)

    assert standing(alice).percent == 50
    assert [question.state for question in standing(alice).questions] == ["right", "not tried"]


def test_a_worse_retry_never_lowers_the_score(alice: User, ticking_desk: Desk) -> None:
    ticking_desk.check("b", "c")
    ticking_desk.check("a")

    assert standing(alice).percent == 50
    assert progress_of(alice)[QUIZ].score == pytest.approx(0.5)


def test_credit_from_any_variant_of_a_question_counts(alice: User, alices_desk: Desk) -> None:
    alices_desk.check("17")
    alices_desk.post("another")
    desk = Desk(alices_desk.client, Sitting.objects.get(question_id=TYPED, is_open=True))
    desk.check(desk.right_answer)
    desk.post("another")

    assert standing(alice).percent == 50


def test_a_variant_answered_after_its_solution_was_shown_earns_nothing(
    alice: User, alices_desk: Desk
) -> None:
    alices_desk.check("17")
    alices_desk.post("solution")
    alices_desk.check(alices_desk.right_answer)

    assert standing(alice).score == 0


def test_passing_is_recorded_as_done_and_said_calmly(
    alice: User, alices_desk: Desk, ticking_desk: Desk
) -> None:
    before = html_of(alices_desk.check(alices_desk.right_answer))
    state_before = progress_of(alice)[QUIZ].state
    after = html_of(ticking_desk.check("b", "c"))

    assert ("50 % so far" in before, state_before) == (True, "started")
    assert "All 2 right." in after
    assert "Next: The opening" in after
    assert progress_of(alice)[QUIZ].is_done


def test_every_reply_brings_the_jump_row_up_to_date(alices_desk: Desk) -> None:
    reply = html_of(alices_desk.check(alices_desk.right_answer))

    assert 'id="quiz-standing"' in reply
    assert 'data-state="right"' in reply


def test_one_learners_answers_are_not_anothers(alice: User, bob: User, alices_desk: Desk) -> None:
    bobs = at_desk(bob, TICKED)
    bobs.check("b", "c")

    assert standing(alice).score == 0
    assert standing(bob).percent == 50


def test_a_score_just_under_the_pass_mark_is_never_rounded_up_to_it() -> None:
    nearly = QuizStanding((QuestionStanding(1, "a", 0.7999),), pass_mark=0.8)

    assert nearly.percent == 79
    assert not nearly.is_passed


def test_exactly_the_pass_mark_passes_whatever_floating_point_makes_of_it() -> None:
    questions = tuple(
        QuestionStanding(n, "a", credit) for n, credit in enumerate((1, 1, 1, 1, 0.6, 0.2), start=1)
    )
    exact = QuizStanding(questions, pass_mark=0.8)

    assert exact.is_passed
    assert exact.percent == 80
