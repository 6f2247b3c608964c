"""Looking back as a learner does it at the end: on a phone, by keyboard, and without script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Server
from tests.browser.test_starting_point import answer_right, does_not_know, troubles

START = "/learn/what-is-calculus/starting-point/"
PAGE = "/learn/regression/course-review/"
WORDS = "The figures. <b>More</b> of them."


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def be_asked(page: Page, address: str, data: Path, *, knows: bool) -> None:
    """Answer one question on a page that asks, and stop."""
    page.goto(address)
    page.get_by_role("button", name="Ask me the questions").click()
    answer_right(page, data) if knows else does_not_know(page)
    page.get_by_role("button", name="Stop here").click()


def test_on_a_phone_then_and_now_stand_in_one_picture(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    be_asked(page, server.address(START), server.data, knows=False)
    be_asked(page, server.address(PAGE), server.data, knows=True)
    expect(page.get_by_role("heading", name="How far you came", exact=True)).to_be_in_viewport()
    expect(page.get_by_role("img", name="Two lines rise")).to_be_visible()
    page.get_by_text("Skill by skill").click()
    expect(page.get_by_role("columnheader", name="The first time")).to_be_visible()
    page.emulate_media(color_scheme="dark")
    assert troubles(page) == []


def test_the_keyboard_is_enough_to_rate_and_the_words_survive_a_server_that_is_away(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()  # its console says that the server is away, and is right
    page.goto(server.address(PAGE))
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type(WORDS)
    page.route("**/rate/", lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Keep my rating").press("Enter")
    expect(page.get_by_role("textbox")).to_have_value(WORDS)
    page.get_by_role("button", name="Keep my rating").press("Enter")
    expect(page.get_by_text("You gave 4 of 5")).to_be_visible()
    expect(page.get_by_text(WORDS).first).to_be_visible()


def test_it_works_without_script(browser: Browser, context: BrowserContext, server: Server) -> None:
    plain = browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = plain.new_page()
    page.goto(server.address(PAGE))
    page.get_by_label("5 of 5").check()
    page.get_by_role("button", name="Keep my rating").click()
    expect(page.get_by_text("You gave 5 of 5")).to_be_visible()
    page.get_by_text("Change it, or take it back").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("button", name="Keep my rating")).to_be_visible()
    plain.close()
