"""Every kind of answer in a real browser, with the example course of docs/authors in front of it.

One server serves all these tests, for starting one takes longer than most of them; each test finds it without
a trace of the others.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.browser.conftest import Server, watched

EXAMPLES = Path(__file__).resolve().parents[3] / "docs/authors/example-course"
TRACES = ("practice_attempt", "practice_draft", "review_skillmemory", "practice_sitting")


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory, fresh_data: Path) -> Iterator[Server]:
    one = Server(shutil.copytree(fresh_data, tmp_path_factory.mktemp("answers") / "data"), EXAMPLES)
    one.start()
    yield one
    one.stop()


@pytest.fixture(scope="session")
def signed_in(browser: Browser, shared_server: Server) -> StorageState:
    """The cookies of a learner who came in through the entrance, which opens once."""
    with browser.new_context() as context:
        context.new_page().goto(shared_server.entrance)
        return context.storage_state()


@pytest.fixture
def server(shared_server: Server) -> Server:
    with closing(sqlite3.connect(shared_server.data / "upslope.sqlite3", timeout=20)) as database:
        for table in TRACES:
            database.execute(f"DELETE FROM {table}")
        database.commit()
    return shared_server


@pytest.fixture
def context(browser: Browser, server: Server, signed_in: StorageState) -> Iterator[BrowserContext]:
    yield from _window(browser.new_context(viewport={"width": 1280, "height": 900}, storage_state=signed_in))


@pytest.fixture
def touch_page(browser: Browser, server: Server, signed_in: StorageState) -> Iterator[Page]:
    """A phone: narrow, and answered by touch alone."""
    phone = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, storage_state=signed_in
    )
    for window in _window(phone):
        yield from watched(window.new_page())


def _window(context: BrowserContext) -> Iterator[BrowserContext]:
    context.set_default_timeout(15_000)
    yield context
    context.close()
