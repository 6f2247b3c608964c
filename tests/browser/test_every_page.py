"""On every page: no axe violation, nothing wider than the window, light and dark, large and small."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import Server

PAGES = {
    "home": "/",
    "rise-over-run": "/learn/what-is-calculus/rise-over-run/",
    "definition-of-a-derivative": "/learn/what-is-calculus/definition-of-a-derivative/",
    "quiz": "/learn/what-is-calculus/practising-the-product-rule/",
    "lab": "/learn/regression/fitting-heights/",
    "backpropagation": "/learn/multivariate-chain-rule/backpropagation/",
    "heights-playground": "/learn/regression/heights-playground/",
    "network-playground": "/learn/multivariate-chain-rule/backpropagation-playground/",
    "sandpit-lab": "/learn/optimisation/gradient-descent-in-a-sandpit/",
    "glossary": "/glossary/",
    "progress": "/progress/",
    "review": "/review/",
    "operator": "/operator/",
    "coming": "/learn/optimisation/newton-raphson/",
}
ARTEFACTS = Path(__file__).resolve().parents[2] / "test-artefacts"


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def where_of(rule: dict[str, Any]) -> list[str]:
    return [node["html"][:120] for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_accessible_and_fits(
    browser: Browser, context: BrowserContext, server: Server, width: int, scheme: str
) -> None:
    ARTEFACTS.mkdir(exist_ok=True)
    window = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        storage_state=context.storage_state(),
        reduced_motion="reduce",
    )
    troubles = {}
    for name, address in PAGES.items():
        page = window.new_page()
        page.goto(server.address(address), wait_until="networkidle")
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        found = Axe().run(page)
        if overflow > 0:
            troubles[f"{name}: wider than the window by"] = str(overflow)
        if found.violations_count:
            troubles[name] = str([(rule["id"], where_of(rule)) for rule in found.response["violations"]])
        page.screenshot(path=ARTEFACTS / f"{name}_{width}_{scheme}.png", full_page=True)
        page.close()
    window.close()
    assert troubles == {}
