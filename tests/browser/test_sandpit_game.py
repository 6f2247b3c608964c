"""The sandpit game: with the mouse, by keyboard alone, on a phone; found again, uncovered, shared."""

import gzip
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Server
from upslope.maths.sandpits.pit import pit_of

SANDPIT = "/learn/multivariate-calculus/sandpit/"
BUILT = Path(__file__).resolve().parents[2] / "src/upslope/web/static/built"
PROBES = re.compile(r"/probe/")


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def test_a_pit_is_won_with_the_mouse_found_again_uncovered_and_shared(
    page: Page, context: BrowserContext, server: Server
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server.address(SANDPIT))
    page.locator(".pit-mode", has_text="Random pit").locator("b").click()
    click_at(page, 1, 1)
    click_at(page, 4.5, 3)
    expect(sticks(page)).to_have_count(2)
    expect(page.locator(".pit-jacobian .katex")).to_be_visible()

    page.reload()
    expect(sticks(page)).to_have_count(2)
    expect(page.locator(".pit-ending")).to_be_hidden()
    click_at(page, *deepest(server, "random-pit"))
    expect(page.locator(".pit-notice")).to_contain_text("Found it.")
    expect(page.locator(".pit-field[data-revealed]")).to_be_visible()
    expect(page.locator("g.pit-ways [data-slug]")).to_have_count(5)
    page.locator(".pit-ending").get_by_label("Newton").uncheck()
    expect(page.locator("g.pit-ways [data-slug]")).to_have_count(4)
    expect(page.locator(".pit-par")).to_contain_text("Par ")
    expect(page.locator(".pit-yours")).to_contain_text("Your best: 3 sticks")

    page.get_by_label("Sticks shown").focus()
    page.keyboard.press("ArrowLeft")
    expect(sticks(page)).to_have_count(2)
    expect(page.locator(".pit-field[data-revealed]")).to_have_count(0)
    page.get_by_role("button", name="Copy a link to this game").click()
    expect(page.locator(".pit-shared")).to_contain_text("Copied")

    page.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(page.locator(".lede")).to_contain_text("You found it with 3 sticks")
    page.get_by_role("button", name="Watch").click()
    page.get_by_label("Sticks shown").press("End")
    expect(page.locator(".pit-notice")).to_contain_text("Found it.")
    assert violations(page) == []


def test_a_pit_is_searched_and_dug_by_keyboard_and_by_ear(page: Page, server: Server) -> None:
    page.goto(server.address(SANDPIT))
    said = page.locator("pit-game [data-say]")
    page.get_by_role("radio", name="Depth and arrow").press("ArrowRight")
    expect(page.get_by_role("radio", name="Depth only")).to_be_checked()
    expect(page.locator(".pit-derivatives")).to_be_hidden()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")  # on to the field
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("ArrowUp")
    expect(said).to_have_text("2.0 east, 3.1 north")
    page.keyboard.press("Enter")
    heard = (
        r"Stick 1 at 2\.0 east, 3\.1 north: \d\.\d\d m deep\. (Downhill to the [a-z-]+, slope|The ground is)"
    )
    expect(said).to_contain_text(re.compile(heard))

    page.get_by_label("x, metres east").fill("7")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("x is “7” at the moment. It has to be a number of metres from 0 to 6")
    page.get_by_label("x, metres east").fill("4,25")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("Stick 2 at 4.3 east, 3.1 north")

    dig = page.get_by_role("button", name="Dig at the last stick")
    dig.press("Enter")
    expect(page.get_by_role("button", name="Yes, dig here")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dig).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("You stopped after 2 sticks")
    expect(page.get_by_role("button", name="New pit")).to_be_focused()
    page.keyboard.press("Enter")
    expect(sticks(page)).to_have_count(0)


