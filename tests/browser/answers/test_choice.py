"""Choosing among pictures and statements, by mouse, touch and keyboard."""

from playwright.sync_api import Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server


def test_a_picture_is_chosen_by_clicking_on_it_and_its_name_tells_what_it_shows(
    page: Page, server: Server
) -> None:
    page.goto(server.address("/learn/answers/choice/"))
    card = card_of(page, "slope-of-a-curve")
    (part,) = open_variant(server.data, "answers/choice/slope-of-a-curve").parts
    expect(card.locator(".question-prompt svg.plot")).to_be_visible()
    wrong = next(option for option in part.key["options"] if option["id"] != part.key["answer"])
    named = card.get_by_role("radio", name=f"{wrong['id'].upper()} {wrong['plot']['alt']}")
    expect(named).to_have_count(1)
    card.locator(f".choice:has(input[value={wrong['id']}]) svg.plot").click()
    expect(named).to_be_checked()
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".feedback.wrong")).to_be_visible()
    card.locator(f".choice:has(input[value={model_answer(part)}]) svg.plot").click()
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".feedback.right")).to_be_visible()


def test_pictures_stand_two_abreast_on_a_phone_and_are_tapped(touch_page: Page, server: Server) -> None:
    touch_page.goto(server.address("/learn/answers/choice/"))
    card = card_of(touch_page, "uphill-on-a-map")
    boxes = [choice.bounding_box() for choice in card.locator(".choice").all()]
    places = [(round(box["x"]), round(box["y"])) for box in boxes if box]
    assert len({x for x, _ in places}) == len({y for _, y in places}) == 2
    (part,) = open_variant(server.data, "answers/choice/uphill-on-a-map").parts
    card.locator(f".choice:has(input[value={model_answer(part)}]) svg.plot").tap()
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".feedback.right")).to_be_visible()


def test_statements_are_ticked_by_keyboard_and_counted(page: Page, server: Server) -> None:
    page.goto(server.address("/learn/answers/choices/"))
    card = card_of(page, "which-ones-lead-here")
    (part,) = open_variant(server.data, "answers/choices/which-ones-lead-here").parts
    wanted = model_answer(part).split(",")
    card.locator("input[type=checkbox]").first.focus()
    for option in part.key["options"]:
        if option["id"] in wanted[:2]:
            page.keyboard.press("Space")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.locator(".reasons")).to_contain_text("5 of 6 options are as they should be.")
    card.locator(f"input[value={wanted[2]}]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(card.locator(".feedback.right")).to_be_visible()
