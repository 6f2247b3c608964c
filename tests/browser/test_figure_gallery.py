"""Every figure of the gallery: seen, readable, within its page, and moved by keys."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.accessibility import violations
from tests.browser.conftest import GALLERY, Server
from tests.browser.gallery_page import (
    OVERFLOW,
    READY,
    SETTLED,
    TEXT_TROUBLES,
    UNSEEN_ROLES,
    controls_of,
    troubles_by_keys,
)
from upslope.course import load_course

ITEMS = [item.full_id for item in load_course(GALLERY).items]
WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=390, height=844)


@pytest.fixture(scope="module")
def tab(browser: Browser, gallery: Server) -> Iterator[Page]:
    """One tab in which all figures are opened, one after the other."""
    context = browser.new_context(
        viewport=WIDE, storage_state=gallery.sign_in(browser), reduced_motion="reduce", color_scheme="light"
    )
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("item", ITEMS)
def test_a_figure_is_seen_and_readable_and_every_control_moves_it_by_keys(
    tab: Page, gallery: Server, item: str
) -> None:
    said: list[str] = []
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    tab.set_viewport_size(WIDE)
    tab.goto(gallery.address(f"/learn/{item}/"))
    tab.wait_for_function(READY)
    tab.evaluate(SETTLED)
    found = [*tab.evaluate(UNSEEN_ROLES), *_of_size(tab), *violations(tab, "figure")]
    for control in controls_of(tab):
        found += troubles_by_keys(tab, control)
    tab.set_viewport_size(NARROW)
    tab.evaluate(SETTLED)
    found += [f"at 390 pixels: {trouble}" for trouble in _of_size(tab)]
    assert found + said == []


def _of_size(tab: Page) -> list[str]:
    over = tab.evaluate(OVERFLOW)
    return [*tab.evaluate(TEXT_TROUBLES), *([f"wider than the window by {over}"] if over else [])]
