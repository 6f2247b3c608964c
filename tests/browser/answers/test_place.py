"""Something placed on a picture, by mouse, keyboard, touch and as text; a draft brings it back."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server

QUIZ = "answers/place"
SPOT = """(picture, [x, y, left, right, bottom, top]) => {
    const frame = picture.querySelector(":scope > g > svg");
    const [width, height] = [frame.width.baseVal.value, frame.height.baseVal.value];
    const inside = new DOMPoint((x - left) / (right - left) * width, (top - y) / (top - bottom) * height);
    const { x: across, y: down } = inside.matrixTransform(frame.parentElement.getScreenCTM());
    return [across, down];
}"""

Place = tuple[float, float]


class Picture:
    """The picture of a question as it stands in a page, and what would be right on it."""

    def __init__(self, page: Page, server: Server, question: str) -> None:
        page.goto(server.address(f"/learn/{QUIZ}/"))
        self.page = page
        self.card = card_of(page, question)
        (self.part,) = open_variant(server.data, f"{QUIZ}/{question}").parts
        self.view: tuple[float, float, float, float] = tuple(self.part.key["plot"]["view"])
        # The element of this field comes in a file of its own.
        expect(self.card.locator(".place-add")).not_to_have_text("Place")

    @property
    def right(self) -> list[Place]:
        return places(model_answer(self.part))

    @property
    def handles(self) -> Locator:
        return self.card.get_by_role("slider")

    def spot(self, place: Place) -> Place:
        """Return where on the screen a point of the plane is; scroll it into view first."""
        picture = self.card.locator("svg.plot")
        picture.scroll_into_view_if_needed()
        across, down = picture.evaluate(SPOT, [*place, *self.view])
        return across, down

    def check(self) -> None:
        self.card.get_by_role("button", name="Check").click()


def places(text: str) -> list[Place]:
    return [(float(x), float(y)) for x, y in (pair.split() for pair in text.split(";"))]


def test_an_arrow_is_drawn_and_turned_with_the_mouse_and_is_there_after_a_reload(
    page: Page, server: Server
) -> None:
    picture = Picture(page, server, "gradient-arrow")
    downhill = places(picture.part.misconceptions[0].wrong)[0]
    page.mouse.click(*picture.spot(downhill))
    expect(picture.handles).to_have_count(1)
    expect(picture.card.locator(".place-words")).to_contain_text("Arrow from")
    picture.check()
    expect(picture.card.locator(".feedback.wrong")).to_contain_text("the way down")
    page.mouse.move(*picture.spot(downhill))
    page.mouse.down()
    page.mouse.move(*picture.spot(picture.right[0]), steps=4)
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        page.mouse.up()
    placed = picture.card.locator("input[name^='answer.']").input_value()
    page.reload()
    expect(picture.card.locator("input[name^='answer.']")).to_have_value(placed)
    expect(picture.handles).to_have_count(1)
    picture.check()
    expect(picture.card.locator(".feedback.right")).to_be_visible()


def test_an_arrow_is_drawn_by_keyboard_alone(page: Page, server: Server) -> None:
    picture = Picture(page, server, "gradient-arrow")
    picture.card.get_by_role("button", name="Place the arrow").focus()
    page.keyboard.press("Enter")
    expect(picture.handles).to_be_focused()
    expect(picture.handles).to_have_attribute("aria-label", "Tip of the arrow")
    (now,) = places(picture.card.locator("input[name^='answer.']").input_value())
    for axis, (more, less) in enumerate((("ArrowRight", "ArrowLeft"), ("ArrowUp", "ArrowDown"))):
        steps = round((picture.right[0][axis] - now[axis]) / 0.05)
        key = more if steps > 0 else less
        for press in ("Shift+" + key,) * (abs(steps) // 10) + (key,) * (abs(steps) % 10):
            page.keyboard.press(press)
    expect(picture.handles).to_have_attribute("aria-valuetext", re.compile(r"^\(.+, .+\)$"))
    picture.check()
    expect(picture.card.locator(".feedback.right")).to_be_visible()
    picture.handles.focus()
    page.keyboard.press("Delete")
    expect(picture.handles).to_have_count(0)
    expect(picture.card.locator("input[name^='answer.']")).to_have_value("")


def test_a_tangent_is_laid_with_two_taps(touch_page: Page, server: Server) -> None:
    picture = Picture(touch_page, server, "tangent-line")
    (x0, y0), (x1, y1) = picture.right
    for share in (0.1, 0.9):
        touch_page.touchscreen.tap(*picture.spot((x0 + share * (x1 - x0), y0 + share * (y1 - y0))))
    expect(picture.handles).to_have_count(2)
    expect(picture.card.get_by_role("button", name="Place a point")).to_be_disabled()
    picture.check()
    expect(picture.card.locator(".feedback.right")).to_be_visible()
    radius = picture.card.locator(".handle .hit").first.evaluate(
        "hit => hit.getBoundingClientRect().width / 2"
    )
    assert radius >= 22


def test_what_is_typed_is_drawn(page: Page, server: Server) -> None:
    picture = Picture(page, server, "tangent-line")
    field = picture.card.get_by_label("In numbers")
    field.fill("0 1")
    expect(picture.handles).to_have_count(1)
    field.fill("0 1; 2 -")
    expect(picture.handles).to_have_count(1)
    field.fill("0 1; 2 -1")
    expect(picture.handles.nth(1)).to_have_attribute("aria-valuetext", "(2, −1)")
    expect(picture.card.locator(".place-words")).to_contain_text("slope −1")


def test_without_script_the_picture_is_there_and_the_answer_is_typed(
    browser: Browser, page: Page, server: Server
) -> None:
    picture = Picture(page, server, "gradient-arrow")
    plain = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    still = plain.new_page()
    still.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(still, "gradient-arrow")
    expect(card.locator("svg.plot")).to_be_visible()
    expect(card.locator(".place-tools")).to_be_hidden()
    card.get_by_label("In numbers").fill(model_answer(picture.part))
    card.get_by_role("button", name="Check").click()
    expect(still.locator(".feedback.right")).to_be_visible()
    plain.close()
