from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.gradebook.conftest import EVEN, EVEN_TEXT, QUIZ, SUM, answer
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Deadline, Membership
from upslope.web.gradebook.grades import grade_in
from upslope.web.gradebook.models import Regrade
from upslope.web.practice.models import Attempt


def address(cohort: Cohort, end: str = "") -> str:
    return f"/classes/{cohort.pk}/gradebook/items/{EVEN}/{end}"


def correct_the_question(course: Path, answer: str = "5") -> None:
    write(course / QUIZ / "questions/even/question.md", EVEN_TEXT.replace("answer = 4", f"answer = {answer}"))


def percent(cohort: Cohort, user: User) -> int:
    return grade_in(Membership.objects.select_related("cohort").get(cohort=cohort, user=user)).percent


@pytest.fixture
def marked_wrong(cohort: Cohort, bob: User, course: Path) -> Attempt:
    """Bob's answer 5 was marked wrong; then the question was corrected."""
    attempt = answer(bob, EVEN, "5")
    correct_the_question(course)
    return attempt


def test_only_those_who_lead_may_mark_again(
    cohort: Cohort,
    marked_wrong: Attempt,
    teacher: Client,
    learner: Client,
    stranger: Client,
    charlies_browser: Client,
) -> None:
    statuses = [client.get(address(cohort)).status_code for client in (teacher, learner, stranger)]
    assert statuses == [200, 404, 404]
    assert charlies_browser.get(address(cohort)).status_code == 302
    for client in (learner, stranger):
        assert client.post(address(cohort, "apply/")).status_code == 404
        assert client.post(f"/classes/{cohort.pk}/gradebook/regrades/1/undo/").status_code == 404
    assert not Regrade.objects.exists()


def test_before_and_after_are_shown_and_nothing_is_changed_yet(
    cohort: Cohort, bob: User, marked_wrong: Attempt, teacher: Client
) -> None:
    item = text_of(teacher.get(f"/classes/{cohort.pk}/gradebook/items/{QUIZ}/"))
    assert "The question was changed after some had answered it" in item
    assert "Bob Brook 5 0 % 100 %" in text_of(teacher.get(address(cohort)))
    assert percent(cohort, bob) == 0


def test_marking_again_raises_the_mark_and_undoing_puts_it_back(
    cohort: Cohort, bob: User, marked_wrong: Attempt, teacher: Client
) -> None:
    teacher.post(address(cohort, "apply/"))
    assert percent(cohort, bob) == 50
    done = Regrade.objects.get()
    seen = text_of(teacher.get(f"/classes/{cohort.pk}/gradebook/items/{QUIZ}/"))
    assert "1 answer to first/final/even" in seen
    for _ in range(2):
        teacher.post(f"/classes/{cohort.pk}/gradebook/regrades/{done.pk}/undo/")
        assert percent(cohort, bob) == 0
        marked_wrong.refresh_from_db()
        assert (marked_wrong.score, marked_wrong.credit) == (0.0, 0.0)


def test_what_was_answered_in_time_is_in_time_when_marked_again(
    cohort: Cohort, bob: User, marked_wrong: Attempt, teacher: Client
) -> None:
    then = timezone.now() - timedelta(days=30)
    Attempt.objects.filter(pk=marked_wrong.pk).update(created=then)
    Deadline.objects.create(cohort=cohort, item_id=QUIZ, due=then + timedelta(hours=1))
    teacher.post(address(cohort, "apply/"))
    assert percent(cohort, bob) == 50


def test_what_was_reached_since_outlives_the_undoing(
    cohort: Cohort, bob: User, marked_wrong: Attempt, teacher: Client
) -> None:
    teacher.post(address(cohort, "apply/"))
    answer(bob, SUM)
    assert percent(cohort, bob) == 100
    teacher.post(f"/classes/{cohort.pk}/gradebook/regrades/{Regrade.objects.get().pk}/undo/")
    assert percent(cohort, bob) == 50


def test_nobody_loses_a_mark(cohort: Cohort, bob: User, course: Path, teacher: Client) -> None:
    answer(bob, EVEN, "4")
    correct_the_question(course)
    seen = text_of(teacher.get(address(cohort)))
    assert "Worth less now" in seen
    teacher.post(address(cohort, "apply/"))
    assert percent(cohort, bob) == 50
    assert not Regrade.objects.exists()


def test_an_answer_to_what_is_asked_no_longer_is_left_alone(
    cohort: Cohort, bob: User, course: Path, teacher: Client
) -> None:
    answer(bob, EVEN, "5")
    text = EVEN_TEXT.replace("answer = 4", "answer = 5").replace("above 2", "above 3")
    write(course / QUIZ / "questions/even/question.md", text)
    seen = text_of(teacher.get(address(cohort)))
    assert "1 was given to something the question asks no longer" in seen


def test_whoever_is_not_in_the_class_is_not_marked_again(
    cohort: Cohort, course: Path, teacher: Client
) -> None:
    answer(User.objects.create_user("dora"), EVEN, "5")
    correct_the_question(course)
    assert "There is nothing to do" in text_of(teacher.get(address(cohort)))


def test_credit_that_a_shown_solution_took_stays_taken(
    cohort: Cohort, bob: User, course: Path, teacher: Client
) -> None:
    attempt = answer(bob, EVEN, "4")
    Attempt.objects.filter(pk=attempt.pk).update(score=0.5, credit=0.0)
    write(course / QUIZ / "questions/even/question.md", EVEN_TEXT.replace("Halve", "Half") + "\n")
    teacher.post(address(cohort, "apply/"))
    attempt.refresh_from_db()
    assert (attempt.score, attempt.credit) == (1.0, 0.0)
