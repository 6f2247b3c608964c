"""The daily review, skills and reports as a learner meets them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.answering import QUIZ, answer_right, card_of, give, model_answer, query
from tests.browser.conftest import Server
from upslope.questions.variant import Variant

LINEAR = f"{QUIZ}/two-linear-factors"
OPEN_IN_REVIEW = """
    SELECT stored.data FROM practice_sitting AS sitting
    JOIN practice_storedvariant AS stored ON stored.id = sitting.stored_id
    WHERE sitting.is_open AND sitting.purpose = 'review'
"""


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def make_everything_due(data: Path) -> None:
    with closing(sqlite3.connect(data / "upslope.sqlite3")) as database, database:
        database.execute("UPDATE review_skillmemory SET due = '2026-01-01 00:00:00'")


def asked_in_review(data: Path) -> Variant:
    ((stored,),) = query(data, OPEN_IN_REVIEW)
    return Variant.from_json(json.loads(stored))


def answer_in_review(page: Page, data: Path) -> Locator:
    """Answer the question that the review shows right, and return its card."""
    variant = asked_in_review(data)
    card = card_of(page, variant.question_id.rpartition("/")[2])
    for part in variant.parts:
        give(card, part, model_answer(part))
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".feedback.right").first).to_be_visible()
    return card


def other_browser(browser: Browser, context: BrowserContext, server: Server) -> Page:
    """Return a page of another browser of the same learner, with nothing of the first one's own memory."""
    other = browser.new_context()
    known = [(cookie["name"], cookie["value"]) for cookie in context.cookies()]
    other.add_cookies([{"name": name, "value": value, "url": server.address("/")} for name, value in known])
    return other.new_page()


def answers_on(page: Page) -> str:
    """Return what stands in the fields of the card, as the form would send it."""
    read = "form => JSON.stringify([...new FormData(form)].filter(([name]) => name.startsWith('answer.')))"
    return str(page.locator(".answer-form").evaluate(read))


def test_what_was_learnt_comes_back_and_the_quiz_stays_as_it_was(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    expect(answer_right(page, server.data, LINEAR).locator(".feedback.right")).to_be_visible()
    draft = card_of(page, "power-times-trig").locator("math-field input")
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        draft.fill("2x sin")
    make_everything_due(server.data)
    page.goto(server.address("/"))
    page.get_by_role("link", name="1 skill due today").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="Question 1 of 1")).to_be_visible()
    assert violations(page) == []
    answer_in_review(page, server.data).get_by_role("button", name="Next").click()
    expect(page.get_by_text("Done for now.")).to_be_visible()
    expect(page.get_by_role("heading", name="Nothing is due")).to_be_visible()
    assert violations(page) == []
    page.goto(server.address(f"/learn/{QUIZ}/"))
    expect(draft).to_have_value("2x sin")
    expect(page.locator("#quiz-standing a[data-state=right]")).to_have_count(1)


def test_a_review_goes_on_in_another_browser(
    page: Page, context: BrowserContext, browser: Browser, server: Server
) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    expect(answer_right(page, server.data, LINEAR).locator(".feedback.right")).to_be_visible()
    page.goto(server.address("/progress/"))
    assert violations(page) == []
    page.get_by_role("button", name="Practise").first.click()
    variant = asked_in_review(server.data)
    card = card_of(page, variant.question_id.rpartition("/")[2])
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        give(card, variant.parts[0], model_answer(variant.parts[0]))
    there = other_browser(browser, context, server)
    there.goto(server.address("/review/"))
    assert answers_on(there) == answers_on(page) != "[]"
    there.context.close()


def test_a_quiz_goes_on_in_another_browser(
    page: Page, context: BrowserContext, browser: Browser, server: Server
) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    expect(answer_right(page, server.data, LINEAR).locator(".feedback.right")).to_be_visible()
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        card_of(page, "power-times-trig").locator("math-field input").press_sequentially("2x")
    there = other_browser(browser, context, server)
    there.goto(server.address(f"/learn/{QUIZ}/"))
    expect(card_of(there, "power-times-trig").locator("math-field input")).to_have_value("2x")
    expect(there.locator("#quiz-standing a[data-state=right]")).to_have_count(1)
    there.context.close()


def test_another_one_and_next_work_after_each_other(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    expect(answer_right(page, server.data, LINEAR).locator(".feedback.right")).to_be_visible()
    page.goto(server.address("/progress/"))
    page.get_by_role("button", name="Practise").first.click()
    first = asked_in_review(server.data)
    answer_in_review(page, server.data).get_by_role("button", name="Another one like this").click()
    expect(page.locator(".feedback.right")).to_have_count(0)
    assert asked_in_review(server.data).seed != first.seed
    answer_in_review(page, server.data).get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", name="Question 2 of 3")).to_be_visible()


def test_a_report_is_sent_by_keyboard_with_all_that_is_on_the_page(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"), wait_until="networkidle")
    card = card_of(page, "two-linear-factors")
    card.locator("math-field input").fill("2x")
    card.get_by_text("Report a problem").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("I cannot tell what is asked.")
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.get_by_text("Thank you. Your report is kept")).to_be_focused()
    ((kind, text, answers, told),) = query(
        server.data, "SELECT kind, text, answers, page FROM practice_problemreport"
    )
    assert (kind, text) == ("unclear", "I cannot tell what is asked.")
    assert "2x" in answers
    assert '"window": "1280' in told
    assert f"/learn/{QUIZ}/" in told


def test_a_report_that_cannot_be_sent_stays_as_it_was_typed(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(server.address(f"/learn/{QUIZ}/"), wait_until="networkidle")
    card = card_of(page, "two-linear-factors")
    card.get_by_text("Report a problem").click()
    card.locator("textarea").fill("A slip.")
    server.kill()
    card.get_by_role("button", name="Send the report").click()
    expect(card.locator(".draft-note")).to_contain_text("Nothing is lost")
    server.start()
    card.get_by_role("button", name="Send the report").dblclick()
    expect(card.get_by_text("Thank you.")).to_be_visible()
    ((count,),) = query(server.data, "SELECT COUNT(*) FROM practice_problemreport")
    assert int(count) == 1
