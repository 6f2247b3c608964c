"""The whole path of a first learner: from the address in the terminal to a fitted curve, over a restart."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.answering import answer_right
from tests.browser.conftest import Server
from upslope.course import default_course_path, load_course

LESSON = "what-is-calculus/welcome"
TITLE = load_course(default_course_path()).item(LESSON).title


def test_from_the_first_page_to_a_stored_score_over_a_restart(browser: Browser, server: Server) -> None:
    laptop = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, color_scheme="dark")
    page = laptop.new_page()
    page.goto(server.entrance)
    expect(page).to_have_url(server.address("/"))
    page.get_by_role("link", name="Begin").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        load_course(default_course_path()).item(LESSON).title
    )
    walk = page.locator("figure-walkthrough")
    walk.scroll_into_view_if_needed()  # its script is fetched when it comes near
    following = walk.get_by_role("button", name="Next")
    expect(following).to_have_attribute("aria-disabled", "false")
    following.tap()
    for identity in page.locator("question-card").evaluate_all("nodes => nodes.map(node => node.id)"):
        name = re.sub(r"^(q|question|card)-+", "", identity)
        expect(
            answer_right(page, server.data, f"{LESSON}/{name}").locator(".feedback.right").first
        ).to_be_visible()
    page.get_by_role("button", name="Mark as done").tap()
    expect(page).to_have_url(re.compile("what-is-calculus/about"))

    assert server.stop() == 0
    server.start()
    page.goto(server.address("/"))
    expect(page.locator(".item-row[data-state=done]")).to_have_count(1)
    expect(page.get_by_role("link", name="Continue")).to_have_attribute(
        "href", "/learn/what-is-calculus/about/"
    )
    laptop.close()


def test_the_entrance_works_once(browser: Browser, server: Server) -> None:
    first = browser.new_context()
    assert first.new_page().goto(server.entrance) is not None
    stranger = browser.new_context().new_page()
    reply = stranger.goto(server.entrance)
    assert reply is not None
    assert reply.status in (403, 404)
    assert stranger.goto(server.address("/")) is not None
    expect(stranger.locator("body")).to_contain_text("terminal")
