"""The heights playground as a learner uses it: by hand, by keys, as a walk, as a surface, as a link."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server

PAGE = "/learn/regression/heights-playground/"
PAINTED = """canvas => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, index) => index % 4 === 3 && value > 0).length / data.length * 4;
}"""
COUNT_REDRAWS = """figure => {
    window.redrawn = 0;
    window.began = performance.now();
    figure.addEventListener("figure-change", () => window.redrawn++);
}"""


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def open_figure(page: Page, server: Server) -> None:
    page.goto(server.address(PAGE))
    expect(page.locator("#figure-walk [role=slider]").first).to_be_attached()


def test_curve_and_map_are_one_state_and_keep_up_with_the_hand(
    page: Page, server: Server, record_property: Callable[[str, object], None]
) -> None:
    open_figure(page, server)
    figure = page.locator("#figure-walk heights-playground")
    middle = figure.get_by_role("slider", name="The middle, μ")
    middle.evaluate("node => node.scrollIntoView({ block: 'center' })")
    point = figure.get_by_role("slider", name="The guess, on the map")
    before = point.get_attribute("transform")
    box = middle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    figure.evaluate(COUNT_REDRAWS)
    for step in range(120):
        page.mouse.move(x + 80 * (step % 40) / 40, y)
    rate = page.evaluate("() => window.redrawn / (performance.now() - window.began) * 1000")
    page.mouse.up()
    record_property("redraws per second while dragging", round(rate))
    print(f"redraws per second while dragging: {rate:.0f}")
    assert figure.evaluate("node => node.state.mu") > 156
    assert point.get_attribute("transform") != before
    ground = figure.locator(".ground").bounding_box()
    assert ground is not None
    page.mouse.click(ground["x"] + ground["width"] / 2, ground["y"] + ground["height"] / 2)
    expect(middle).to_have_attribute("aria-valuetext", re.compile(r"^μ is 166\.0 centimetres"))


def test_by_keys_alone_both_walks_are_walked_explained_and_noticed(page: Page, server: Server) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_figure(page, server)
    figure = page.locator("#figure-walk heights-playground")
    figure.get_by_role("button", name="Walk").focus()
    page.keyboard.press("Enter")
    expect(figure.get_by_role("status").first).to_contain_text("Steepest descent is there after 29 steps.")
    expect(figure.locator("[data-arrives=newton]")).to_have_text("5 steps")
    first = figure.locator("figure-task").first
    assert first.get_attribute("data-state") != "done"
    figure.get_by_role("slider", name="Aggression").focus()
    page.keyboard.press("End")
    figure.get_by_role("button", name="Walk").focus()
    page.keyboard.press("Enter")
    expect(first).to_have_attribute("data-state", "done")
    expect(figure.get_by_role("status").first).to_contain_text("never settles")
    point = figure.get_by_role("slider", name="The guess, on the map")
    point.focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("ArrowUp")
    expect(point).to_have_attribute("aria-valuetext", re.compile(r"^μ 156\.0, σ 6\.1, misfit 0\.01"))


def test_the_surface_is_painted_and_turned_and_a_link_brings_all_of_it_back(
    page: Page, server: Server
) -> None:
    open_figure(page, server)
    figure = page.locator("#figure-walk heights-playground")
    figure.evaluate("node => node.setState({ mu: 160.5, sig: 8, step: 7, aggression: 4000, group: 1 })")
    figure.get_by_role("button", name="Surface").click()
    surface = figure.locator("canvas")
    expect(surface).to_be_visible()
    surface.focus()
    page.keyboard.press("ArrowRight")
    expect(surface).to_have_attribute("aria-valuetext", "turned 130 degrees, tilted 38 degrees")
    assert surface.evaluate(PAINTED) > 0.2
    page.locator("#figure-walk").get_by_role("button", name="Copy link").click()
    expect(page).to_have_url(re.compile("#figure-walk:"))
    wanted = figure.evaluate("node => node.state")
    page.goto(page.url.replace("#figure-", "?again#"))  # as the first links were written
    expect(page.locator("#figure-walk canvas")).to_be_visible()
    assert page.locator("#figure-walk heights-playground").evaluate("node => node.state") == wanted
    page.locator("#figure-walk").get_by_role("button", name="Reset").click()
    expect(page.locator("#figure-walk canvas")).to_be_hidden()


def test_without_script_the_figures_are_told_in_words(context: BrowserContext, server: Server) -> None:
    assert context.browser is not None
    plain = context.browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = plain.new_page()
    page.goto(server.address(PAGE))
    expect(page.locator("#figure-walk .alt")).to_contain_text("a contour map of the misfit")
    expect(page.locator("#figure-walk .readouts")).to_be_visible()
    expect(page.locator("#figure-walk").get_by_role("button")).to_have_count(0)
    plain.close()
