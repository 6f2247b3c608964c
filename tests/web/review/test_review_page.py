import html
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from tests.support.cast import signed_in
from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.practice.conftest import html_of
from tests.web.review.conftest import ADD, ADD_AGAIN, FIXED, TAKE, TIMES, Learner, write_question
from upslope.web.accounts.models import User
from upslope.web.course_access import current_item, current_quiz
from upslope.web.practice.models import Attempt, Draft, Sitting
from upslope.web.practice.standing import standing_of
from upslope.web.review.models import ReviewSession

ACTIONS = ("begin", "next", "stop")


def page_of(learner: Learner) -> str:
    return text_of(learner.client.get("/review/"))


def test_somebody_who_is_not_signed_in_is_told_how_to_get_in(charlies_browser: Client, course: Path) -> None:
    assert charlies_browser.get("/review/", follow=True).status_code == 403


@pytest.mark.parametrize("action", ACTIONS)
def test_nobody_moves_somebody_elses_review(learner: Learner, bobs_browser: Client, action: str) -> None:
    learner.answer(ADD)
    desk = learner.begin()
    bobs_browser.post(f"/review/{action}/", {"sitting": desk.sitting.pk})

    assert learner.at_review().sitting == desk.sitting


@pytest.mark.parametrize("action", ACTIONS)
def test_looking_changes_nothing(learner: Learner, action: str) -> None:
    assert learner.client.get(f"/review/{action}/").status_code == 405


def test_before_the_first_answer_it_says_what_to_do(learner: Learner) -> None:
    page = page_of(learner)

    assert "Answer a question first." in page
    assert "Sums" in page
    learner.client.post("/review/begin/")
    assert not ReviewSession.objects.exists()


def test_when_nothing_is_due_it_says_when_and_how_many(learner: Learner) -> None:
    learner.answer(ADD)
    learner.answer(TAKE)
    page = page_of(learner)

    assert "Nothing is due" in page
    assert re.search(r"Next: (tomorrow|in \d days), 2 skills\.", page)


def test_what_is_forgotten_today_comes_tomorrow(learner: Learner) -> None:
    learner.at(ADD).check("1")

    assert "Next: tomorrow, 1 skill." in page_of(learner)


def test_practise_anyway_begins_with_what_would_fade_first(learner: Learner) -> None:
    learner.answer(ADD)
    learner.at(TAKE).check("1")
    desk = learner.begin()

    assert desk.sitting.question_id == TAKE
    assert "1 of 2" in page_of(learner)


def test_due_skills_are_asked_one_after_another_and_then_it_is_done(learner: Learner) -> None:
    for question in (ADD, TAKE, TIMES):
        learner.answer(question)
    learner.days_later(30)
    assert "3 skills are due" in page_of(learner)
    desk = learner.begin()
    seen = []
    for number in (1, 2, 3):
        assert f"Question {number} of 3" in page_of(learner)
        desk = learner.at_review()
        seen.append(desk.sitting.question_id)
        desk.check(desk.right_answer)
        learner.next(desk)

    assert len({name.split("/")[0] for name in seen[:2]}) == 2, "modules are mixed"
    assert "Done for now." in page_of(learner)
    assert "Nothing is due" in page_of(learner)


def test_a_skill_waits_for_those_it_stands_on(learner: Learner) -> None:
    for question in (TIMES, ADD):
        learner.answer(question)
    learner.days_later(30)
    learner.begin()

    assert ReviewSession.objects.get().skills == ["adding", "times"]


def test_a_question_that_was_not_answered_leaves_its_skill_due(learner: Learner) -> None:
    learner.answer(ADD)
    learner.days_later(30)
    learner.next(learner.begin())

    assert "1 skill is due" in page_of(learner)


def test_what_is_learnt_in_the_evening_is_due_the_next_morning_of_its_day(learner: Learner) -> None:
    learner.at(ADD).check("1")
    learner.days_later(0.6)

    assert "1 skill is due" in page_of(learner)


def test_the_variant_is_one_the_learner_has_not_seen(learner: Learner) -> None:
    in_course = learner.answer(ADD).sitting
    desk = learner.begin(skill="adding")
    seen = [in_course.variant.prompt]
    while True:
        assert desk.sitting.variant.prompt not in seen
        seen.append(desk.sitting.variant.prompt)
        learner.next(desk)
        if not ReviewSession.objects.filter(is_open=True).exists():
            break
        desk = learner.at_review()

    assert len(seen) == 4


def test_another_question_of_the_skill_goes_first(learner: Learner) -> None:
    learner.answer(ADD)
    first = learner.begin(skill="adding")
    learner.next(first)
    second = learner.at_review()

    assert [first.sitting.question_id, second.sitting.question_id] == [ADD_AGAIN, ADD]


def test_a_question_that_needs_an_unknown_skill_waits(learner: Learner, course: Path) -> None:
    write_question(course, ADD_AGAIN, 'adding", "times', "+")
    learner.answer(ADD)

    assert learner.begin(skill="adding").sitting.question_id == ADD


def test_a_question_of_one_form_is_asked_only_where_nothing_is_left_to_earn(
    learner: Learner, course: Path
) -> None:
    desk = learner.at(FIXED)
    desk.check("3")
    assert learner.begin(skill="taking").sitting.question_id == TAKE
    desk.check("2")
    learner.next(learner.at_review())

    assert learner.at_review().sitting.question_id == FIXED


