"""Matching by rows of letters, by mouse, touch and keyboard; a draft brings the letters back."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server

QUIZ = "answers/matching"
STORIES = "stories-and-graphs"


def opened(page: Page, server: Server, question: str) -> tuple[Locator, dict[str, str]]:
    """Return the card of a question, ready to be used, and the right letter of each number."""
    page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(page, question)
    expect(card.locator("matching-answer:defined")).to_be_visible()
    (part,) = open_variant(server.data, f"{QUIZ}/{question}").parts
    return card, dict(pair.split(":") for pair in model_answer(part).split(","))


def letter(card: Locator, number: str, wanted: str) -> Locator:
    return card.locator(f".letter-chip:has(input[data-item='{number}'][value='{wanted}'])")


def test_letters_are_clicked_and_are_there_after_a_reload(page: Page, server: Server) -> None:
    card, pairs = opened(page, server, STORIES)
    for number, right in list(pairs.items())[:-1]:
        letter(card, number, right).click()
    said = card.locator("matching-answer [role=status]")
    expect(said).to_have_text(f"Story 3: graph {pairs['3'].upper()}. 1 still open.")
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        letter(card, "4", pairs["4"]).click()
    expect(said).to_contain_text("All are matched.")
    page.reload()
    for number, right in pairs.items():
        expect(letter(card, number, right).locator("input")).to_be_checked()
        expect(card.locator(f"[data-partner='{right}'] .taken-by")).to_have_text(number)
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".feedback.right")).to_be_visible()


def test_a_letter_that_moves_on_leaves_its_story_open_and_that_costs_nothing(
    touch_page: Page, server: Server
) -> None:
    card, pairs = opened(touch_page, server, STORIES)
    for number, right in pairs.items():
        letter(card, number, right).tap()
    letter(card, "2", pairs["1"]).tap()
    expect(letter(card, "1", pairs["1"]).locator("input")).not_to_be_checked()
    expect(card.locator("matching-answer [role=status]")).to_contain_text("Story 1 is open again.")
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".feedback.unread")).to_contain_text("no graph yet for story 1")
    letter(card, "1", pairs["2"]).tap()
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".reasons")).to_contain_text("2 of 4 pairs are right.")
    box = letter(card, "1", "a").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44


def test_letters_are_chosen_by_keyboard_alone(page: Page, server: Server) -> None:
    card, pairs = opened(page, server, "functions-and-derivatives")
    rows = card.get_by_role("radiogroup")
    rows.first.get_by_role("radio").first.focus()
    for number, right in pairs.items():
        page.keyboard.press("Space")
        for _ in range("abcdef".index(right)):
            page.keyboard.press("ArrowRight")
        chosen = rows.nth(int(number) - 1).get_by_role(
            "radio", name=f"derivative {right.upper()}", exact=True
        )
        expect(chosen).to_be_focused()
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.locator(".remarks")).to_be_visible()


def test_without_script_pairs_are_written(browser: Browser, page: Page, server: Server) -> None:
    _, pairs = opened(page, server, STORIES)
    plain = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    still = plain.new_page()
    still.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(still, STORIES)
    expect(card.locator(".letters").first).to_be_hidden()
    card.get_by_label("Your pairs").fill(" ".join(number + right for number, right in pairs.items()))
    card.get_by_role("button", name="Check").click()
    expect(still.locator(".feedback.right")).to_be_visible()
    plain.close()
