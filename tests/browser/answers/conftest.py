"""Every kind of answer in a real browser, with the example course of docs/authors in front of it.

One server serves all these tests, for starting one takes longer than most of them; each test finds it without
a trace of the others.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Server, watched

EXAMPLES = Path(__file__).resolve().parents[3] / "docs/authors/example-course"


@pytest.fixture(scope="session")
def standing_server(tmp_path_factory: pytest.TempPathFactory, fresh_data: Path) -> Iterator[Server]:
    one = Server(shutil.copytree(fresh_data, tmp_path_factory.mktemp("answers") / "data"), EXAMPLES)
    yield one
    if one.process is not None:
        one.stop()


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


@pytest.fixture
def touch_page(browser: Browser, server: Server) -> Iterator[Page]:
    """A phone: narrow, and answered by touch alone."""
    phone = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        storage_state=server.sign_in(browser),
    )
    phone.set_default_timeout(15_000)
    yield from watched(phone.new_page())
    phone.close()
