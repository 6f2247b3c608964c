import uuid
from pathlib import Path

import pytest
from django.test import Client

from tests.web.practice.conftest import MISCONCEPTION, Desk, html_of
from upslope.web.practice.models import Attempt, Draft


def test_a_right_answer_is_said_to_be_right_and_shown_as_it_was_read(alices_desk: Desk) -> None:
    reply = html_of(alices_desk.check(alices_desk.right_answer))

    assert 'data-outcome="right"' in reply
    assert "<tex-math>" in reply
    assert Attempt.objects.get().score == 1


def test_any_form_of_the_right_function_is_right(alices_desk: Desk) -> None:
    assert 'data-outcome="right"' in html_of(alices_desk.check(f"x + {alices_desk.right_answer} - x"))


def test_a_known_mistake_is_named(alices_desk: Desk) -> None:
    reply = html_of(alices_desk.check(f"{alices_desk.right_answer}*x"))

    assert MISCONCEPTION in reply
    assert 'data-outcome="wrong"' in reply
    assert Attempt.objects.get().feedback[0]["code"] == "exponent-kept"


def test_another_mistake_gets_a_kind_sentence(alices_desk: Desk) -> None:
    reply = html_of(alices_desk.check("17"))

    assert "Not yet." in reply
    assert MISCONCEPTION not in reply


def test_ticking_half_of_it_earns_part_of_the_credit(ticking_desk: Desk) -> None:
    reply = html_of(ticking_desk.check("b"))

    assert "Part of this is right" in reply
    assert Attempt.objects.get().score == pytest.approx(0.75)


def test_several_ticks_are_one_answer(ticking_desk: Desk) -> None:
    ticking_desk.check("b", "c")

    assert Attempt.objects.get().answers == {"even": "b,c"}
    assert Attempt.objects.get().score == 1


def test_the_same_submission_arriving_again_is_one_attempt_and_gets_the_same_reply(alices_desk: Desk) -> None:
    once = str(uuid.uuid4())
    replies = [html_of(alices_desk.check("17", submission_id=once)) for _ in range(3)]

    assert Attempt.objects.count() == 1
    assert all("Not yet." in reply for reply in replies)


def test_the_back_button_and_a_changed_answer_make_a_new_attempt(alices_desk: Desk) -> None:
    once = str(uuid.uuid4())
    alices_desk.check("17", submission_id=once)
    reply = alices_desk.check(alices_desk.right_answer, submission_id=once)

    assert [attempt.score for attempt in Attempt.objects.all()] == [0, 1]
    assert 'data-outcome="right"' in html_of(reply)


def test_a_submission_id_that_is_none_is_a_submission_of_its_own(alices_desk: Desk) -> None:
    alices_desk.check("17", submission_id="not an id")

    assert Attempt.objects.count() == 1


def test_the_reply_brings_a_new_submission_id(alices_desk: Desk) -> None:
    once = str(uuid.uuid4())
    reply = html_of(alices_desk.check("17", submission_id=once))

    assert 'name="submission_id"' in reply
    assert once not in reply


def test_a_submitted_answer_is_kept_as_the_draft(alices_desk: Desk) -> None:
    alices_desk.check("17")

    assert Draft.objects.get().answers == {"slope": "17"}


def test_without_script_the_answer_leads_back_to_the_page(alices_desk: Desk) -> None:
    reply = alices_desk.client.post(alices_desk.address("answer"), {"answer.slope": "17"})

    assert reply.headers["Location"] == "/learn/first/warm-up/#question-square"
    assert "Not yet." in html_of(alices_desk.client.get("/learn/first/warm-up/"))


def test_without_script_an_unreadable_answer_gets_a_page_with_the_whole_card(alices_desk: Desk) -> None:
    reply = html_of(alices_desk.client.post(alices_desk.address("answer"), {"answer.slope": "2x)"}))

    assert 'value="2x)"' in reply
    assert 'data-outcome="unreadable"' in reply
    assert "Back to Warming up" in reply


def test_another_learner_cannot_answer_in_somebodys_place(alices_desk: Desk, bobs_browser: Client) -> None:
    reply = bobs_browser.post(alices_desk.address("answer"), {"answer.slope": "17"})

    assert reply.status_code == 404
    assert not Attempt.objects.exists()


def test_somebody_elses_submission_id_neither_shows_nor_changes_their_attempt(
    alices_desk: Desk, bobs_desk: Desk
) -> None:
    once = str(uuid.uuid4())
    alices_desk.check("17", submission_id=once)
    bobs_desk.check("17", submission_id=once)

    assert [attempt.sitting.user.username for attempt in Attempt.objects.all()] == ["alice", "bob"]


def test_somebody_who_is_not_signed_in_cannot_answer(alices_desk: Desk, charlies_browser: Client) -> None:
    reply = charlies_browser.post(alices_desk.address("answer"), {"answer.slope": "17"}, follow=True)

    assert reply.status_code == 403
    assert not Attempt.objects.exists()


def test_an_answer_is_only_ever_sent_never_fetched(alices_desk: Desk, course: Path) -> None:
    assert alices_desk.client.get(alices_desk.address("answer")).status_code == 405


def test_the_same_answer_sent_again_is_the_same_attempt_and_another_one_is_not(alices_desk: Desk) -> None:
    for answer in ("17", "17", "18", "17"):
        alices_desk.check(answer)

    sent = [attempt.answers["slope"] for attempt in Attempt.objects.all()]
    assert sent == ["17", "18", "17"]
