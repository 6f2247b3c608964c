"""A lesson as a learner meets it: the figure moves when it is touched, and the page follows."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.answering import answer_right
from tests.browser.conftest import Server

WELCOME = "what-is-calculus/welcome"
RISE = "what-is-calculus/rise-over-run"
DEFINITION = "what-is-calculus/definition-of-a-derivative"
Record = Callable[[str, object], None]
LESSONS = (RISE, DEFINITION)

COUNT_FRAMES = """() => {
    window.frames_drawn = 0;
    window.drag_began = performance.now();
    const count = () => { window.frames_drawn++; requestAnimationFrame(count) };
    requestAnimationFrame(count);
}"""


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def steps_of(page: Page) -> int:
    return page.locator("figure-walkthrough .captions > li").count()


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_walkthrough_is_stepped_through_by_keyboard(page: Page, server: Server, lesson: str) -> None:
    page.goto(server.address(f"/learn/{lesson}/"))
    count = steps_of(page)
    assert 6 <= count <= 14
    walk = page.locator("figure-walkthrough")
    walk.scroll_into_view_if_needed()  # its script is fetched when it comes near
    following = walk.get_by_role("button", name="Next")
    expect(following).to_have_attribute("aria-disabled", "false")
    following.focus()
    for place in range(1, count):
        page.keyboard.press("Enter")
        expect(walk.locator(".captions > li").nth(place)).to_be_visible()
        expect(walk.locator(".captions > li.on")).to_have_count(1)
    expect(following).to_have_attribute("aria-disabled", "true")


def test_arrow_keys_move_a_point_and_the_numbers_in_the_prose_follow(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{RISE}/"))
    handle = page.locator("secant-slope").first.locator("[role=slider]").first
    handle.focus()
    position = page.locator("[data-live=x]").first
    before = position.inner_text()
    said = handle.get_attribute("aria-valuetext")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(position).not_to_have_text(before)
    assert handle.get_attribute("aria-valuetext") != said


def test_dragging_a_point_moves_the_figure_at_the_pace_of_the_screen(
    page: Page, server: Server, record_property: Record
) -> None:
    page.goto(server.address(f"/learn/{DEFINITION}/"))
    figure = page.locator("secant-slope").first
    figure.scroll_into_view_if_needed()
    handle = figure.locator("[role=slider]").first
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before = figure.evaluate("node => node.state.x")
    page.evaluate(COUNT_FRAMES)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(90):
        page.mouse.move(x + 60 * (step % 30) / 30, y)
    rate = page.evaluate("() => window.frames_drawn / (performance.now() - window.drag_began) * 1000")
    page.mouse.up()
    assert figure.evaluate("node => node.state.x") != before
    record_property("frames per second while dragging", round(rate))
    print(f"frames per second while dragging: {rate:.0f}")


def test_a_task_is_noticed_when_it_is_done(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{RISE}/"))
    task = page.locator("figure-task").first
    assert task.get_attribute("data-state") != "done"
    page.locator("secant-slope [role=slider]").first.wait_for()  # the figure's script is there
    page.locator("secant-slope").first.locator("input[type=range]").focus()
    page.keyboard.press("Home")
    expect(task).to_have_attribute("data-state", "done")


def test_a_prediction_comes_before_its_answer(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{RISE}/"))
    predict = page.locator("details.predict, .predict details").first
    assert predict.get_attribute("open") is None
    predict.locator("summary").click()
    assert predict.get_attribute("open") is not None


@pytest.mark.parametrize("lesson", LESSONS)
def test_checkpoints_are_answered_inside_the_lesson(page: Page, server: Server, lesson: str) -> None:
    page.goto(server.address(f"/learn/{lesson}/"))
    cards = page.locator("question-card")
    assert 2 <= cards.count() <= 3
    for identity in cards.evaluate_all("nodes => nodes.map(node => node.id)"):
        name = re.sub(r"^(q|question|card)-+", "", identity)
        card = answer_right(page, server.data, f"{lesson}/{name}")
        expect(card.locator(".feedback.right").first).to_be_visible()


def test_done_is_remembered_and_leads_on(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{RISE}/"))
    page.get_by_role("button", name="Mark as done").click()
    expect(page).to_have_url(re.compile("graph-and-derivative"))
    page.goto(server.address("/"))
    expect(page.locator(".item-row[data-state=done]")).to_have_count(1)


def test_without_script_the_lesson_can_be_read(context: BrowserContext, server: Server) -> None:
    browser = context.browser
    assert browser is not None
    state = context.storage_state()
    plain = browser.new_context(java_script_enabled=False, storage_state=state)
    page = plain.new_page()
    page.goto(server.address(f"/learn/{RISE}/"))
    transcript = page.locator("figure details.transcript").last
    expect(transcript.locator("li").last).to_be_visible()
    expect(page.get_by_role("button", name="Check").first).to_be_visible()
    plain.close()


def test_a_first_visit_stays_within_its_weight(
    context: BrowserContext, server: Server, record_property: Record
) -> None:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    kinds: dict[str, str] = {}
    weights: dict[str, float] = {}
    session.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["response"]["url"]}))
    session.on("Network.loadingFinished", lambda e: weights.update({e["requestId"]: e["encodedDataLength"]}))
    page.goto(server.address(f"/learn/{WELCOME}/"), wait_until="networkidle")
    first = {kinds[key]: weight for key, weight in weights.items() if key in kinds}
    weights.clear()
    page.goto(server.address(f"/learn/{RISE}/"), wait_until="networkidle")
    following = sum(weights.values())
    script = sum(w for url, w in first.items() if url.split("?")[0].endswith(".js") and "katex" not in url)
    for name, weight in (("first", sum(first.values())), ("script", script), ("next", following)):
        record_property(f"{name} visit, bytes on the wire", weight)
        print(f"{name}: {weight / 1000:.1f} kB")
    assert sum(first.values()) <= 300_000, first
    assert script <= 40_000, first
    assert following <= 30_000
