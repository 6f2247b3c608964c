from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.gradebook.conftest import EVEN, QUIZ, SUM, answer
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Deadline, Extension, Membership
from upslope.web.gradebook.grades import CohortGrade, grade_in, grades_of
from upslope.web.gradebook.models import Override
from upslope.web.lessons.models import ItemProgress, ScoreRise

NOW = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)


def grade(cohort: Cohort, user: User) -> CohortGrade:
    return grade_in(Membership.objects.select_related("cohort").get(cohort=cohort, user=user))


def reached(user: User, score: float, at: datetime, item: str = QUIZ) -> None:
    ItemProgress.objects.update_or_create(user=user, item_id=item, defaults={"score": score})
    ScoreRise.objects.create(user=user, item_id=item, score=score, at=at)


def test_whoever_has_done_nothing_has_nothing(cohort: Cohort, bob: User) -> None:
    assert grade(cohort, bob).percent == 0
    assert not grade(cohort, bob).is_passed


def test_what_is_answered_counts(cohort: Cohort, bob: User) -> None:
    answer(bob, SUM)
    assert grade(cohort, bob).percent == 50
    answer(bob, EVEN)
    assert grade(cohort, bob).percent == 100
    assert grade(cohort, bob).is_passed


def test_a_practice_quiz_counts_only_where_the_class_says_so(cohort: Cohort, bob: User) -> None:
    reached(bob, 1.0, NOW, "first/warm-up")
    assert grade(cohort, bob).percent == 0
    cohort.counted = {"first/warm-up": 3, QUIZ: 1}
    cohort.save()
    assert grade(cohort, bob).percent == 75


def test_an_item_that_the_course_has_no_more_counts_for_nothing_and_is_still_there(
    cohort: Cohort, bob: User
) -> None:
    reached(bob, 1.0, NOW, "first/taken-out")
    cohort.counted = {"first/taken-out": 1, QUIZ: 1}
    cohort.save()
    assert grade(cohort, bob).percent == 0
    assert grade(cohort, bob).items["first/taken-out"].best == 1.0


def test_what_was_reached_in_time_counts_in_full_whatever_came_later(cohort: Cohort, bob: User) -> None:
    Deadline.objects.create(cohort=cohort, item_id=QUIZ, due=NOW)
    reached(bob, 0.9, NOW - timedelta(days=1))
    reached(bob, 1.0, NOW + timedelta(days=5))
    found = grade(cohort, bob).items[QUIZ]
    assert (found.best, found.counted) == (1.0, 0.9)


def test_late_work_costs_what_the_class_says_for_each_day_begun(cohort: Cohort, bob: User) -> None:
    Deadline.objects.create(cohort=cohort, item_id=QUIZ, due=NOW)
    reached(bob, 1.0, NOW + timedelta(days=1, hours=1))
    found = grade(cohort, bob).items[QUIZ]
    assert found.is_late
    assert found.counted == pytest.approx(1.0 - 2 * cohort.late_percent / 100)


def test_after_the_last_late_day_nothing_counts(cohort: Cohort, bob: User) -> None:
    Deadline.objects.create(cohort=cohort, item_id=QUIZ, due=NOW)
    reached(bob, 1.0, NOW + timedelta(days=cohort.late_days, minutes=1))
    assert grade(cohort, bob).percent == 0


def test_an_extension_is_its_learners_own_deadline(cohort: Cohort, alice: User, bob: User) -> None:
    Deadline.objects.create(cohort=cohort, item_id=QUIZ, due=NOW)
    Extension.objects.create(
        cohort=cohort, user=bob, item_id=QUIZ, due=NOW + timedelta(days=3), given_by=alice
    )
    reached(bob, 1.0, NOW + timedelta(days=2))
    assert grade(cohort, bob).percent == 100


def test_a_teachers_mark_holds_until_it_is_taken_back(cohort: Cohort, alice: User, bob: User) -> None:
    answer(bob, SUM)
    for score in (0.9, 0.7, None):
        Override.objects.create(
            cohort=cohort, user=bob, item_id=QUIZ, score=score, reason="heard it", by=alice
        )
        assert grade(cohort, bob).percent == (50 if score is None else round(100 * score))
        assert grade(cohort, bob).judged_percent == 50


def test_a_mark_in_one_class_is_none_in_another(cohort: Cohort, alice: User, bob: User) -> None:
    other = Cohort.objects.create(name="Spring", starts=timezone.now().date())
    Membership.objects.create(cohort=other, user=bob)
    Override.objects.create(cohort=cohort, user=bob, item_id=QUIZ, score=1.0, reason="r", by=alice)
    assert grade(other, bob).percent == 0


@pytest.mark.parametrize(("score", "passes"), [(0.8, True), (0.7999, False)])
def test_the_pass_mark_is_reached_exactly_or_not(
    cohort: Cohort, bob: User, score: float, passes: bool
) -> None:
    reached(bob, score, NOW)
    assert grade(cohort, bob).is_passed is passes
    assert (grade(cohort, bob).percent >= cohort.pass_mark) is passes


def test_a_class_of_any_size_takes_the_same_queries(cohort: Cohort, bob: User) -> None:
    Deadline.objects.create(cohort=cohort, item_id=QUIZ, due=NOW)

    def queries() -> int:
        users = list(cohort.memberships.values_list("user_id", flat=True))
        with CaptureQueriesContext(
            connection,
        ) as seen:
            grades_of(cohort, users)
        return len(seen)

    before = queries()
    for number in range(20):
        user = User.objects.create_user(f"learner-{number}")
        Membership.objects.create(cohort=cohort, user=user)
        reached(user, 0.5, NOW)
    assert queries() == before <= 6
