"""Figures that are data, as a learner uses them: by hand, keys, sliders and choices, and told as a story."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Server

PAINTED = """canvas => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let index = 3; index < data.length; index += 4) sum += data[index] > 0 ? index % 8191 : 0;
    return sum;
}"""


@pytest.fixture
def server(gallery: Server) -> Server:
    return gallery


def opened(page: Page, server: Server, name: str) -> Locator:
    page.goto(server.address(f"/learn/kit/{name}/"))
    figure = page.locator("figure-scene")
    expect(figure.locator("svg").first).to_be_attached()
    page.wait_for_function("() => 'readouts' in document.querySelector('figure-scene')")
    figure.evaluate("node => node.scrollIntoView({ block: 'center' })")
    return figure


def state(figure: Locator, name: str) -> float:
    value: float = figure.evaluate("(node, name) => node.state[name]", name)
    return value


def drag(page: Page, handle: Locator, right: float, down: float) -> None:
    box = handle.locator(".ring").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right / 2, y + down / 2)
    page.mouse.move(x + right, y + down)
    page.mouse.up()


def test_a_ring_keeps_to_its_curve_or_to_its_grid_and_the_numbers_follow(page: Page, server: Server) -> None:
    figure = opened(page, server, "handle")
    on_curve = figure.get_by_role("slider", name="The point on the curve")
    drag(page, on_curve, 90, -200)
    x = state(figure, "x0")
    assert x > 0.6
    height = page.locator(".prose [data-live=height]").first
    expect(height).to_have_text(f"{figure.evaluate('node => node.readouts.height'):.2f}")
    free = figure.get_by_role("slider", name="The free point")
    drag(page, free, 133, 7)
    assert state(figure, "p") * 2 == round(state(figure, "p") * 2)
    assert state(figure, "p") > -1
    assert state(figure, "x0") == x


def test_every_key_of_a_slider_moves_a_ring_and_says_where_it_is(page: Page, server: Server) -> None:
    figure = opened(page, server, "curve")
    pole = figure.get_by_role("slider", name="The pole")
    curve = figure.locator(".tone-y .curve")
    before = curve.get_attribute("d")
    pole.focus()
    for keys, value in (
        ("ArrowRight", 1.05),
        ("Shift+ArrowLeft", 0.55),
        ("PageUp", 1.05),
        ("PageDown", 0.55),
        ("Home", -2),
        ("End", 2),
    ):
        page.keyboard.press(keys)
        expect(pole).to_have_attribute("aria-valuenow", f"{value:g}")
    expect(pole).to_have_attribute("aria-valuetext", "a 2.00")
    assert curve.get_attribute("d") != before
    slider = figure.locator("input[type=range]")
    assert slider.input_value() == "2"
    slider.focus()
    page.keyboard.press("Home")
    expect(pole).to_have_attribute("aria-valuenow", "-2")
    drawn = curve.get_attribute("d") or ""
    assert drawn.count("M") == 2, "one piece on either side of the pole"


def test_contours_arrows_and_the_walk_follow_the_ring_and_the_walk_is_played_in_whole_steps(
    page: Page, server: Server
) -> None:
    page.emulate_media(reduced_motion="reduce")
    figure = opened(page, server, "contours")
    drawn = figure.locator(".contours path, .arrows, .tone-step .line")
    before = drawn.evaluate_all("nodes => nodes.map(node => node.getAttribute('d'))")
    assert len(before) >= 12
    drag(page, figure.get_by_role("slider", name="The middle of the bowl"), -80, 40)
    after = drawn.evaluate_all("nodes => nodes.map(node => node.getAttribute('d'))")
    assert all(one != other for one, other in zip(before, after, strict=True))
    steps = figure.get_by_role("slider", name="Steps downhill")
    steps.focus()
    page.keyboard.press("Home")
    dots = figure.locator(".tone-step .dot:not([display=none])")
    expect(dots).to_have_count(1)
    page.keyboard.press("ArrowRight")
    expect(dots).to_have_count(2)
    play = figure.get_by_role("button", name="Play")
    play.click()
    expect(figure.get_by_role("button", name="Pause")).to_be_visible()
    expect(dots).to_have_count(3)
    figure.get_by_role("button", name="Pause").click()
    expect(play).to_be_visible()
    assert state(figure, "n") in (2, 3)


def test_a_space_is_turned_by_keys_and_by_hand_and_choices_change_its_ground(
    page: Page, server: Server
) -> None:
    figure = opened(page, server, "surface")
    ground = figure.locator("canvas")
    pictures = {ground.evaluate(PAINTED)}
    ground.focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(ground).to_have_attribute("aria-valuetext", "turned 60 degrees, tilted 35 degrees")
    page.keyboard.press("ArrowUp")
    expect(ground).to_have_attribute("aria-valuetext", "turned 60 degrees, tilted 40 degrees")
    pictures.add(ground.evaluate(PAINTED))
    box = ground.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 60, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] + 60)
    page.mouse.up()
    expect(ground).to_have_attribute("aria-valuetext", "turned 80 degrees, tilted 40 degrees")
    figure.get_by_text("bowl", exact=True).click()
    expect(figure.get_by_role("radio", name="bowl")).to_be_checked()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    pictures.add(ground.evaluate(PAINTED))
    page.keyboard.press("ArrowLeft")
    expect(figure.get_by_role("radio", name="saddle")).to_be_checked()
    assert len(pictures) == 3


def test_a_story_moves_the_scene_and_pauses_for_the_learner_who_takes_hold(
    page: Page, server: Server
) -> None:
    page.emulate_media(reduced_motion="reduce")
    figure = opened(page, server, "handle")
    following = page.get_by_role("button", name="Next")
    expect(following).to_have_attribute("aria-disabled", "false")
    following.click()
    expect(figure.get_by_role("slider", name="The point on the curve")).to_have_attribute(
        "aria-valuenow", "1.5"
    )
    task = page.locator("figure-task")
    assert task.get_attribute("data-state") != "done"
    word = page.locator("[data-part=point]").first
    word.hover()
    expect(figure.locator("svg [data-part=point]")).to_have_class("item tone-x handle lit")
    figure.evaluate("node => { node.setState({ x0: 0.95 }); }")
    figure.get_by_role("slider", name="The point on the curve").focus()
    page.keyboard.press("ArrowLeft")
    expect(task).to_have_attribute("data-state", "done")


def test_the_gallery_is_accessible_and_holds_its_place_before_the_script_comes(
    page: Page, server: Server
) -> None:
    for name in ("surface", "contours"):
        figure = opened(page, server, name)
        assert violations(page) == []
        with_script = figure.bounding_box()
        page.route("**/chunks/scene-*", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.reload()
        before = page.locator("figure-scene").bounding_box()
        page.unroute_all()
        assert before is not None
        assert with_script is not None
        assert (before["width"], before["height"]) == (with_script["width"], with_script["height"])
