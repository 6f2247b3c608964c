"""Finding a starting point as a learner meets it: on a phone, by keyboard, and without script."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.accessibility import violations
from tests.browser.answering import give, model_answer, query
from tests.browser.conftest import Server
from upslope.questions.variant import Variant

PAGE = "/learn/what-is-calculus/starting-point/"
ASKED = """
    SELECT stored.data FROM practice_sitting AS sitting
    JOIN practice_storedvariant AS stored ON stored.id = sitting.stored_id
    WHERE sitting.is_open AND sitting.purpose = 'diagnostic'
"""


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def asked(data: Path) -> Variant:
    ((stored,),) = query(data, ASKED)
    return Variant.from_json(json.loads(stored))


def troubles(page: Page) -> list[str]:
    """Return what axe finds, and by how much the page is wider than its window."""
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [*violations(page), *([f"wider by {overflow}"] if overflow > 0 else [])]


def answer_right(page: Page, data: Path) -> None:
    """Answer the question on the page right where it is typed in a line or ticked; a matrix is not known."""
    parts = asked(data).parts
    if any(part.type == "matrix" for part in parts):
        return does_not_know(page)
    for part in parts:
        give(page.locator("question-card"), part, model_answer(part))
    page.get_by_role("button", name="Answer", exact=True).click()
    return None


def does_not_know(page: Page) -> None:
    page.get_by_role("button", name="I don’t know yet").click()


def test_a_learner_is_asked_on_a_phone_and_sent_to_a_lesson(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server.address(PAGE))
    assert troubles(page) == []
    page.get_by_label("Derivatives", exact=True).select_option("at ease with it")
    page.get_by_label("How much time do you have in a week?").select_option("two hours")
    page.get_by_role("button", name="Ask me the questions").click()
    expect(page.get_by_role("heading", name="Question 1")).to_be_in_viewport()
    assert troubles(page) == []
    answer_right(page, server.data)
    expect(page.get_by_role("heading", name="Question 2")).to_be_visible()
    does_not_know(page)
    page.get_by_role("button", name="Stop here").click()
    expect(page.get_by_role("heading", name="Start at")).to_be_in_viewport()
    page.locator("details.asked summary").first.press("Enter")
    page.emulate_media(color_scheme="dark")
    assert troubles(page) == []
    page.get_by_role("link", name="Start there").click()
    expect(page.get_by_role("button", name="Mark as done")).to_be_visible()


def test_the_keyboard_is_enough_and_what_is_typed_waits(page: Page, server: Server) -> None:
    page.goto(server.address(PAGE))
    page.get_by_role("button", name="Ask me the questions").press("Enter")
    page.wait_for_url("**#now")
    page.keyboard.press("Tab")
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        page.keyboard.type("(1 +")
    page.goto(server.address(PAGE))
    field = page.locator("question-card").get_by_role("textbox").first
    expect(field).to_have_value("(1 +")
    field.press("Enter")
    expect(page.locator(".feedback.unread").first).to_be_visible()
    expect(page.get_by_role("heading", name="Question 1")).to_be_visible()
    page.get_by_role("button", name="I don’t know yet").press("Enter")
    expect(page.get_by_role("heading", name="Question 2")).to_be_visible()
    page.get_by_role("button", name="Stop here").press("Enter")
    expect(page.get_by_text("I asked 1 question.")).to_be_visible()


def test_it_works_without_script(browser: Browser, context: BrowserContext, server: Server) -> None:
    plain = browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = plain.new_page()
    page.goto(server.address(PAGE))
    page.get_by_role("button", name="Ask me the questions").click()
    answer_right(page, server.data)
    does_not_know(page)
    expect(page.get_by_role("heading", name="Question 3")).to_be_visible()
    page.get_by_role("button", name="Stop here").click()
    expect(page.get_by_text("I asked 2 questions.")).to_be_visible()
    plain.close()
