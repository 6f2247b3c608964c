"""The sandpit lab: a strategy typed in a cell walks and races, by keyboard alone."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Server

LAB = "/learn/optimisation/gradient-descent-in-a-sandpit/"
STRATEGY = "def next_step(f, J, H):\n    return -0.2 * J"


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def write_strategy(page: Page, source: str) -> None:
    page.locator("code-cell", has_text="def next_step").locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)


def test_a_strategy_that_was_only_just_typed_walks_by_keyboard(page: Page, server: Server) -> None:
    page.goto(server.address(LAB))
    write_strategy(page, STRATEGY)
    walk = page.locator("#pit-walk")
    walk.get_by_label("Kind of pit").focus()
    page.keyboard.type("A chequerboard")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    said = page.locator("pit-panel [data-say]")
    expect(said).to_contain_text("Board 5. Probe 6 of 25")
    expect(walk.locator(".pit-ground")).to_have_count(0)
    walk.get_by_label("Number").fill("77")  # for later; showing more of this walk must not take it away
    walk.get_by_role("button", name="Five more steps").focus()
    page.keyboard.press("Enter")
    expect(said).to_contain_text("Probe 11 of 25")
    # The keyboard is still on the same button.
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("Not found.")
    expect(walk.get_by_label("Number")).to_have_value("77")
    expect(walk.locator(".pit-ground path")).to_have_count(8)

    newton = walk.locator('.pit-map .pit-other[data-slug="newton"]')
    expect(newton).to_be_hidden()
    walk.get_by_label("Newton").focus()
    page.keyboard.press("Space")
    expect(newton).to_be_visible()


def test_a_race_is_run_by_keyboard_and_leads_to_a_walk(page: Page, server: Server) -> None:
    page.goto(server.address(LAB))
    write_strategy(page, STRATEGY)
    walk, race = page.locator("#pit-walk"), page.locator("#pit-race")
    said = page.locator("pit-panel [data-say]")
    race.get_by_role("button", name="Race").focus()
    page.keyboard.press("Enter")
    expect(race.locator("progress")).to_be_visible(timeout=2_000)
    expect(said).to_contain_text("Race 1: yours found", timeout=60_000)
    rows = race.locator(".pit-standings tbody tr")
    expect(rows).to_have_count(5)
    steepest = rows.nth(2).locator(".pit-found span").inner_text()
    expect(rows.nth(0).locator(".pit-found span")).to_have_text(steepest)

    race.get_by_role("link", name=re.compile("^Rocks 3,")).focus()
    page.keyboard.press("Enter")
    expect(said).to_contain_text("Rocks 3.")
    expect(walk.get_by_label("Number")).to_have_value("3")
    assert violations(page) == []


def test_a_race_is_stopped_and_a_mistake_is_shown_at_its_place(page: Page, server: Server) -> None:
    page.goto(server.address(LAB))
    write_strategy(page, "import time\ndef next_step(f, J, H):\n    time.sleep(0.05)\n    return -0.2 * J")
    race = page.locator("#pit-race")
    race.get_by_role("button", name="Race").click()
    race.get_by_role("button", name="Stop").click()
    expect(race.locator("progress")).to_have_count(0)
    expect(race.locator(".pit-result")).to_have_count(0)

    write_strategy(page, "def next_step(f, J, H):\n    return J / nothing")
    page.locator("#pit-walk").get_by_role("button", name="Start the walk").click()
    expect(page.locator("#pit-walk .pit-said")).to_contain_text("line 2 (“return J / nothing”)")


def test_without_script_the_buttons_work_too(
    browser: Browser, context: BrowserContext, server: Server
) -> None:
    window = browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = window.new_page()
    page.goto(server.address(LAB))
    page.locator("textarea", has_text="def next_step").fill(STRATEGY)
    page.get_by_role("button", name="Save").first.click()
    page.get_by_role("button", name="Start the walk").click()
    expect(page.locator("#pit-walk .pit-said")).to_contain_text("Hollows 1.")
    page.get_by_role("button", name="Race").click(timeout=60_000)
    expect(page.locator(".pit-standings tbody tr")).to_have_count(5)
    window.close()
