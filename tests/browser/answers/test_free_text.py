"""An answer in one's own words, by keyboard, mouse and touch: written, sent, compared and ticked."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.answering import card_of
from tests.browser.conftest import Server

QUIZ = "answers/free-text"
WHY, FLAT = "why-two-terms", "where-it-is-flat"
MINE = "Both factors move, so each of them brings a term of its own."


def opened(page: Page, server: Server, question: str) -> Locator:
    page.goto(server.address(f"/learn/{QUIZ}/"), wait_until="networkidle")
    return card_of(page, question)


def words_of(card: Locator) -> Locator:
    return card.get_by_role("textbox", name="Your own words")


def test_words_are_sent_compared_and_ticked_with_the_mouse(page: Page, server: Server) -> None:
    card = opened(page, server, WHY)
    assert "A model answer" not in page.content()
    words_of(card).fill(MINE)
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        card.get_by_role("button", name="Check").click()
        expect(card.get_by_role("region", name="Model answer")).to_be_visible()
    expect(card.locator(".remarks")).to_contain_text("cost you nothing")
    expect(words_of(card)).to_have_value(MINE)
    boxes = card.get_by_role("group", name="Did you say this?").get_by_role("checkbox")
    boxes.nth(0).check()
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".reasons li[data-earned=yes]")).to_have_count(1)
    expect(boxes.nth(0)).to_be_checked()
    for box in boxes.all():
        box.check()
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".feedback.right")).to_be_visible()


def test_after_a_reload_words_checklist_and_ticks_are_there(page: Page, server: Server) -> None:
    card = opened(page, server, WHY)
    words_of(card).fill(MINE)
    card.get_by_role("button", name="Check").click()
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        card.get_by_role("checkbox").nth(1).check()
        words_of(card).press_sequentially(" Yes.")
        words_of(card).blur()
    page.wait_for_load_state("networkidle")
    card = opened(page, server, WHY)
    expect(words_of(card)).to_have_value(f"{MINE} Yes.")
    expect(card.get_by_role("checkbox").nth(1)).to_be_checked()
    expect(card.get_by_role("checkbox").nth(0)).not_to_be_checked()


def test_everything_is_done_by_keyboard_alone(page: Page, server: Server) -> None:
    card = opened(page, server, FLAT)
    words_of(card).focus()
    page.keyboard.type("It is flat there, whichever way you go.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.get_by_role("checkbox")).to_have_count(3)
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.locator(".feedback.right")).to_be_visible()


def test_a_phone_is_enough(touch_page: Page, server: Server) -> None:
    card = opened(touch_page, server, FLAT)
    words_of(card).fill("It is flat there.")
    card.get_by_role("button", name="Check").tap()
    choices = card.locator(".self-check .choice")
    expect(choices).to_have_count(3)
    for choice in choices.all():
        box = choice.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        choice.tap()
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".feedback.right")).to_be_visible()
