import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tests.support.pages import text_of
from tests.web.cohorts.conftest import FINAL, MIDTERM, READING, WARM_UP, Cast, allowed, at, due, reached
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Extension, Membership, Role
from upslope.web.cohorts.places import LastOwner, leave


def page(cast: Cast) -> str:
    return text_of(cast.learner.get(cast.address()))


def test_only_members_get_in(cast: Cast) -> None:
    expected = allowed("learner", "assistant", "teacher", "owner")
    assert cast.statuses(cast.address()) == expected
    assert cast.statuses(cast.address("leave/")) == expected


def test_a_learner_sees_what_is_due_and_what_they_have(cast: Cast) -> None:
    due(cast.cohort, MIDTERM, -1.5)
    due(cast.cohort, READING, 0.1)
    due(cast.cohort, FINAL, 2.1)
    reached(cast.place("bob").user, MIDTERM, 0.9, days=-1)
    words = page(cast)
    assert words.index("The midterm Graded quiz") < words.index("About this Reading, does not count")
    assert "80 %, late (reached: 90 %)" in words
    assert "2 days left not opened" in words
    assert "Taught by Alice, Tess, Ann." in words


def test_the_next_thing_is_the_one_due_first_that_is_not_done(cast: Cast) -> None:
    due(cast.cohort, FINAL, 2.1)
    due(cast.cohort, MIDTERM, 5.1)
    assert "Next The final Graded quiz" in page(cast)
    reached(cast.place("bob").user, FINAL, 0.9)
    assert "Next The midterm Graded quiz" in page(cast)
    reached(cast.place("bob").user, MIDTERM, 0.9)
    assert "Next" not in page(cast)


def test_what_is_overdue_waits_behind_what_can_still_be_in_time(cast: Cast) -> None:
    due(cast.cohort, MIDTERM, -1)
    assert "Next The midterm" in page(cast)
    due(cast.cohort, FINAL, 1)
    assert "Next The final" in page(cast)


def test_more_time_for_one_is_said_to_them_alone(cast: Cast) -> None:
    due(cast.cohort, FINAL, 2.1)
    bob = cast.place("bob").user
    Extension.objects.create(cohort=cast.cohort, user=bob, item_id=FINAL, due=at(9.1), reason="Ill.")
    assert "more time for you; 9 days left" in page(cast)
    assert "Ill." not in page(cast)
    User.objects.create_user("dora")
    Membership.objects.create(cohort=cast.cohort, user=User.objects.get(username="dora"))
    cast.learner.force_login(User.objects.get(username="dora"))
    assert "2 days left" in page(cast)


def test_times_are_those_of_the_class(cast: Cast) -> None:
    Cohort.objects.update(time_zone="Asia/Kolkata")
    deadline = due(cast.cohort, FINAL, 2)
    assert f"{deadline.due.astimezone(Cohort.objects.get().zone):%H:%M}" in page(cast)
    assert "Times are those of Asia/Kolkata." in page(cast)


def test_an_item_says_when_it_is_due_in_one_query(cast: Cast) -> None:
    address = f"/learn/{FINAL}/"
    cast.learner.get(address)
    due(cast.cohort, FINAL, 2.1)
    with CaptureQueriesContext(connection) as seen:
        words = text_of(cast.learner.get(address))
    asked = [query["sql"] for query in seen.captured_queries if "cohorts_deadline" in query["sql"]]
    assert len(asked) == 1
    assert "· due " in words
    assert "; 2 days left" in words


def test_who_learns_alone_is_asked_nothing_about_classes(cast: Cast, settings: Settings) -> None:
    settings.TOGETHER = False
    with CaptureQueriesContext(connection) as seen:
        cast.learner.get(f"/learn/{FINAL}/")
    assert not [query for query in seen.captured_queries if "cohorts_" in query["sql"]]


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "late work counts until"), (-8, "nothing counts any more"), (1.1, "1 day left")]
)
def test_a_lesson_page_says_what_becomes_of_late_work(cast: Cast, days: float, words: str) -> None:
    due(cast.cohort, READING, days)
    assert words in text_of(cast.learner.get(f"/learn/{READING}/"))
    assert words not in text_of(cast.stranger.get(f"/learn/{READING}/"))


def test_a_teacher_sees_who_is_there_and_what_to_do_first(cast: Cast) -> None:
    words = text_of(cast.owner.get(cast.address()))
    assert "1 learner 3 teach 0 deadlines" in words
    assert "Set deadlines" in words
    assert "2 items; 80 % passes." in words
    assert "Deadlines" not in text_of(cast.assistant.get(cast.address()))


def test_a_learner_may_look_on_and_come_back(cast: Cast) -> None:
    cast.learner.post(cast.address("audit/"), {"audit": "yes"})
    assert cast.place("bob").is_auditing
    assert "You look on" in page(cast)
    cast.learner.post(cast.address("audit/"), {"audit": "no"})
    assert not cast.place("bob").is_auditing
    assert cast.stranger.post(cast.address("audit/")).status_code == 404
    assert cast.nobody.post(cast.address("audit/")).status_code == 302


def test_a_teacher_cannot_look_on(cast: Cast) -> None:
    cast.teacher.post(cast.address("audit/"), {"audit": "yes"})
    assert not cast.place("tess").is_auditing


def test_leaving_asks_first_and_keeps_the_work(cast: Cast) -> None:
    reached(cast.place("bob").user, WARM_UP, 1.0)
    assert "Everything you did stays yours" in text_of(cast.learner.get(cast.address("leave/")))
    assert cast.place("bob").left is None
    cast.learner.post(cast.address("leave/"))
    assert cast.place("bob").left is not None
    assert cast.place("bob").user.score_rises.count() == 1


def test_the_last_owner_cannot_leave(cast: Cast) -> None:
    answer = cast.owner.post(cast.address("leave/"))
    assert "A class needs an owner, and this is its only one." in text_of(answer)
    assert cast.place("alice").left is None
    Membership.objects.filter(pk=cast.place("tess").pk).update(role=Role.OWNER)
    cast.owner.post(cast.address("leave/"))
    assert cast.place("alice").left is not None
    with pytest.raises(LastOwner):
        leave(cast.place("tess"))


def test_a_closed_class_can_be_read(cast: Cast) -> None:
    cast.owner.post(cast.address("close/"))
    assert "This class is closed." in page(cast)
    answer = cast.learner.post(cast.address("audit/"), {"audit": "yes"}, follow=True)
    assert "Autumn is closed, so nothing was changed." in text_of(answer)
    assert not cast.place("bob").is_auditing
