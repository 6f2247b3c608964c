"""Answering in one's own words, on the page: write, send, compare, tick; and nothing is told too early."""

import uuid
from pathlib import Path

import pytest
from django.test import Client

from tests.support.courses import write
from tests.web.practice.conftest import QUIZ, Desk, at_desk, html_of
from upslope.web.accounts.models import User
from upslope.web.practice.models import Attempt, Draft

WHY = """\
---
title = "Why"
skills = []

[[parts]]
type = "free-text"
name = "why"
answer = "Because of the *butterfly* effect."
points = ["It mentions a butterfly.", "It mentions an effect."]
---

Why?

## Hint

Think.

## Solution

Because.
"""
MINE = "It is because a <b>butterfly</b> did it"
PAGE = f"/learn/{QUIZ}/"


@pytest.fixture
def desk(alice: User, course: Path) -> Desk:
    write(course / QUIZ / "quiz.toml", 'intro = "Two."\nquestions = ["square", "why"]\n')
    write(course / QUIZ / "questions/why/question.md", WHY)
    return at_desk(alice, f"{QUIZ}/why")


def test_before_anything_is_sent_the_page_knows_neither_model_nor_points(desk: Desk) -> None:
    assert "butterfly" not in html_of(desk.client.get(PAGE))
    desk.save("It is because a bird did it", 0, "this-tab")
    assert "butterfly" not in html_of(desk.client.get(PAGE))


def test_the_first_check_marks_nothing_and_brings_the_model_answer_and_the_checklist(desk: Desk) -> None:
    reply = html_of(desk.check(MINE))
    assert "<em>butterfly</em> effect" in reply
    assert reply.count('type="checkbox"') == 2
    assert 'hx-swap-oob="innerHTML"' in reply
    assert "tick what you have said" in reply
    assert "This cost you nothing" in reply
    assert not Attempt.objects.exists()


def test_a_word_is_not_enough_to_earn_the_model_answer(desk: Desk) -> None:
    assert "butterfly" not in html_of(desk.check("Because."))


def test_after_a_reload_text_and_checklist_are_there_again(desk: Desk) -> None:
    desk.check(MINE)
    page = desk.client.get(PAGE).content.decode()
    assert "&lt;b&gt;butterfly&lt;/b&gt; did it" in page
    assert page.count('type="checkbox" value="1"') == 1
    assert "<em>butterfly</em> effect" in page


def test_ticks_make_the_score_and_come_back_ticked(desk: Desk) -> None:
    desk.check(MINE)
    reply = html_of(desk.check(f"{MINE}\n\nI said: 1", submission_id=str(uuid.uuid4())))
    assert "Part of this is right" in reply
    assert Attempt.objects.get().score == 0.5
    page = html_of(desk.client.get(PAGE))
    assert 'value="1" checked' in page
    assert 'value="2" checked' not in page


def test_everything_ticked_is_right(desk: Desk) -> None:
    desk.check(f"{MINE}\n\nI said: 1, 2")
    assert Attempt.objects.get().score == 1


def test_without_script_the_ticks_are_numbers_in_the_last_line(desk: Desk) -> None:
    form = {"answer.why": MINE, "revision": "0", "submission_id": str(uuid.uuid4())}
    page = html_of(desk.client.post(desk.address("answer"), form))
    assert f"{MINE}\n\nI said:</textarea>" in page
    assert "write the numbers of the points you said" in page
    assert Draft.objects.get().answers == {"why": f"{MINE}\n\nI said:"}
    form["answer.why"] = f"{MINE}\r\n\r\nI said: 1, 2"
    desk.client.post(desk.address("answer"), form)
    assert Attempt.objects.get().score == 1


def test_anothers_sitting_stays_closed(desk: Desk, bobs_browser: Client) -> None:
    assert bobs_browser.post(desk.address("answer"), {"answer.why": MINE}).status_code == 404
