from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Deadline, Membership
from upslope.web.course_access import current_course
from upslope.web.lessons.course_map import map_of
from upslope.web.lessons.progress import progress_of, record
from upslope.web.review.next_best import suggestions_for

FINAL = "what-is-calculus/unleashing-the-toolbox"


def titles(user: User, due: int = 0) -> list[str]:
    course = map_of(current_course(), progress_of(user))
    return [one.title for one in suggestions_for(user, course, due)]


def test_who_has_just_come_is_sent_to_the_first_item(alice: User) -> None:
    assert titles(alice) == [current_course().items[0].title]


def test_a_review_comes_first_when_many_skills_are_due_and_last_when_few_are(alice: User) -> None:
    assert titles(alice, due=7)[0] == "Daily review"
    assert titles(alice, due=1)[-1] == "Daily review"


@pytest.fixture
def in_a_class(alice: User) -> Cohort:
    cohort = Cohort.objects.create(name="Autumn", starts=date(2026, 9, 1))
    Membership.objects.create(cohort=cohort, user=alice)
    return cohort


@pytest.mark.parametrize(("days", "comes_first"), [(1, True), (30, False), (-1, False)])
def test_what_is_due_within_days_comes_before_everything(
    alice: User, in_a_class: Cohort, days: int, comes_first: bool
) -> None:
    Deadline.objects.create(cohort=in_a_class, item_id=FINAL, due=timezone.now() + timedelta(days=days))
    title = current_course().item(FINAL).title
    assert (titles(alice, due=9)[0] == title) is comes_first


def test_what_is_done_presses_nobody(alice: User, in_a_class: Cohort) -> None:
    Deadline.objects.create(cohort=in_a_class, item_id=FINAL, due=timezone.now() + timedelta(days=1))
    record(alice, FINAL, 1.0, done=True)
    assert current_course().item(FINAL).title not in titles(alice)


def test_a_quiz_below_the_pass_mark_may_be_tried_again(alice: User, alices_browser: Client) -> None:
    record(alice, FINAL, 0.5)
    page = text_of(alices_browser.get("/progress/"))
    assert "You have 50 % there. Another try can only help." in page


def test_nothing_is_suggested_twice(alice: User, in_a_class: Cohort) -> None:
    first = current_course().items[0].full_id
    Deadline.objects.create(cohort=in_a_class, item_id=first, due=timezone.now() + timedelta(days=1))
    record(alice, first)
    found = titles(alice)
    assert len(found) == len(set(found))
