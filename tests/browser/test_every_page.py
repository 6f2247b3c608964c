"""On every kind of page: no axe violation, nothing wider than the window, light and dark, large and small.

Lessons and quizzes are opened by the scripted learner: one module in the suite, all in `make learner`.
"""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.accessibility import violations
from tests.browser.conftest import Server

PAGES = {
    "home": "/",
    "definition-of-a-derivative": "/learn/what-is-calculus/definition-of-a-derivative/",
    "quiz": "/learn/what-is-calculus/practising-the-product-rule/",
    "lab": "/learn/regression/fitting-heights/",
    "heights-playground": "/learn/regression/heights-playground/",
    "sandpit-lab": "/learn/optimisation/gradient-descent-in-a-sandpit/",
    "glossary": "/glossary/",
    "notation": "/notation/",
    "progress": "/progress/",
    "review": "/review/",
    "operator": "/operator/",
    "course-review": "/learn/regression/course-review/",
}

COLOURS = ("color-contrast",)
RULES: dict[int, tuple[str, ...]] = {1280: COLOURS, 390: ()}  # at 390 by all of them


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def wider_than_the_window(page: Page) -> list[str]:
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [f"wider than the window by {overflow}"] if overflow > 0 else []


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_accessible_and_fits(
    browser: Browser, context: BrowserContext, server: Server, width: int
) -> None:
    window = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="light",
        storage_state=context.storage_state(),
        reduced_motion="reduce",
    )
    troubles = {}
    for name, address in PAGES.items():
        page = window.new_page()
        page.goto(server.address(address), wait_until="networkidle")
        # What is there is the same at every width and in both themes; colours are all that a theme changes.
        wrong = [*violations(page, rules=RULES[width]), *wider_than_the_window(page)]
        page.emulate_media(color_scheme="dark")
        wrong += [*violations(page, rules=COLOURS), *wider_than_the_window(page)]
        page.close()
        if wrong:
            troubles[name] = wrong
    window.close()
    assert troubles == {}
