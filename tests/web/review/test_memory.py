"""What each sitting counts as, and when a skill is due again. The oracle is fsrs itself, told the ratings."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from fsrs import Card, Rating, Scheduler

from tests.web.review.conftest import ADD, ADD_AGAIN, FIXED, Learner, in_review
from upslope.web.practice.models import Attempt
from upslope.web.practice.signals import sitting_changed
from upslope.web.practice.sittings import show_solution
from upslope.web.review.models import SkillMemory
from upslope.web.review.remembering import remember
from upslope.web.review.scheduling import reviewed


def test_right_at_once_is_good(learner: Learner) -> None:
    learner.answer(ADD)

    assert learner.memory("adding").rating == Rating.Good


def test_right_after_a_hint_is_hard(learner: Learner) -> None:
    desk = learner.at(ADD)
    desk.ask_for_hint(1)
    desk.check(desk.right_answer)

    assert learner.memory("adding").rating == Rating.Hard


@pytest.mark.parametrize(("wrong", "rating"), [(1, Rating.Hard), (2, Rating.Again), (5, Rating.Again)])
def test_a_wrong_try_makes_it_hard_and_two_count_as_forgotten(
    learner: Learner, wrong: int, rating: Rating
) -> None:
    desk = learner.at(ADD)
    for number in range(wrong):
        desk.check(str(number))
    desk.check(desk.right_answer)

    assert learner.memory("adding").rating == rating


def test_wrong_and_left_is_forgotten_until_it_is_right(learner: Learner) -> None:
    desk = learner.at(ADD)
    desk.check("1")
    assert learner.memory("adding").rating == Rating.Again
    desk.check(desk.right_answer)
    assert learner.memory("adding").rating == Rating.Hard


def test_a_solution_seen_before_the_right_answer_is_forgotten(learner: Learner) -> None:
    desk = learner.at(ADD)
    desk.check("1")
    desk.post("solution")
    desk.check(desk.right_answer)

    assert learner.memory("adding").rating == Rating.Again


def test_a_solution_seen_afterwards_changes_nothing(learner: Learner) -> None:
    desk = learner.answer(ADD)
    known = learner.memory("adding")
    desk.post("solution")
    desk.check("1")

    assert (learner.memory("adding").card, learner.memory("adding").times) == (known.card, 1)


def test_a_solution_read_without_an_answer_begins_no_skill(learner: Learner) -> None:
    desk = learner.at(ADD)
    desk.ask_for_hint(1)
    desk.post("solution")

    assert not SkillMemory.objects.exists()


def test_an_answer_after_the_solution_begins_a_skill_as_forgotten(learner: Learner) -> None:
    desk = learner.at(ADD)
    desk.ask_for_hint(1)
    desk.post("solution")
    desk.check(desk.right_answer)

    assert (learner.memory("adding").rating, learner.memory("adding").times) == (Rating.Again, 1)


def test_a_solution_read_without_an_answer_tells_about_a_skill_that_was_begun(learner: Learner) -> None:
    learner.answer(ADD)
    desk = learner.at(ADD_AGAIN)
    desk.ask_for_hint(1)
    desk.post("solution")

    assert (learner.memory("adding").rating, learner.memory("adding").times) == (Rating.Again, 2)


def test_an_answer_that_cannot_be_read_counts_nothing(learner: Learner) -> None:
    learner.at(ADD).check("two (")

    assert not SkillMemory.objects.exists()


def test_a_sitting_counts_once_however_often_it_is_answered(learner: Learner) -> None:
    desk = learner.answer(ADD)
    due = learner.memory("adding").due
    desk.check(f"{desk.right_answer} + 0")

    assert Attempt.objects.count() == 2
    assert (learner.memory("adding").due, learner.memory("adding").times) == (due, 1)


def test_a_sitting_left_behind_is_not_counted_again(learner: Learner) -> None:
    first = learner.at(ADD)
    first.check("1")
    learner.answer(ADD_AGAIN)
    known = learner.memory("adding")
    first.check(first.right_answer)

    assert learner.memory("adding").card == known.card


def test_the_same_submission_twice_counts_once(learner: Learner) -> None:
    desk = learner.at(ADD)
    for _ in range(2):
        desk.check("1", submission_id="0" * 31 + "1")

    assert (Attempt.objects.count(), learner.memory("adding").times) == (1, 1)


def test_a_review_counts_as_much_as_the_course(learner: Learner) -> None:
    learner.answer(ADD)
    desk = in_review(learner.user, ADD)
    desk.check("1")

    assert (learner.memory("adding").rating, learner.memory("adding").times) == (Rating.Again, 2)


def test_a_fixed_question_counts_too(learner: Learner) -> None:
    learner.answer(FIXED)

    assert learner.memory("taking").rating == Rating.Good


def test_memories_of_others_stay_as_they_are(learner: Learner, bob: object) -> None:
    learner.answer(ADD)

    assert set(SkillMemory.objects.values_list("user__username", flat=True)) == {"alice"}


def test_the_dates_are_those_of_fsrs_without_minutes_and_without_chance() -> None:
    oracle = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, mine, at = Card(card_id=0), None, datetime(2026, 1, 1, tzinfo=UTC)
    for rating in (Rating.Good, Rating.Good, Rating.Again, Rating.Hard, Rating.Good):
        card, mine = oracle.review_card(card, rating, at)[0], reviewed(mine, rating, at)
        assert mine == card.to_dict()
        assert card.due - at >= timedelta(days=1)
        at = card.due


def test_a_question_that_the_course_has_lost_counts_for_no_skill(learner: Learner, course: Path) -> None:
    sitting = learner.at(ADD).sitting
    shutil.rmtree(course / "first/sums/questions/add")
    show_solution(sitting)

    assert not SkillMemory.objects.exists()


def test_remembering_costs_two_queries(learner: Learner) -> None:
    desk = learner.at(ADD)
    desk.check("1")
    with CaptureQueriesContext(connection) as remembered:
        desk.check("2")
    sitting_changed.disconnect(remember)
    try:
        with CaptureQueriesContext(connection) as forgotten:
            desk.check("3")
    finally:
        sitting_changed.connect(remember)

    assert len(remembered) - len(forgotten) <= 2
