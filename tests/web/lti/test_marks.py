"""What somebody reaches here is told to the platform, in the end."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from lti_tool.models import LtiUser

from tests.support.lti_platform import CLIENT, Platform
from tests.support.pages import text_of
from tests.web.cohorts.conftest import FINAL, MIDTERM
from tests.web.lti.conftest import Visitor, learner
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Deadline, Membership
from upslope.web.gradebook.csv_file import Change, Reading, apply
from upslope.web.gradebook.models import Override
from upslope.web.lessons.progress import record
from upslope.web.lti.marks import TRIES
from upslope.web.lti.models import LinkedClass, LinkedItem, SentMark
from upslope.web.serving.worker import run_waiting_jobs


@pytest.fixture
def bob(platform: Platform, linked: LinkedClass) -> User:
    here = learner(platform, "bob", item=FINAL)
    assert here.user is not None
    return here.user


def run_jobs_of_later() -> None:
    """As if the waits were over."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now() - timedelta(seconds=1))
    run_waiting_jobs()


def test_a_score_that_rises_is_told_and_a_lower_one_is_not(platform: Platform, bob: User) -> None:
    record(bob, FINAL, 0.5)
    record(bob, FINAL, 0.25)
    record(bob, FINAL, 0.75)
    run_waiting_jobs()

    assert [mark["scoreGiven"] for mark in platform.marks][-1] == 75
    assert len(platform.marks) == 2
    told = platform.marks[-1]
    assert (told["userId"], told["scoreMaximum"]) == ("bob", 100)
    assert (told["activityProgress"], told["gradingProgress"]) == ("Completed", "FullyGraded")
    assert {one["iss"] for one in platform.asked_by} == {CLIENT}
    mark = SentMark.objects.get()
    assert (mark.state, mark.score) == (SentMark.State.SENT, 0.75)


def test_a_teachers_own_mark_counts_and_so_does_lateness(
    platform: Platform, bob: User, cohort: Cohort
) -> None:
    Cohort.objects.filter(pk=cohort.pk).update(late_percent=10, late_days=7)
    Deadline.objects.create(cohort=cohort, item_id=FINAL, due=timezone.now() - timedelta(hours=1))
    record(bob, FINAL, 1.0)
    run_waiting_jobs()
    assert platform.marks[-1]["scoreGiven"] == pytest.approx(90)
    Override.objects.create(cohort=cohort, user=bob, item_id=FINAL, score=0.95, reason="Ill")
    run_waiting_jobs()
    assert platform.marks[-1]["scoreGiven"] == pytest.approx(95)


def test_what_nobody_asked_for_is_not_told(platform: Platform, bob: User, alice: User) -> None:
    record(bob, MIDTERM, 1.0)  # no link of the platform leads there
    record(alice, FINAL, 1.0)  # she is not of the platform
    run_waiting_jobs()
    assert platform.marks == []
    assert not SentMark.objects.exists()


def test_a_platform_that_is_away_gets_it_later(platform: Platform, bob: User, teacher: Visitor) -> None:
    platform.broken = True
    record(bob, FINAL, 1.0)
    run_waiting_jobs()
    mark = SentMark.objects.get()
    assert (mark.state, mark.tries) == (SentMark.State.WAITING, 1)
    page = text_of(teacher.client.get(f"/classes/{Cohort.objects.get().pk}/platform/"))
    assert "on its way" in page
    assert "500" in page

    platform.broken = False
    run_jobs_of_later()
    assert [one["scoreGiven"] for one in platform.marks] == [100]
    assert SentMark.objects.get().state == SentMark.State.SENT


def test_a_platform_that_never_takes_it_is_given_up_and_can_be_tried_again(
    platform: Platform, bob: User, teacher: Visitor
) -> None:
    platform.broken = True
    record(bob, FINAL, 1.0)
    for _ in range(TRIES + 2):
        run_jobs_of_later()
    mark = SentMark.objects.get()
    assert (mark.state, mark.tries) == (SentMark.State.REFUSED, TRIES)
    assert not DBTaskResult.objects.filter(status="READY").exists()

    platform.broken = False
    linked = LinkedClass.objects.get()
    here = f"/classes/{linked.cohort_id}/platform/"
    done = teacher.client.post(here, {"do": "send", "linked": linked.pk}, follow=True)
    assert "1 mark is on their way." in text_of(done)
    run_waiting_jobs()
    assert len(platform.marks) == 1


def test_marks_from_a_file_are_told_too(
    platform: Platform, bob: User, teacher: Visitor, cohort: Cohort
) -> None:
    change = Change(bob, "Bob", FINAL, "The final", None, 0.6)
    assert teacher.user is not None
    apply(cohort, Reading((change,), ()), "From paper", teacher.user)
    run_waiting_jobs()
    assert [mark["scoreGiven"] for mark in platform.marks] == [60]


def test_a_token_goes_to_no_other_host(platform: Platform, bob: User) -> None:
    LinkedItem.objects.update(line_item=platform.line_item.replace("127.0.0.1", "127.0.0.2"))
    record(bob, FINAL, 1.0)
    run_waiting_jobs()
    assert "is no address of this platform" in SentMark.objects.get().words


def test_an_answer_without_a_token_is_tried_again(platform: Platform, bob: User) -> None:
    platform.token_name = "another"
    record(bob, FINAL, 1.0)
    run_waiting_jobs()
    assert (SentMark.objects.get().state, SentMark.objects.get().tries) == (SentMark.State.WAITING, 1)


def test_a_deleted_account_leaves_nothing_of_the_platforms(platform: Platform, bob: User) -> None:
    record(bob, FINAL, 1.0)
    bob.delete()
    run_waiting_jobs()
    assert not LtiUser.objects.filter(sub="bob").exists()
    assert not DBTaskResult.objects.filter(status="FAILED").exists()
    assert platform.marks == []


def test_who_has_left_is_told_nothing_of(platform: Platform, bob: User) -> None:
    record(bob, FINAL, 1.0)
    Membership.objects.filter(user=bob).update(left=timezone.now())
    run_waiting_jobs()
    assert platform.marks == []
    assert not SentMark.objects.exists()