def test_a_review_leaves_the_quiz_and_its_draft_as_they_are(learner: Learner, alice: User) -> None:
    learner.answer(ADD_AGAIN)
    learner.answer(TAKE)
    desk = learner.at(ADD)
    desk.save("12", 0, "this-tab")
    before = standing_of(alice, current_quiz(current_item("first/sums")))
    review = learner.begin(skill="adding")
    review.save("77", 0, "this-tab")
    review.check("1")
    review.post("solution")
    review.post("another")
    fresh = learner.at_review()
    fresh.check(fresh.right_answer)
    learner.next(fresh)

    assert standing_of(alice, current_quiz(current_item("first/sums"))) == before
    assert Draft.objects.get(sitting=desk.sitting).answers == {"c": "12"}
    assert learner.at(ADD).sitting == desk.sitting
    assert "quiz-standing" not in html_of(fresh.check("3"))


def test_a_review_stops_and_is_taken_up_where_it_was(learner: Learner) -> None:
    learner.answer(ADD)
    learner.answer(TAKE)
    learner.days_later(30)
    desk = learner.begin()
    desk.save("12", 0, "this-tab")
    elsewhere = signed_in(learner.user)

    assert 'value="12"' in html_of(elsewhere.get("/review/"))


def test_stop_ends_it_and_what_was_not_asked_stays_due(learner: Learner) -> None:
    learner.answer(ADD)
    learner.answer(TAKE)
    learner.days_later(30)
    desk = learner.begin()
    desk.check(desk.right_answer)
    learner.client.post("/review/stop/")

    assert "1 skill is due" in page_of(learner)
    assert not Sitting.objects.filter(purpose="review", is_open=True).exists()


def test_next_pressed_twice_goes_on_once(learner: Learner) -> None:
    learner.answer(ADD)
    desk = learner.begin(skill="adding")
    learner.next(desk)
    learner.next(desk)

    assert "Question 2 of 3" in page_of(learner)


@pytest.mark.parametrize("sitting", ["", "x", "²", "9" * 40, "0"])
def test_next_from_nowhere_changes_nothing(learner: Learner, sitting: str) -> None:
    learner.answer(ADD)
    desk = learner.begin(skill="adding")
    learner.client.post("/review/next/", {"sitting": sitting})

    assert learner.at_review().sitting == desk.sitting


def test_another_one_like_this_and_next_belong_together(learner: Learner) -> None:
    learner.answer(ADD)
    desk = learner.begin(skill="adding")
    desk.check("1")
    reply = html_of(desk.post("another"))
    fresh = learner.at_review()
    right = html_of(fresh.check(fresh.right_answer))

    assert fresh.sitting.purpose == "review"
    assert f"/practice/{fresh.sitting.pk}/answer/" in reply
    assert 'action="/review/next/"' in right
    assert f'name="sitting" value="{fresh.sitting.pk}"' in right


def test_without_script_every_button_leads_back_to_the_review(learner: Learner) -> None:
    learner.answer(ADD)
    desk = learner.begin()
    for action in ("answer", "hint", "solution", "another", "report"):
        data = {"answer.c": "1", "number": 1, "text": "Hm."}
        reply = learner.client.post(desk.address(action), data)
        assert reply.headers["Location"].startswith("/review/#question-"), action


def test_a_session_is_never_longer_than_ten_questions(learner: Learner, course: Path) -> None:
    names = [f"s{number}" for number in range(14)]
    write(course / "skills.toml", "".join(f'[[skills]]\nid = "{name}"\ntitle = "{name}"\n' for name in names))
    for name in names:
        write_question(course, f"second/products/{name}", name, "+")
    write(course / "second/products/quiz.toml", f'intro = ""\nquestions = {names}\n')
    for name in names:
        learner.answer(f"second/products/{name}")
    learner.days_later(60)

    assert "14 skills are due" in page_of(learner)
    assert "10 fresh questions" in page_of(learner)
    learner.begin()
    assert "1 of 10" in page_of(learner)


def test_a_course_that_lost_the_question_asks_another_and_at_last_none(
    learner: Learner, course: Path
) -> None:
    learner.answer(ADD)
    desk = learner.begin()
    assert desk.sitting.question_id == ADD_AGAIN
    (course / "first/sums/questions/add-again/question.md").unlink()
    assert learner.at_review().sitting.question_id == ADD
    write(course / "skills.toml", '[[skills]]\nid = "taking"\ntitle = "Take"\n')
    (course / "first/sums/questions/add/question.md").unlink()

    assert "Nothing to review yet" in page_of(learner)


def test_a_question_whose_front_matter_is_broken_is_left_out(learner: Learner, course: Path) -> None:
    learner.answer(ADD)
    write(course / "first/sums/questions/add-again/question.md", "no front matter")

    assert learner.begin().sitting.question_id == ADD


def test_what_a_learner_typed_in_a_review_is_text_and_never_markup(learner: Learner) -> None:
    learner.answer(ADD)
    learner.begin().save("<b>1</b>", 0, "tab")
    page = learner.client.get("/review/").content.decode()

    assert html.escape("<b>1</b>") in page
    assert "<b>1</b>" not in page


def test_home_says_what_is_due_and_nothing_else(learner: Learner) -> None:
    assert "due today" not in text_of(learner.client.get("/"))
    learner.answer(ADD)
    learner.answer(TAKE)
    assert "due today" not in text_of(learner.client.get("/"))
    learner.days_later(30)
    assert "2 skills due today" in text_of(learner.client.get("/"))


def test_answers_in_a_review_are_stored_like_all_others(learner: Learner) -> None:
    learner.answer(ADD)
    desk = learner.begin()
    desk.check("1")

    assert Attempt.objects.get(sitting=desk.sitting).created > timezone.now() - timedelta(minutes=1)
