"""Typed maths as a learner types it: doubts explained, constants free, a form asked for."""

import sympy
from playwright.sync_api import Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server

QUIZ = "answers/expression"


def test_by_mouse_and_keyboard_a_doubt_is_explained_and_a_constant_is_free(
    page: Page, server: Server
) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(page, "antiderivative")
    field = card.locator("math-field input")
    field.click()
    page.keyboard.type("1/2x")
    expect(card.locator(".echo-note")).to_contain_text("I read 1/2x as (1/2)·x")
    field.fill(model_answer(open_variant(server.data, f"{QUIZ}/antiderivative").parts[0]) + " + C")
    page.keyboard.press("Enter")
    expect(card.locator(".feedback.right")).to_be_visible()


def test_by_touch_the_right_function_in_another_form_costs_nothing(touch_page: Page, server: Server) -> None:
    touch_page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(touch_page, "where-it-is-flat")
    right = model_answer(open_variant(server.data, f"{QUIZ}/where-it-is-flat").parts[0])
    expanded = str(sympy.expand(sympy.sympify(right))).replace("**", "^")
    field = card.locator("math-field input")
    field.tap()
    field.fill(expanded)
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".remarks[data-outcome=unreadable]")).to_contain_text("not factored yet")
    expect(card.locator(".remarks")).to_contain_text("cost you nothing")
    field.fill(right)
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".feedback.right")).to_be_visible()
