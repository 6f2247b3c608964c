"""A real server in a process of its own and a real browser in front of it."""

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "no Chromium was found, so the browser tests were left out; install one (Debian: apt install chromium)"
)
# What costs time, asks the network or holds a page back. The two popups of the address bar, which nobody sees
# here, are pages of their own: half a second of work for every window. Chromium heeds the last list only, so
# those that Playwright gives are in this one too.
UNWANTED = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
FLAGS = [
    f"--disable-features={','.join(UNWANTED)}",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STAYS = ("accounts_", "auth_", "django_", "search_", "sqlite_")  # tables of none of a learner's work
GALLERY = Path(__file__).resolve().parents[2] / "docs/authors/figures"


def browser_path() -> str | None:
    chosen = os.environ.get("UPSLOPE_CHROMIUM")
    if chosen:
        return chosen
    return next((path for name in CANDIDATES if (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browser_path()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    # Chromium refuses its own sandbox to root; the pages under test are ours.
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


def free_port() -> int:
    """Return a port that nobody uses; the default one may be taken by a test that runs beside this one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """``upslope run`` or ``preview`` on a data folder; it can be killed and started again on its port."""

    def __init__(self, data: Path, course: Path | None = None, command: str = "run") -> None:
        self.data = data
        self.course = course
        self.command = command
        self.port = free_port()
        self.entrance = ""
        self.cookies: StorageState | None = None
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "upslope.cli", self.command, "--no-browser"]
        command += ["--data", str(self.data), "--port", str(self.port)]
        command += [str(self.course)] if self.course else []
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            env={**os.environ, "PYTHONFAULTHANDLER": "1"},
        )
        assert self.process.stdout is not None
        said = []
        for line in self.process.stdout:
            said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+/enter/\S+", line):
                self.entrance = found.group()
                return
        pytest.fail("the server stopped before it gave its address:\n" + "".join(said))

    def sign_in(self, browser: Browser) -> StorageState:
        """Return the cookies of a learner who came in through the entrance, which opens once."""
        if self.cookies is None:
            with browser.new_context() as context:
                context.new_page().goto(self.entrance)
                self.cookies = context.storage_state()
        return self.cookies

    def forget_everything(self) -> None:
        """Be as before the first lesson: only who the learner is stays, and what can be searched."""
        with closing(sqlite3.connect(self.data / "upslope.sqlite3", timeout=20)) as database:
            tables = [
                name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
            ]
            for table in tables:
                if not table.startswith(STAYS):
                    database.execute(f"DELETE FROM {table}")
            database.commit()

    def stop(self) -> int:
        """Ask the server to stop as Ctrl-C does; return its exit code."""
        return self._end(signal.SIGINT)

    def kill(self) -> None:
        """End the server without a chance to save anything."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> int:
        assert self.process is not None
        process, self.process = self.process, None
        process.send_signal(how)
        with process:
            try:
                return process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGABRT)  # it then says where each of its threads is
                pytest.fail("the server did not end within 30 seconds:\n" + process.communicate()[0])

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture(scope="session")
def fresh_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the very first start leaves it; a new database for each test would take seconds."""
    folder = tmp_path_factory.mktemp("fresh") / "data"
    first = Server(folder)
    first.start()
    assert first.stop() == 0
    return folder


@pytest.fixture
def server(tmp_path: Path, fresh_data: Path) -> Iterator[Server]:
    """A server of this test's own, for tests in which memory matters: of labs, of first starts."""
    one = Server(shutil.copytree(fresh_data, tmp_path / "data"))
    one.start()
    yield one
    if one.process is not None:
        one.stop()


@pytest.fixture(scope="session")
def standing_server(tmp_path_factory: pytest.TempPathFactory, fresh_data: Path) -> Iterator[Server]:
    one = Server(shutil.copytree(fresh_data, tmp_path_factory.mktemp("standing") / "data"))
    yield one
    if one.process is not None:
        one.stop()


@pytest.fixture
def shared_server(standing_server: Server) -> Server:
    """One server for many tests, since starting one takes longer than most; without a trace of the others.

    A file takes it by a fixture ``server`` of its own that returns it.
    """
    if standing_server.process is None:
        standing_server.start()
    standing_server.forget_everything()
    return standing_server


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory, fresh_data: Path) -> Iterator[Server]:
    """A server with the gallery of figures; its tests change nothing in it that others would see."""
    one = Server(shutil.copytree(fresh_data, tmp_path_factory.mktemp("gallery") / "data"), GALLERY)
    one.start()
    yield one
    one.stop()


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A signed-in browser of a learner's laptop."""
    signed_in = browser.new_context(
        viewport={"width": 1280, "height": 900}, storage_state=server.sign_in(browser)
    )
    signed_in.set_default_timeout(15_000)
    yield signed_in
    signed_in.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which no script error and no failed request goes unnoticed."""
    yield from watched(context.new_page())


def watched(page: Page) -> Iterator[Page]:
    """Yield the page; fail afterwards if its scripts failed or one of its requests did."""
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    yield page
    assert troubles == []