def test_a_stick_is_seen_at_once_and_one_that_fails_is_offered_again(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()  # not the watched one: its console tells of the request that fails here
    page.goto(server.address(SANDPIT))
    click_at(page, 3, 3)
    expect(sticks(page)).to_have_count(1)

    held: list[Route] = []
    page.route(PROBES, lambda route: held.append(route))
    click_at(page, 2, 4)
    expect(page.locator(".pit-waiting")).to_be_visible()
    expect(page.locator(".pit-used")).to_have_text("2")
    expect(sticks(page)).to_have_count(1)
    held[0].abort()
    expect(page.locator(".pit-notice")).to_contain_text("The stick at 2.0 east, 4.0 north was not counted")
    expect(page.locator(".pit-used")).to_have_text("1")
    page.unroute(PROBES)
    page.get_by_role("button", name="Try again").click()
    expect(sticks(page)).to_have_count(2)
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


def test_a_game_that_ended_in_another_tab_is_uncovered_in_this_one(
    context: BrowserContext, server: Server
) -> None:
    here, there = context.new_page(), context.new_page()  # the console of the first tells of the refusal
    here.goto(server.address(SANDPIT))
    click_at(here, 3, 3)
    expect(sticks(here)).to_have_count(1)
    there.goto(server.address(SANDPIT))
    there.get_by_role("button", name="Dig at the last stick").click()
    there.get_by_role("button", name="Yes, dig here").click()
    expect(there.locator(".pit-field[data-revealed]")).to_be_visible()
    here.bring_to_front()  # a browser paints nothing behind another tab
    click_at(here, 2, 4)
    expect(here.locator(".pit-notice")).to_contain_text("This game is over, and its pit lies open now.")
    expect(here.locator(".pit-field[data-revealed]")).to_be_visible()


def test_the_script_of_the_game_is_light() -> None:
    assert len(gzip.compress((BUILT / "pit-game.js").read_bytes())) < 15_000


def test_on_a_phone_nothing_sticks_out_and_in_both_themes_all_can_be_read(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.goto(server.address(SANDPIT))
    expect(page.locator(".pit-hint")).to_have_text(re.compile("anywhere to push in a stick"))
    click_at(page, 0.1, 5.9)
    expect(page.locator(".pit-hint")).to_be_hidden()
    click_at(page, 3, 3)
    expect(sticks(page)).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert small_targets(page) == []
    assert violations(page) == []
    page.get_by_role("button", name="Dig at the last stick").click()
    page.get_by_role("button", name="Yes, dig here").click()
    expect(page.locator(".pit-ways label")).to_have_count(5)
    expect(page.locator(".pit-field[data-revealed]")).to_be_in_viewport(ratio=1)
    page.emulate_media(color_scheme="light")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page) == []


def deepest(server: Server, mode: str) -> tuple[float, float]:
    """Return the deepest point of the latest pit of a mode, which the browser is not told."""
    with closing(sqlite3.connect(server.data / "upslope.sqlite3", timeout=20)) as database:
        kind, seed = database.execute(
            "SELECT kind, seed FROM sandpit_gamepit AS pit JOIN sandpit_sandpitgame AS game"
            " ON game.pit_id = pit.id WHERE game.mode = ? ORDER BY game.started DESC",
            [mode],
        ).fetchone()
    x, y = pit_of(kind, seed).deepest
    return float(x), float(y)


def click_at(page: Page, x: float, y: float) -> None:
    """Click on the field x metres east and y metres north."""
    field = page.locator(".pit-field:has(svg[viewBox])")
    box = field.bounding_box()
    assert box is not None
    field.click(position={"x": box["width"] * x / 6, "y": box["height"] * (1 - y / 6)})


def sticks(page: Page) -> Locator:
    return page.locator(".pit-list tbody tr")


def small_targets(page: Page) -> list[str]:
    """Return the buttons and boxes of the game that a finger could miss."""
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll("pit-game :is(button, summary, .pit-mode b, [inputmode])")]
           .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
           .map((one) => one.outerHTML.slice(0, 80))"""
    )
    return found
