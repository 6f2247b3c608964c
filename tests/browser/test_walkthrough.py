"""A walkthrough tells its story, lets go of the figure and finds back; a figure's state travels in a link."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Server

LESSON = "/learn/what-is-calculus/rise-over-run/"
TRIP = "#figure-trip"
MOVE_THE_LINE = """(line, time) => {
    line.value = time;
    line.dispatchEvent(new Event("input"));
}"""
WRITTEN = """figure => {
    const opening = JSON.parse(figure.querySelector("script").textContent).state;
    const steps = [...figure.querySelectorAll(".captions > li")];
    return [opening, ...steps.map(step => JSON.parse(step.dataset.state))];
}"""
IS_AT = """([figure, wanted]) => Object.entries(wanted).every(([name, value]) =>
    Math.abs(document.querySelector(`${figure} secant-slope`).state[name] - value) < 1e-9)"""


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def opened(page: Page, server: Server, fragment: str = "") -> Locator:
    page.goto(server.address(LESSON + fragment))
    figure = page.locator(TRIP)
    figure.locator("figure-walkthrough").scroll_into_view_if_needed()
    expect(figure.locator("[data-do=next]")).to_have_attribute("aria-disabled", "false")
    return figure


def state_of(figure: Locator) -> dict[str, float]:
    return dict(figure.locator("secant-slope").evaluate("node => node.state"))


def step_states(figure: Locator) -> list[dict[str, float]]:
    """The opening state, then the state after each step, as the author wrote them."""
    now: dict[str, float] = {}
    return [now := {**now, **change} for change in figure.evaluate(WRITTEN)]


def step_times(figure: Locator) -> list[float]:
    times = "steps => steps.map(step => Number(step.dataset.seconds))"
    return list(figure.locator(".captions > li").evaluate_all(times))


def test_by_keys_the_story_plays_and_is_gone_along_between_the_steps_too(page: Page, server: Server) -> None:
    figure = opened(page, server)
    line, count = figure.locator("figure-walkthrough input"), figure.locator(".count")
    states, times = step_states(figure), step_times(figure)
    moving = next(place for place in range(1, 9) if states[place]["run"] != states[place + 1]["run"])
    line.evaluate(MOVE_THE_LINE, sum(times[:moving]) + 0.3)
    expect(count).to_have_text(f"{moving + 1} of 10")
    lowest, highest = sorted((states[moving]["run"], states[moving + 1]["run"]))
    assert lowest < state_of(figure)["run"] < highest

    line.evaluate(MOVE_THE_LINE, sum(times[: moving + 1]) - 0.05)
    line.focus()
    page.keyboard.press("Space")
    expect(figure.get_by_role("button", name="Pause")).to_be_visible()
    expect(count).to_have_text(f"{moving + 2} of 10")
    page.keyboard.press("k")
    expect(figure.get_by_role("button", name="Play")).to_be_visible()
    page.keyboard.press("End")
    expect(count).to_have_text("10 of 10")
    expect(figure.get_by_role("button", name="Again")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(line).to_have_attribute("aria-valuetext", re.compile(r"^step 9 of 10: \S"))
    page.keyboard.press("Home")
    expect(count).to_have_text("1 of 10")
    expect(figure.locator(".captions > li.on")).to_have_count(1)


def test_taking_hold_pauses_the_story_which_can_be_gone_back_to(page: Page, server: Server) -> None:
    figure = opened(page, server)
    second = step_states(figure)[2]
    back = figure.get_by_role("button", name="Back to the story")
    figure.get_by_role("button", name="Next").click()
    expect(back).to_be_hidden()
    figure.get_by_role("button", name="Play").click()
    figure.locator("secant-slope [role=slider]").first.press("ArrowRight")
    expect(figure.get_by_role("button", name="Play")).to_be_visible()
    assert state_of(figure)["x"] != second["x"]
    said = figure.locator("figure-tools [aria-live]")
    expect(said).to_have_text(re.compile(r"^x is .*: the slope is .*\.$"))
    back.click()
    expect(back).to_be_hidden()
    expect(figure.get_by_role("button", name="Play")).to_be_focused()
    page.wait_for_function(IS_AT, arg=[TRIP, second])


def test_steps_and_states_have_addresses_and_a_reset_can_be_undone(page: Page, server: Server) -> None:
    page.emulate_media(reduced_motion="reduce")
    figure = opened(page, server, f"{TRIP}:step=3")
    count, said = figure.locator(".count"), figure.locator("figure-tools [aria-live]")
    expect(count).to_have_text("3 of 10")
    expect(figure.locator("figure-walkthrough")).to_be_in_viewport()
    figure.get_by_text("Read the walkthrough").click()
    figure.get_by_role("link", name="Show step 5").click()
    expect(count).to_have_text("5 of 10")
    figure.get_by_role("button", name="Copy link to this step").click()
    expect(page).to_have_url(re.compile(f"{TRIP}:step=5$"))
    page.evaluate("location.hash = '#figure-trip:step=99'")
    expect(said).to_have_text("The link asks for step 99 of the walkthrough, which has 1 to 10.")

    page.evaluate("location.hash = '#figure-trip:x=2.25,run=0.5,colour=red'")
    expect(said).to_have_text("The link speaks of “colour”, which this figure does not have.")
    page.wait_for_function(IS_AT, arg=[TRIP, {"x": 2.25, "run": 0.5}])
    figure.locator("secant-slope [role=slider]").first.press("ArrowRight")
    figure.get_by_role("button", name="Copy link", exact=True).click()
    kept = state_of(figure)
    figure.get_by_role("button", name="Reset").click()
    expect(said).to_have_text("The figure is as it was at first.")
    page.wait_for_function(IS_AT, arg=[TRIP, step_states(figure)[0]])
    page.keyboard.press("Control+z")
    expect(figure.get_by_role("button", name="Reset", exact=True)).to_be_visible()
    page.wait_for_function(IS_AT, arg=[TRIP, kept])
    page.reload()
    expect(said).to_have_text("The figure is as the link has it.")
    page.wait_for_function(IS_AT, arg=[TRIP, kept])


def test_without_script_pictures_and_steps_stand_on_the_page(context: BrowserContext, server: Server) -> None:
    assert context.browser is not None
    plain = context.browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = plain.new_page()
    shown: dict[str, bool] = {}
    page.on("response", lambda answer: shown.update({answer.url.partition("?")[0]: answer.ok}))
    page.goto(server.address(LESSON))
    figure = page.locator(TRIP)
    expect(figure.locator("img")).to_have_count(11)
    expect(figure.locator("figure-walkthrough")).to_be_hidden()
    last = figure.locator(".transcript li").last
    expect(last).to_be_visible()
    last.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert shown[server.address(f"{LESSON}figures/trip/step-10.svg")]
    plain.close()
