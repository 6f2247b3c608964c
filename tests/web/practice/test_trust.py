"""Nothing that decides a mark leaves the server before it is due."""

import re

import pytest
from django.test import Client

from tests.web.practice.conftest import HINTS, MISCONCEPTION, SOLUTION, Desk, html_of
from upslope.web.accounts.models import User
from upslope.web.practice.drawing import PROVEN_SEEDS
from upslope.web.practice.models import Sitting

PAGE = "/learn/first/warm-up/"


@pytest.fixture
def secrets(alices_desk: Desk) -> list[str]:
    slope = alices_desk.right_answer
    wrong = alices_desk.part.misconceptions[0].wrong
    return [
        slope,
        slope.replace("*", ""),
        slope.replace("*", " "),
        wrong,
        MISCONCEPTION,
        "exponent-kept",
        SOLUTION,
    ]


def test_the_page_and_every_reply_before_an_attempt_hold_no_answer(
    alices_desk: Desk, secrets: list[str]
) -> None:
    replies = [
        alices_desk.client.get(PAGE),
        alices_desk.client.get("/learn/first/opening/"),
        alices_desk.echo("17"),
        alices_desk.echo("2x #"),
        alices_desk.save("17", 0, "tab-a"),
        alices_desk.save("18", 0, "tab-b"),
        alices_desk.ask_for_hint(1),
        alices_desk.post("solution"),
        alices_desk.check("sin("),
    ]
    for reply in replies:
        found = [secret for secret in secrets if secret in html_of(reply)]
        assert found == [], reply.request["PATH_INFO"]


def test_a_hint_is_nowhere_before_it_is_asked_for(alices_desk: Desk) -> None:
    assert all(hint not in html_of(alices_desk.client.get(PAGE)) for hint in HINTS)


def test_a_wrong_answer_brings_neither_the_answer_nor_other_mistakes(
    alices_desk: Desk, secrets: list[str]
) -> None:
    reply = html_of(alices_desk.check("17"))

    assert [secret for secret in secrets if secret in reply] == []


def test_options_say_nothing_about_which_is_right(ticking_desk: Desk) -> None:
    page = html_of(ticking_desk.client.get(PAGE))

    assert re.findall(r'type="checkbox" name="answer.even" value="(\w+)"', page) == ["a", "b", "c", "d"]


def test_no_seed_is_in_the_page(alices_desk: Desk) -> None:
    page = html_of(alices_desk.client.get(PAGE))

    assert "seed" not in page
    assert alices_desk.sitting.stored.version not in page
    assert len(PROVEN_SEEDS) == 200


def test_a_part_that_cannot_be_read_does_not_tell_how_the_others_did(alices_desk: Desk) -> None:
    reply = html_of(alices_desk.check("sin("))

    assert "feedback right" not in reply
    assert "feedback wrong" not in reply


def test_the_shipped_quiz_shows_neither_answers_nor_mistakes_nor_solutions(
    alices_browser: Client, alice: User
) -> None:
    page = html_of(alices_browser.get("/learn/what-is-calculus/practising-the-product-rule/"))
    variants = [sitting.variant for sitting in Sitting.objects.filter(user=alice)]
    mistakes = [mistake for variant in variants for part in variant.parts for mistake in part.misconceptions]
    answers = [
        str(part.key["answer"]) for variant in variants for part in variant.parts if part.type == "expression"
    ]
    secrets = [
        *answers,
        *(variant.solution for variant in variants),
        *(mistake.sentence for mistake in mistakes),
    ]

    assert len(variants) == 6
    assert [secret for secret in secrets if secret in page] == []
