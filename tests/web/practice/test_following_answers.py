"""A second part that goes on rightly from a wrong first one: it counts, and the card says why."""

from pathlib import Path

import pytest

from tests.support.courses import write
from tests.web.practice.conftest import TICKED, Desk, at_desk, html_of
from upslope.web.accounts.models import User
from upslope.web.practice.models import Attempt

TWO_PARTS = """\
---
title = "Slope, then value"
skills = []

[[parts]]
type = "expression"
name = "slope"
label = "$f'(x) =$"
answer = "2x"

[[parts]]
type = "number"
name = "value"
label = "$f'(3) =$"
answer = 6
follow_through = { formula = "slope", at = { x = 3 } }
---

Differentiate $x^2$.

## Hint

Look at the exponent.

## Solution

$2x$, and $6$.
"""


@pytest.fixture
def desk(alice: User, course: Path) -> Desk:
    write(course / "first/warm-up/questions/pick/question.md", TWO_PARTS)
    return at_desk(alice, TICKED)


def reply_to(desk: Desk, slope: str, value: str) -> str:
    return html_of(desk.post("answer", {"answer.slope": slope, "answer.value": value, "revision": "0"}))


def test_going_on_rightly_from_ones_own_answer_counts_and_says_so(desk: Desk) -> None:
    reply = reply_to(desk, "x", "3")

    assert "This follows rightly from your own answer above, so it counts." in reply
    assert 'data-outcome="partly"' in reply
    assert Attempt.objects.get().score == pytest.approx(0.5)
    assert [part["code"] for part in Attempt.objects.get().feedback] == ["not-yet", "follows-through"]


def test_a_right_answer_needs_no_such_word(desk: Desk) -> None:
    reply = reply_to(desk, "2x", "6")

    assert "follows rightly" not in reply
    assert 'data-outcome="right"' in reply


def test_the_card_says_the_same_on_a_later_visit(desk: Desk) -> None:
    reply_to(desk, "x", "3")

    assert "This follows rightly" in html_of(desk.client.get("/learn/first/warm-up/"))


def test_mending_the_first_part_leaves_the_second_to_be_marked_by_the_right_one(desk: Desk) -> None:
    reply_to(desk, "x", "3")
    reply = reply_to(desk, "2x", "3")

    assert "follows rightly" not in reply
    assert [attempt.score for attempt in Attempt.objects.all()] == [0.5, 0.5]
