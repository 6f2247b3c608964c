"""A curve drawn with the mouse, a finger, and the keys alone; a draft brings it back, undo takes it away."""

import re

from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server

QUIZ = "answers/sketch"
HILL = "slope-of-a-hill"
WINDOW = """node => {
    const { left, right, bottom, top } = node.getBoundingClientRect();
    return [left, right, bottom, top];
}"""

Spot = tuple[float, float]


class Sheet:
    """The window of a question as it stands in a page, and the curve that is right in it."""

    def __init__(self, page: Page, server: Server, question: str = HILL) -> None:
        page.goto(server.address(f"/learn/{QUIZ}/"))
        self.page = page
        self.card = card_of(page, question)
        (self.part,) = open_variant(server.data, f"{QUIZ}/{question}").parts
        self.field = self.card.locator("textarea[name^='answer.']")
        expect(self.card.locator(".sketch-window .grid")).to_have_attribute("d", re.compile("M"))

    @property
    def right(self) -> list[Spot]:
        return points(model_answer(self.part))

    @property
    def line(self) -> Locator:
        return self.card.locator(".sketch-line")

    def spots(self, curve: list[Spot]) -> list[Spot]:
        """Return where on the screen a curve's points are; scroll the window into view first."""
        grid = self.card.locator(".sketch-window .grid")
        self.page.evaluate("node => node.scrollIntoView({ block: 'center' })", grid.element_handle())
        left, right, bottom, top = grid.evaluate(WINDOW)
        x0, x1, y0, y1 = self.part.key["view"]
        return [
            (left + (x - x0) / (x1 - x0) * (right - left), bottom + (y - y0) / (y1 - y0) * (top - bottom))
            for x, y in curve
        ]

    def draw(self, curve: list[Spot]) -> None:
        """Draw with the mouse."""
        (first, *others) = self.spots(curve)
        self.page.mouse.move(*first)
        self.page.mouse.down()
        for spot in others:
            self.page.mouse.move(*spot)
        self.page.mouse.up()

    def check(self) -> None:
        self.card.get_by_role("button", name="Check").click()


def points(text: str) -> list[Spot]:
    return [(float(x), float(y)) for x, y in (pair.split() for pair in text.split(","))]


def test_drawn_with_the_mouse_upside_down_then_right_and_there_after_a_reload(
    page: Page, server: Server
) -> None:
    sheet = Sheet(page, server)
    low, high = sheet.part.key["view"][2:]
    sheet.draw([(x, min(max(-y, low), high)) for x, y in sheet.right])
    sheet.check()
    expect(sheet.card.locator(".feedback.wrong")).to_contain_text("upside down")
    expect(sheet.card.locator(".reasons li[data-earned=no]").first).to_be_visible()
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        sheet.draw(sheet.right[::-1])
    drawn = sheet.field.input_value()
    page.reload()
    expect(sheet.field).to_have_value(drawn)
    expect(sheet.line).to_have_attribute("d", re.compile("^M.+C"))
    sheet.check()
    expect(sheet.card.locator(".feedback.right")).to_be_visible()


def test_drawn_with_a_finger_while_the_page_stands_still(touch_page: Page, server: Server) -> None:
    sheet = Sheet(touch_page, server)
    spots = sheet.spots(sheet.right)
    before = touch_page.evaluate("scrollY")
    swipe(touch_page.context.new_cdp_session(touch_page), spots)
    expect(sheet.line).to_have_attribute("d", re.compile("^M.+C"))
    assert touch_page.evaluate("scrollY") == before
    sheet.check()
    expect(sheet.card.locator(".feedback.right")).to_be_visible()


def test_a_finger_beside_the_window_scrolls_the_page(touch_page: Page, server: Server) -> None:
    sheet = Sheet(touch_page, server)
    sheet.spots(sheet.right)
    before = touch_page.evaluate("scrollY")
    box = sheet.card.locator(".sketch-hints").bounding_box()
    assert box is not None
    x, y = box["x"] + 20, box["y"] + 20
    swipe(touch_page.context.new_cdp_session(touch_page), [(x, y - 12 * step) for step in range(20)])
    touch_page.wait_for_function("before => scrollY > before + 50", arg=before)
    assert sheet.field.input_value() == ""


def swipe(session: CDPSession, spots: list[Spot]) -> None:
    for index, (x, y) in enumerate(spots):
        kind = "touchMove" if index else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_drawn_by_keyboard_alone(page: Page, server: Server) -> None:
    sheet = Sheet(page, server)
    sheet.card.get_by_role("button", name="Points", exact=True).focus()
    page.keyboard.press("Enter")
    knobs = sheet.card.get_by_role("slider")
    expect(knobs).to_have_count(13)
    while not knobs.first.evaluate("node => node === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    step = float(knobs.first.get_attribute("aria-valuenow") or 0)
    steps = 1
    for index in range(13):
        wanted = round(height_at(sheet, index / 12) / step)
        for key in keys_for(wanted - steps):
            page.keyboard.press(key)
        steps = wanted
        page.keyboard.press("ArrowRight")
    expect(knobs.last).to_have_attribute("aria-valuetext", re.compile(r"^at x = 4: height −?\d"))
    while not page.evaluate("document.activeElement.textContent === 'Check'"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(sheet.card.locator(".feedback.right")).to_be_visible()


def height_at(sheet: Sheet, along: float) -> float:
    """Return the right curve's height at a share of the width."""
    left, right = sheet.part.key["view"][:2]
    return min(sheet.right, key=lambda point: abs(point[0] - left - along * (right - left)))[1]


def keys_for(steps: int) -> list[str]:
    """Return the keys that move a point by so many steps, large ones and small ones; up and down for none."""
    key = "ArrowUp" if steps > 0 else "ArrowDown"
    moves = [f"Shift+{key}"] * (abs(steps) // 10) + [key] * (abs(steps) % 10)
    return moves or ["ArrowUp", "ArrowDown"]


def test_strokes_are_undone_and_redone_and_the_curve_is_told_in_words(page: Page, server: Server) -> None:
    sheet = Sheet(page, server, "a-bath")
    top = 20.0
    sheet.draw([(1, 5), (8, top), (12, top)])
    first = sheet.field.input_value()
    expect(sheet.card.locator(".sketch-status")).to_contain_text("rises")
    sheet.draw([(16, top), (20, 5), (23, 5)])
    both = sheet.field.input_value()
    assert both.count(";") == 1
    expect(sheet.card.locator(".sketch-status")).to_contain_text("Then a gap.")
    page.keyboard.press("Control+z")
    expect(sheet.field).to_have_value(first)
    sheet.card.get_by_role("button", name="Undo").click()
    expect(sheet.field).to_have_value("")
    sheet.card.get_by_role("button", name="Redo").click()
    page.keyboard.press("Control+Shift+z")
    expect(sheet.field).to_have_value(both)
    sheet.check()
    expect(sheet.card.locator(".feedback.unread")).to_contain_text("there is no curve yet")
    sheet.card.get_by_role("button", name="Clear").click()
    expect(sheet.field).to_have_value("")
    sheet.card.locator(".sketch-typed summary").click()
    sheet.field.fill("0 5, 12 20, 24 5")
    expect(sheet.card.locator(".sketch-words")).to_contain_text("is highest near t = 12 at height 20")
