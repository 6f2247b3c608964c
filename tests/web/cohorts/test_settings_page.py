from datetime import timedelta

import pytest

from tests.support.pages import text_of
from tests.web.cohorts.conftest import (
    ENDS,
    FINAL,
    MIDTERM,
    STARTS,
    TODAY,
    WARM_UP,
    Cast,
    allowed,
    due,
    reached,
)
from upslope.web.cohorts.models import Cohort, Deadline
from upslope.web.gradebook.models import Override

FORM = {
    "name": "Autumn",
    "starts": f"{STARTS}",
    "ends": f"{ENDS}",
    "time_zone": "UTC",
    "pass_mark": "80",
    "late_percent": "10",
    "late_days": "7",
    f"weight:{MIDTERM}": "1",
    f"weight:{FINAL}": "1",
}


def change(cast: Cast, **typed: str) -> str:
    return text_of(cast.owner.post(cast.address("settings/"), FORM | typed, follow=True))


def cohort() -> Cohort:
    return Cohort.objects.get()


def test_owners_and_teachers_get_in(cast: Cast) -> None:
    assert cast.statuses(cast.address("settings/")) == allowed("teacher", "owner")


@pytest.mark.parametrize("doing", ["close", "reopen", "delete"])
def test_only_an_owner_ends_a_class(cast: Cast, doing: str) -> None:
    assert cast.statuses(cast.address(f"{doing}/"), "post") == allowed("owner", status=302)


def test_settings_are_kept(cast: Cast) -> None:
    assert "The settings are kept." in change(cast, name="Winter", pass_mark="60", late_days="0")
    assert (cohort().name, cohort().pass_mark, cohort().late_days) == ("Winter", 60, 0)
    change(cast, **{f"weight:{WARM_UP}": "2"})
    assert cohort().counted == {MIDTERM: 1.0, FINAL: 1.0, WARM_UP: 2.0}
    assert '<details class="more-weights" open>' in cast.owner.get(cast.address("settings/")).content.decode()


def test_what_counted_and_is_gone_from_the_course_is_remembered(cast: Cast) -> None:
    Cohort.objects.update(counted={FINAL: 1.0, "first/gone": 3.0})
    change(cast)
    assert cohort().counted == {FINAL: 1.0, MIDTERM: 1.0, "first/gone": 3.0}


def test_a_first_day_after_a_deadline_is_refused_with_the_deadline(cast: Cast) -> None:
    due(cast.cohort, FINAL, 5)
    words = change(cast, starts=f"{TODAY + timedelta(days=6)}")
    assert "“The final” is due" in words
    assert "before this day. Move that deadline first." in words
    assert "after this day." in change(cast, ends=f"{TODAY + timedelta(days=4)}")
    assert cohort().starts == STARTS


def test_deadlines_keep_their_time_on_the_clock_in_another_zone(cast: Cast) -> None:
    before = due(cast.cohort, FINAL, 5).due
    change(cast, time_zone="Asia/Kolkata")
    after = Deadline.objects.get().due
    assert after == before - timedelta(hours=5, minutes=30)


def test_a_class_is_closed_and_opened_again(cast: Cast) -> None:
    cast.owner.post(cast.address("close/"))
    assert cohort().closed
    assert "closed, so nothing was changed" in change(cast, name="Other")
    assert cohort().name == "Autumn"
    assert "Open the class again" in text_of(cast.owner.get(cast.address("settings/")))
    cast.owner.post(cast.address("reopen/"))
    assert cohort().closed is None


def test_a_class_that_nobody_worked_in_can_be_deleted(cast: Cast) -> None:
    assert "no work is lost" in text_of(cast.owner.get(cast.address("delete/")))
    assert Cohort.objects.exists()
    assert "Autumn is deleted." in text_of(cast.owner.post(cast.address("delete/"), follow=True))
    assert not Cohort.objects.exists()


def test_a_class_with_work_in_it_is_kept_also_when_its_learner_has_left(cast: Cast) -> None:
    reached(cast.place("bob").user, FINAL, 0.2, days=0.1)
    cast.learner.post(cast.address("leave/"))
    words = text_of(cast.owner.post(cast.address("delete/"), follow=True))
    assert "One learner has worked in this class, so it cannot be deleted. Close it" in words
    assert Cohort.objects.exists()


def test_work_from_before_somebody_joined_is_not_work_in_the_class(cast: Cast) -> None:
    reached(cast.place("bob").user, FINAL, 0.2, days=-1)
    cast.owner.post(cast.address("delete/"))
    assert not Cohort.objects.exists()


def test_a_class_that_holds_a_mark_is_kept(cast: Cast) -> None:
    bob = cast.place("bob").user
    Override.objects.create(
        cohort=cast.cohort, user=bob, item_id=FINAL, score=1.0, reason="By word of mouth."
    )
    words = text_of(cast.owner.post(cast.address("delete/"), follow=True))
    assert "hangs on this class, so it cannot be deleted." in words
    assert Cohort.objects.exists()
