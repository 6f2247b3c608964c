"""A number with a unit, and an exact one, as a learner types them."""

from playwright.sync_api import Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server

QUIZ = "answers/number"


def test_by_keyboard_a_unit_is_echoed_asked_for_and_accepted(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(page, "braking-car")
    field = card.locator("math-field input")
    number, unit = model_answer(open_variant(server.data, f"{QUIZ}/braking-car").parts[0]).split(" ", 1)
    field.focus()
    page.keyboard.type(number)
    page.keyboard.press("Enter")
    expect(card.locator(".remarks[data-outcome=unreadable]")).to_contain_text("still needs its unit")
    page.keyboard.press("End")
    page.keyboard.type(f" {unit}")
    expect(card.locator(".echo tex-math annotation")).to_contain_text(r"\mathrm{m}/\mathrm{s}")
    expect(card.locator("math-field [role=status]")).to_contain_text("m per s")
    page.keyboard.press("Enter")
    expect(card.locator(".feedback.right")).to_be_visible()


def test_by_touch_a_decimal_comma_is_pointed_at_and_costs_nothing(touch_page: Page, server: Server) -> None:
    touch_page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(touch_page, "growing-ball")
    field = card.locator("math-field input")
    field.tap()
    field.fill("3,5")
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".feedback.unread")).to_contain_text("as a point: 3.5")
    assert card.locator(".feedback.unread").get_attribute("data-offset") == "1"
    expect(field).to_have_value("3,5")
    field.fill(model_answer(open_variant(server.data, f"{QUIZ}/growing-ball").parts[0]))
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".feedback.right")).to_be_visible()
