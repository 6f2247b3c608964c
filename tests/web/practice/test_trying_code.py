"""A code answer on the page: what is given is shown, code can be tried, and marking says what came back."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.test import Client

from tests.support.courses import write
from tests.web.practice.conftest import QUIZ, Desk, at_desk, html_of
from upslope.web.accounts.models import User
from upslope.web.practice.models import Attempt, Draft
from upslope.web.practice.views import trying
from upslope.web.turn_taking import Turns

TRIPLE = """\
---
title = "Three times"
skills = []

[[parts]]
type = "code"
name = "triple"
label = "Your `triple`"
given = "secret = 39"
answer = "def triple(x):\\n    return 3 * x"
calls = { triple = [{ low = 1, high = 2 }] }
misconceptions = [{ code = "twice", sentence = "That is twice.", wrong = "def triple(x): return 2 * x" }]
---

Write `triple(x)`.

## Hint

Multiply.

## Solution

By three.
"""


@pytest.fixture
def desk(alice: User, course: Path) -> Desk:
    write(course / QUIZ / "quiz.toml", 'intro = "Two."\nquestions = ["square", "triple"]\n')
    write(course / QUIZ / "questions/triple/question.md", TRIPLE)
    return at_desk(alice, f"{QUIZ}/triple")


def tried(desk: Desk, text: str, part: str = "triple") -> str:
    return html_of(desk.post("try", {"part": part, "text": text}))


def test_the_page_shows_what_is_given_and_where_to_begin_but_not_the_answer(desk: Desk) -> None:
    page = html_of(desk.client.get(f"/learn/{QUIZ}/"))
    assert "secret = 39" in page
    assert "def triple(x):\n    ...</textarea>" in page
    assert "3 * x" not in page
    assert "<code>triple</code>" in page


def test_trying_prints_and_keeps_nothing(desk: Desk) -> None:
    assert '<pre class="output-text" tabindex="0">42</pre>' in tried(desk, "print(secret + 3)")
    assert "printed nothing" in tried(desk, "x = 1")
    assert "Line 2 (“1 / 0”)" in tried(desk, "x = 1\r\n1 / 0")
    assert not Attempt.objects.exists()
    assert not Draft.objects.exists()


def test_what_code_prints_is_shown_and_never_read_as_html(desk: Desk) -> None:
    reply = desk.post("try", {"part": "triple", "text": "print('<script>')\nraise Exception('<b>')"})
    assert b"<script>" not in reply.content
    assert b"<b>" not in reply.content


def test_only_code_of_ones_own_sitting_can_be_tried(desk: Desk, bobs_browser: Client) -> None:
    assert bobs_browser.post(desk.address("try"), {"part": "triple", "text": "1"}).status_code == 404
    assert desk.post("try", {"part": "nothing", "text": "1"}).status_code == 404
    assert desk.client.get(desk.address("try")).status_code == 405


def test_a_right_a_wrong_and_an_unfinished_program(desk: Desk) -> None:
    assert "That is twice." in html_of(desk.check("def triple(x): return x + x"))
    assert Attempt.objects.get().score == 0
    unfinished = html_of(desk.check("def triple(x):\r\n    retrun 3"))
    assert "Line 2 (“retrun 3”) cannot be read as Python" in unfinished
    assert "This cost you nothing" in unfinished
    assert Attempt.objects.count() == 1
    assert 'class="feedback right"' in html_of(desk.check("def triple(x): return x + x + x"))


def test_a_reason_says_what_came_back(desk: Desk) -> None:
    reply = html_of(desk.check("def triple(x): return [x, x]"))
    assert "is a list of 2 numbers, where a single number is asked." in reply


def test_a_run_that_was_overtaken_says_so_and_does_not_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Overtaken(Turns):
        """Somebody newer always waits."""

        @contextmanager
        def turn(self, key: Hashable) -> Iterator[bool]:
            with super().turn(key):
                yield False

    monkeypatch.setattr(trying, "_turns", Overtaken())
    said = tried(desk, "print('ran')")
    assert "You have started another run meanwhile" in said
    assert "ran</pre>" not in said


def test_plots_are_said_to_be_missing(desk: Desk) -> None:
    said = tried(desk, "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nprint(3)")
    assert "Plots are not shown here" in said
    assert "3" in said
