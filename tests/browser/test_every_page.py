"""On every kind of page: no axe violation, nothing wider than the window, light and dark, large and small.

Lessons and quizzes are opened by the scripted learner: one module in the suite, all in `make learner`.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

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

RULES: dict[int, list[str] | None] = {1280: ["color-contrast"], 390: None}


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    options = {"runOnly": rules} if rules else {}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {[node['html'][:120] for node in rule['nodes']]}" for rule in found]


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
        wrong = [*violations(page, RULES[width]), *wider_than_the_window(page)]
        page.emulate_media(color_scheme="dark")
        wrong += [*violations(page, ["color-contrast"]), *wider_than_the_window(page)]
        page.close()
        if wrong:
            troubles[name] = wrong
    window.close()
    assert troubles == {}
