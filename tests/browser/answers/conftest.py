"""Every kind of answer in a real browser: a server with the example course of docs/authors in front of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Server, watched

EXAMPLES = Path(__file__).resolve().parents[3] / "docs/authors/example-course"


@pytest.fixture
def server(tmp_path: Path, fresh_data: Path) -> Iterator[Server]:
    one = Server(shutil.copytree(fresh_data, tmp_path / "data"), EXAMPLES)
    one.start()
    yield one
    if one.process is not None:
        one.stop()


@pytest.fixture
def touch_page(browser: Browser, server: Server) -> Iterator[Page]:
    """A phone: narrow, and answered by touch alone."""
    phone = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    phone.set_default_timeout(15_000)
    first = phone.new_page()
    first.goto(server.entrance)
    first.close()
    yield from watched(phone.new_page())
    phone.close()
