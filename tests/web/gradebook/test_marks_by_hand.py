import pytest
from django.test import Client

from tests.support.pages import text_of
from tests.web.gradebook.conftest import QUIZ, SUM, answer
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.gradebook.models import Override


def page(cohort: Cohort, user: User) -> str:
    return f"/classes/{cohort.pk}/gradebook/learners/{user.pk}/"


def mark(cohort: Cohort, user: User) -> str:
    return f"{page(cohort, user)}{QUIZ}/"


def test_learners_see_their_own_marks_and_nobody_elses(
    cohort: Cohort, alice: User, bob: User, learner: Client, stranger: Client, charlies_browser: Client
) -> None:
    assert "Your marks" in text_of(learner.get(page(cohort, bob)))
    assert learner.get(page(cohort, alice)).status_code == 404
    assert stranger.get(page(cohort, bob)).status_code == 404
    assert charlies_browser.get(page(cohort, bob)).status_code == 302


def test_an_assistant_may_look_and_not_mark(cohort: Cohort, alice: User, bob: User, teacher: Client) -> None:
    Membership.objects.filter(user=alice).update(role=Role.ASSISTANT)
    assert "Set a mark by hand" not in text_of(teacher.get(page(cohort, bob)))
    assert teacher.post(mark(cohort, bob), {"percent": "90", "reason": "r"}).status_code == 404
    assert not Override.objects.exists()


def test_learners_cannot_mark_themselves(
    cohort: Cohort, bob: User, learner: Client, stranger: Client
) -> None:
    for client in (learner, stranger):
        for address in (mark(cohort, bob), f"{mark(cohort, bob)}take-back/"):
            assert client.post(address, {"percent": "100", "reason": "please"}).status_code == 404
    assert not Override.objects.exists()


def test_a_mark_is_set_seen_by_the_learner_and_taken_back(
    cohort: Cohort, bob: User, teacher: Client, learner: Client
) -> None:
    answer(bob, SUM)
    teacher.post(mark(cohort, bob), {"percent": "92,5", "reason": "Explained it at the board"})
    seen = text_of(learner.get(page(cohort, bob)))
    assert "92.5 %" in seen
    assert "Explained it at the board" in seen
    assert "reached: 50 %" in seen
    teacher.post(f"{mark(cohort, bob)}take-back/")
    seen = text_of(learner.get(page(cohort, bob)))
    assert "taken back" in seen
    assert "Explained it at the board" in seen, "the history stays"
    assert "50 % in all" in seen


@pytest.mark.parametrize(
    ("percent", "reason", "sentence"),
    [
        ("101", "r", "“101” is not a percentage from 0 to 100"),
        ("-3", "r", "“-3” is not a percentage"),
        ("", "r", "“” is not a percentage"),
        ("nan", "r", "“nan” is not a percentage"),
        ("1e1", "r", "“1e1” is not a percentage"),
        ("٩٠", "r", "“٩٠” is not a percentage"),
        ("90", "", "Say in a few words why"),
        ("90", "x" * 400, "The reason has 400 characters"),
    ],
)
def test_what_cannot_be_a_mark_comes_back_with_a_sentence(
    cohort: Cohort, bob: User, teacher: Client, percent: str, reason: str, sentence: str
) -> None:
    reply = teacher.post(mark(cohort, bob), {"percent": percent, "reason": reason})
    assert reply.status_code == 422
    assert sentence in text_of(reply)
    if reason:
        assert reason in reply.content.decode(), "what was typed is still there"
    assert not Override.objects.exists()


def test_an_item_that_was_taken_out_of_the_course_keeps_its_marks_in_sight(
    cohort: Cohort, bob: User, alice: User, learner: Client
) -> None:
    Override.objects.create(
        cohort=cohort, user=bob, item_id="first/taken-out", score=0.5, reason="then", by=alice
    )
    seen = text_of(learner.get(page(cohort, bob)))
    assert "first/taken-out" in seen
    assert "The course no longer has this item" in seen


def test_there_is_no_page_for_somebody_of_another_class(cohort: Cohort, teacher: Client) -> None:
    other = User.objects.create_user("dora")
    assert teacher.get(page(cohort, other)).status_code == 404
    assert teacher.post(mark(cohort, other), {"percent": "90", "reason": "r"}).status_code == 404
