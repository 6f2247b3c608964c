"""Code as an answer, by keyboard, mouse and touch: written, tried, marked, and never lost."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server
from upslope.questions.variant import Part

QUIZ = "answers/code"
SLOPE, NEURON = "slope-as-code", "a-neuron-that-says-no"


def opened(page: Page, server: Server, question: str) -> Locator:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(page, question)
    expect(editor_of(card)).to_be_visible()
    return card


def editor_of(card: Locator) -> Locator:
    return card.locator("code-answer .cm-content")


def part_of(server: Server, question: str) -> Part:
    (part,) = open_variant(server.data, f"{QUIZ}/{question}").parts
    return part


def write(card: Locator, program: str) -> None:
    """Put a program in the place of what is there, in one go, as pasting does."""
    editor_of(card).press("Control+a")
    card.page.keyboard.insert_text(program)


def test_a_function_is_written_tried_and_marked_by_keyboard_alone(page: Page, server: Server) -> None:
    card = opened(page, server, SLOPE)
    editor_of(card).focus()
    page.keyboard.press("Control+End")
    for _ in "...":
        page.keyboard.press("Backspace")
    page.keyboard.type(model_answer(part_of(server, SLOPE)).partition("    ")[2])
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("print('tried', 6 * 7)")
    page.keyboard.press("Control+Enter")
    expect(card.get_by_role("log")).to_have_text(re.compile("tried 42"))
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(editor_of(card)).not_to_be_focused()
    while not card.get_by_role("button", name="Check").evaluate(
        "button => button === document.activeElement"
    ):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.locator(".feedback.right")).to_be_visible()


def test_every_named_mistake_is_recognised(page: Page, server: Server) -> None:
    for question in (SLOPE, NEURON):
        card = opened(page, server, question)
        part = part_of(server, question)
        assert len(part.misconceptions) >= 3
        for mistake in part.misconceptions:
            write(card, mistake.wrong)
            card.get_by_role("button", name="Check").click()
            opening = re.sub(r"[$`].*", "", mistake.sentence).strip()
            expect(card.locator(".feedback.wrong")).to_contain_text(opening[:40])


def test_two_variables_are_set_by_touch(touch_page: Page, server: Server) -> None:
    card = opened(touch_page, server, NEURON)
    editor_of(card).tap()
    write(card, f"{model_answer(part_of(server, NEURON))}\nprint(neuron(0, w, b) > 0.99)")
    card.get_by_role("button", name="Run").tap()
    expect(card.get_by_role("log")).to_contain_text("True")
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".feedback.right")).to_be_visible()


def test_a_slip_is_named_by_its_line_and_costs_nothing(page: Page, server: Server) -> None:
    card = opened(page, server, SLOPE)
    write(card, "def dfdx(x):\n    retrun 3")
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".feedback.unread")).to_contain_text("Line 2 (“retrun 3”) cannot be read as Python")
    expect(card.locator(".remarks")).to_contain_text("cost you nothing")


def test_code_is_kept_as_it_is_typed_and_is_there_after_a_reload(page: Page, server: Server) -> None:
    card = opened(page, server, SLOPE)
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        write(card, "def dfdx(x):\n    # half of it\n    return x")
    page.reload()
    expect(editor_of(card_of(page, SLOPE))).to_contain_text("# half of it")
    assert "half of it" in card_of(page, SLOPE).locator("code-answer textarea").input_value()
