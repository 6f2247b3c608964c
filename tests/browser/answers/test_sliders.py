"""Sliders, by mouse, keyboard and touch; the number that must fall is worked out while they move."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server

QUIZ = "answers/sliders"
THUMB = 22  # pixels


def answer_of(server: Server, question: str) -> dict[str, float]:
    (part,) = open_variant(server.data, f"{QUIZ}/{question}").parts
    pieces = (piece.split("=") for piece in model_answer(part).split(", "))
    return {name: float(value) for name, value in pieces}


def opened(page: Page, server: Server, question: str) -> Locator:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(page, question)
    expect(card.locator(".misfit b")).to_have_text(re.compile(r"\d"))
    return card


def spot(slider: Locator, value: float) -> tuple[float, float]:
    """Return where on the screen the thumb of a slider is at a value."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    low, high = (float(slider.get_attribute(name) or 0) for name in ("min", "max"))
    share = (value - low) / (high - low)
    return box["x"] + THUMB / 2 + share * (box["width"] - THUMB), box["y"] + box["height"] / 2


def check(card: Locator) -> None:
    card.get_by_role("button", name="Check").click()


def test_a_line_is_fitted_with_the_mouse_and_the_sliders_stand_there_after_a_reload(
    page: Page, server: Server
) -> None:
    card = opened(page, server, "fit-a-line")
    first = float(card.locator(".misfit b").inner_text())
    for name, value in answer_of(server, "fit-a-line").items():
        slider = card.get_by_role("slider", name=name, exact=True)
        page.mouse.move(*spot(slider, float(slider.input_value())))
        page.mouse.down()
        page.mouse.move(*spot(slider, value), steps=4)
        page.mouse.up()
    expect(card.locator(".misfit")).to_have_attribute("data-reached", "")
    assert float(card.locator(".misfit b").inner_text()) < first
    kept = [slider.input_value() for slider in card.get_by_role("slider").all()]
    page.reload()
    expect(card.locator(".misfit")).to_have_attribute("data-reached", "")
    assert [slider.input_value() for slider in card.get_by_role("slider").all()] == kept
    check(card)
    expect(card.locator(".feedback.right")).to_be_visible()


def test_a_line_is_fitted_by_keyboard_alone_and_says_how_it_fits(page: Page, server: Server) -> None:
    card = opened(page, server, "fit-a-line")
    for name, value in answer_of(server, "fit-a-line").items():
        slider = card.get_by_role("slider", name=name, exact=True)
        slider.focus()
        steps = round((value - float(slider.input_value())) / float(slider.get_attribute("step") or 1))
        for _ in range(abs(steps)):
            page.keyboard.press("ArrowRight" if steps > 0 else "ArrowLeft")
    expect(card.get_by_role("slider").first).to_have_attribute(
        "aria-valuetext", re.compile(r"; chi squared [\d.]+, low enough$")
    )
    check(card)
    expect(card.locator(".feedback.right")).to_be_visible()


def test_a_network_is_shaped_by_touch(touch_page: Page, server: Server) -> None:
    card = opened(touch_page, server, "shape-a-network")
    for name, value in answer_of(server, "shape-a-network").items():
        slider = card.get_by_role("slider", name=name, exact=True)
        touch_page.touchscreen.tap(*spot(slider, value))
        assert abs(float(slider.input_value()) - value) < 0.5
        box = slider.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    # The number follows with the next picture.
    touch_page.evaluate("() => new Promise(requestAnimationFrame)")
    shown = float(card.locator(".misfit b").inner_text())
    check(card)
    verdict = card.locator(".feedback")
    expect(verdict).to_be_visible()
    below = open_variant(server.data, f"{QUIZ}/shape-a-network").parts[0].key["below"]
    assert ("right" in (verdict.get_attribute("class") or "")) == (shown <= below)


def test_what_is_typed_moves_the_sliders(page: Page, server: Server) -> None:
    card = opened(page, server, "fit-a-line")
    card.get_by_label("In numbers").fill("c=1.5, m=-0.5")
    expect(card.get_by_role("slider", name="m", exact=True)).to_have_value("-0.5")
    expect(card.get_by_role("slider", name="c", exact=True)).to_have_value("1.5")
    before = card.locator(".misfit b").inner_text()
    card.get_by_label("In numbers").fill("c=1.5, m=")
    expect(card.locator(".misfit b")).to_have_text(before)
