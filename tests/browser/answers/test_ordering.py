"""Putting steps in order: dragged by mouse and by finger, moved by keys; a draft brings the order back."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server

QUIZ = "answers/ordering"
CHAIN, LIMIT = "chain-rule", "first-principles"


def opened(page: Page, server: Server, question: str) -> tuple[Locator, list[str]]:
    """Return the card of a question, ready to be used, and the letters of the right order."""
    page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(page, question)
    expect(card.locator("ordering-answer:defined")).to_be_visible()
    (part,) = open_variant(server.data, f"{QUIZ}/{question}").parts
    return card, model_answer(part).split(",")


def entry(card: Locator, letter: str) -> Locator:
    return card.locator(f"[data-step='{letter}']")


def shown(card: Locator) -> list[str]:
    letters: list[str] = card.locator(".steps > *").evaluate_all(
        "all => all.map(one => one.dataset.step ?? '|')"
    )
    return letters


def middle(of: Locator) -> tuple[float, float]:
    of.scroll_into_view_if_needed()
    box = of.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_steps_are_dragged_into_order_and_are_there_after_a_reload(page: Page, server: Server) -> None:
    card, right = opened(page, server, CHAIN)
    for place, letter in enumerate(right):
        x, y = middle(entry(card, letter).locator(".grip"))
        _, goal = middle(card.locator(".steps > *").nth(place))
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 3, goal - 8, steps=6)
        page.mouse.up()
        expect(card.locator("ordering-answer [role=status]")).to_have_text(
            f"Step {letter.upper()}: place {place + 1} of 5."
        )
    assert shown(card) == right
    page.reload()
    expect(card.locator(".steps > *").first).to_have_attribute("data-step", right[0])
    assert shown(card) == right
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".feedback.right")).to_be_visible()


def test_steps_are_moved_by_keyboard_alone_and_the_focus_goes_with_them(page: Page, server: Server) -> None:
    card, right = opened(page, server, LIMIT)
    for place, letter in enumerate(right):
        up = card.get_by_role("button", name=f"Move step {letter.upper()} up")
        up.focus()
        while (at := shown(card).index(letter)) > place:
            page.keyboard.press("Enter" if at % 2 else "ArrowUp")
            expect(up).to_be_focused()
    astray = next(letter for letter in shown(card) if letter not in [*right, "|"])
    card.get_by_role("button", name=f"Move step {astray.upper()} down").focus()
    page.keyboard.press("ArrowDown")
    expect(card.locator("ordering-answer [role=status]")).to_have_text(f"Step {astray.upper()}: not needed.")
    assert shown(card) == [*right, "|", astray]
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".feedback.right")).to_be_visible()


def test_a_step_is_dragged_with_a_finger_and_the_page_stays_where_it_is(
    touch_page: Page, server: Server
) -> None:
    card, _ = opened(touch_page, server, CHAIN)
    status = card.locator("ordering-answer [role=status]")
    first, second, third, *rest = shown(card)
    card.get_by_role("button", name=f"Move step {second.upper()} up").tap()
    expect(status).to_contain_text("place 1 of 5")
    assert shown(card) == [second, first, third, *rest]

    entry(card, third).scroll_into_view_if_needed()
    x, y = middle(entry(card, second).locator(".grip"))
    _, goal = middle(entry(card, third))
    scrolled = touch_page.evaluate("scrollY")
    finger = touch_page.context.new_cdp_session(touch_page)
    for kind, at in (("touchStart", y), ("touchMove", (y + goal) / 2), ("touchMove", goal + 12)):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": at}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(status).to_contain_text("place 3 of 5")
    assert shown(card) == [first, third, second, *rest]
    assert touch_page.evaluate("scrollY") == scrolled
    expect(card.locator("input[name^='answer.']")).to_have_value(",".join(shown(card)))


def test_without_script_the_letters_are_written(browser: Browser, page: Page, server: Server) -> None:
    _, right = opened(page, server, LIMIT)
    plain = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    still = plain.new_page()
    still.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(still, LIMIT)
    expect(card.locator(".step-moves").first).to_be_hidden()
    card.get_by_label("The letters in order").fill(" ".join(right))
    card.get_by_role("button", name="Check").click()
    expect(still.locator(".feedback.right")).to_be_visible()
    plain.close()
