"""The Taylor explorer as a learner uses it: typing, by hand, by keys alone, by a link, on a phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Server

PAGE = "/learn/taylor-series/taylor-explorer/"
SURFACE = "#taylor:f=sin(x)cos(y)&about=0.5&beside=0.5&order=1&turn=-60&tilt=40"
CURVE = "#taylor:f=1%2F(1%2Bx^2)&about=0&order=6&view=-2.5,2.5,-1,2"
PAINTED = """canvas => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, index) => index % 4 === 3 && value > 0).length / data.length * 4;
}"""
COUNT = """() => {
    const curve = document.querySelector("taylor-explorer .of-p.curve");
    let [draws, began] = [0, performance.now()];
    new MutationObserver(() => draws++).observe(curve, { attributeFilter: ["d"] });
    window.redraws = () => draws / (performance.now() - began) * 1000;
}"""


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def open_explorer(page: Page, server: Server, link: str = "") -> Locator:
    page.goto(server.address(PAGE + link))
    tool = page.locator("taylor-explorer")
    expect(tool.locator(".terms button").first).to_be_visible()
    expect(tool).not_to_have_attribute("data-moving", "")
    return tool


def test_a_function_is_typed_and_what_cannot_be_read_leaves_the_last_picture(
    page: Page, server: Server
) -> None:
    tool = open_explorer(page, server)
    typed, curve = tool.get_by_role("textbox", name="Function of x"), tool.locator(".curve.of-p")
    typed.fill("1/(1 - x)")
    expect(tool.locator(".reach-words")).to_contain_text("The function breaks down at")
    typed.fill("1/(1 - x) + foo")
    expect(tool.locator(".echo")).to_contain_text(
        "I don't know the word “foo”. You can use the letters x and y"
    )
    expect(tool.locator(".caret-pointer")).to_be_attached()
    assert len(curve.get_attribute("d") or "") > 500
    typed.fill("1/(1 + x^2)")
    expect(tool.locator(".reach-words")).to_contain_text("complex ones")


def test_the_point_is_dragged_and_the_picture_keeps_up(
    page: Page, server: Server, record_property: Callable[[str, object], None]
) -> None:
    tool = open_explorer(page, server, CURVE)
    ring = tool.get_by_role("slider", name="The point about which")
    ring.evaluate("node => node.scrollIntoView({ block: 'center' })")
    box = ring.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(COUNT)
    for step in range(60):
        page.mouse.move(x + 80 * (step % 20) / 20, y)
    rate = page.evaluate("redraws()")
    page.mouse.up()
    record_property("redraws per second while dragging", round(rate))
    print(f"redraws per second while dragging: {rate:.0f}")
    expect(ring).to_have_attribute("aria-valuetext", re.compile(r"^a is 0\.\d+"))
    expect(tool.get_by_role("button", name=re.compile("^Term of order 1: minus 0"))).to_be_visible()


def test_by_keys_alone_the_point_moves_and_a_term_lights_up_in_its_colour(page: Page, server: Server) -> None:
    tool = open_explorer(page, server, CURVE)
    ring = tool.get_by_role("slider", name="The point about which")
    ring.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(ring).to_have_attribute("aria-valuetext", "a is −2.400")
    tool.get_by_role("textbox", name="about x").fill("1/2")
    tool.get_by_role("slider", name="Order").focus()
    page.keyboard.press("Home")
    terms = tool.get_by_role("button", name=re.compile("^Term of order"))
    expect(terms).to_have_count(1)
    page.keyboard.press("End")
    expect(terms).to_have_count(13)
    third = tool.get_by_role("button", name=re.compile("^Term of order 3: "))
    third.focus()
    lit = tool.locator(".of-term.term-3")
    expect(lit).to_have_attribute("d", re.compile("^M"))
    colour = third.evaluate("node => getComputedStyle(node).color")
    assert lit.evaluate("node => getComputedStyle(node).stroke") == colour
    tool.get_by_text("Where these numbers come from").click()
    expect(tool.locator(".working-place")).to_contain_text("work with series")


def test_a_link_brings_everything_back_and_two_variables_turn(page: Page, server: Server) -> None:
    tool = open_explorer(page, server, SURFACE)
    canvas, point = tool.locator("canvas"), tool.get_by_role("slider", name="The point about which")
    expect(canvas).to_have_attribute("aria-valuetext", "turned -60 degrees, tilted 40 degrees")
    assert canvas.evaluate(PAINTED) > 0.15
    expect(tool.locator(".shape-words")).to_contain_text("tangent plane")
    expect(tool.locator(".disc-words")).to_contain_text("to all sides, the polynomial is within 1")
    expect(tool.locator(".good-ground")).to_have_attribute("d", re.compile("^M"))
    shaded = tool.locator(".good-ground").get_attribute("d")
    tool.get_by_label("off by at most 0.01").locator("visible=true").check()
    expect(tool.locator(".disc-words")).to_contain_text("off by at most 0.01")
    assert tool.locator(".good-ground").get_attribute("d") != shaded
    canvas.focus()
    page.keyboard.press("ArrowRight")
    expect(canvas).to_have_attribute("aria-valuetext", "turned -55 degrees, tilted 40 degrees")
    point.focus()
    page.keyboard.press("Shift+ArrowLeft")
    expect(point).to_have_attribute("aria-valuetext", re.compile("^x is 0.00, y is 0.50, the height 0.000"))
    tool.get_by_role("slider", name="Order").focus()
    page.keyboard.press("End")
    expect(tool.locator(".shape-words")).to_contain_text("saddle")
    tool.get_by_role("button", name="Copy link").click()
    expect(page).to_have_url(re.compile("about=0&order=2"))
    wanted = page.evaluate("document.querySelector('taylor-explorer').look()")
    again = open_explorer(page, server, "?again#" + page.url.split("#")[1])
    assert page.evaluate("document.querySelector('taylor-explorer').look()") == wanted
    page.goto(server.address(f"{PAGE}?bad#taylor:f=foo(x"))
    expect(again.locator(".link-note")).to_contain_text("That link could not be read: “foo(x” is no function")
    expect(again.get_by_role("textbox", name="Function of x")).to_have_value("e^x")


def test_on_a_phone_and_on_a_desk_in_both_themes_it_fits_and_axe_finds_nothing(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    for link, width, dark in ((CURVE, 390, False), (SURFACE, 1280, True)):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme="dark" if dark else "light")
        open_explorer(page, server, f"?{width}{link}")
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        assert violations(page, "taylor-explorer") == []
