"""``upslope run`` as the real process it is."""

import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

pytestmark = pytest.mark.slow
TIMEOUT = 90  # seconds; only a machine that is busy with other things comes near
COMMAND = [sys.executable, "-m", "upslope.cli", "run", "--no-browser", "--data"]


@dataclass
class Running:
    """A course that is being served: its process, its port, and the key it printed."""

    process: subprocess.Popen[str]
    port: int
    key: str
    seconds_to_start: float

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, dict(answer.getheaders()), body

    def enter(self) -> str:
        """Use the key; return the session cookie."""
        status, headers, _ = self.get(self.key)
        assert status == 302
        return headers["Set-Cookie"].partition(";")[0]

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Send a signal; return the exit code and what was printed after the start."""
        self.process.send_signal(how)
        output, _ = self.process.communicate(timeout=TIMEOUT)
        return self.process.returncode, output


def start(data: Path, *more: str) -> Running:
    began = time.monotonic()
    process = subprocess.Popen(
        [*COMMAND, str(data), *more], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    port, key = address_in(process.stdout)
    return Running(process, port, key, time.monotonic() - began)


def address_in(output: IO[str]) -> tuple[int, str]:
    seen = []
    for line in output:
        seen.append(line)
        if found := re.search(r"http://127\.0\.0\.1:(\d+)(/enter/\S+/)", line):
            return int(found[1]), found[2]
    pytest.fail("no address was printed:\n" + "".join(seen))


@pytest.fixture(scope="module")
def first_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the very first start leaves it."""
    folder = tmp_path_factory.mktemp("first") / "data"
    start(folder).stop()
    return folder


@pytest.fixture
def data(tmp_path: Path, first_data: Path) -> Path:
    """A data folder that was in use before: a new database takes as long as all the rest of a start."""
    return shutil.copytree(first_data, tmp_path / "data")


@pytest.fixture
def running(data: Path) -> Iterator[Running]:
    """A course of this test's own, which it may stop or kill."""
    course = start(data)
    yield course
    if course.process.poll() is None:
        course.stop()


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One course, at its very first start, for all tests that only ask it something."""
    course = start(tmp_path_factory.mktemp("standing") / "data")
    yield course
    course.stop()


@pytest.fixture(scope="module")
def cookie(standing: Running) -> str:
    return standing.enter()


def children_of(process: subprocess.Popen[str]) -> list[int]:
    """Return the processes that the course has started, as ``ps`` knows them."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return [child for child, parent in pairs if parent == process.pid]


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_printed_address_opens_the_course_once(standing: Running, cookie: str) -> None:
    status, _, page = standing.get("/", {"Cookie": cookie})

    assert status == 200
    assert "Start here" in page
    assert standing.get(standing.key)[0] == 403


def test_without_the_key_nothing_is_shown(standing: Running) -> None:
    status, headers, _ = standing.get("/")

    assert (status, headers["Location"]) == (302, "/enter/?next=/")


def test_another_name_for_this_machine_is_refused(standing: Running, cookie: str) -> None:
    assert standing.get("/", {"Cookie": cookie, "Host": "rebound.example"})[0] == 403
    assert standing.get("/static/built/app.css", {"Host": "rebound.example"})[0] == 403


def test_only_this_machine_can_connect(standing: Running) -> None:
    listening = Path("/proc/net/tcp").read_text() if sys.platform == "linux" else ""

    assert f"00000000:{standing.port:04X}" not in listening


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_is_one_calm_line_and_leaves_no_process_behind(running: Running, how: signal.Signals) -> None:
    running.enter()
    children = children_of(running.process)

    code, output = running.stop(how)

    assert code == 0
    assert output.splitlines()[-1] == "Stopped. Your work is kept."
    assert "Traceback" not in output
    assert not [child for child in children if is_alive(child)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread cannot be told apart from outside")
def test_a_stop_that_reaches_another_thread_than_the_first_stops_it_too(running: Running) -> None:
    process = running.process
    other = next(int(name) for name in os.listdir(f"/proc/{process.pid}/task") if int(name) != process.pid)
    os.kill(other, signal.SIGINT)  # the number of a thread: the system gives the signal to that one
    process.communicate(timeout=TIMEOUT)
    assert process.returncode == 0


def test_a_browser_stays_signed_in_when_the_course_is_started_again(running: Running, data: Path) -> None:
    cookie = running.enter()
    running.stop()

    again = start(data)
    status, _, _ = again.get("/", {"Cookie": cookie})
    again.stop()

    print(f"\nsecond start: {again.seconds_to_start:.2f} s")
    assert status == 200
    assert again.key != running.key


def test_the_data_folder_is_for_its_owner_alone(first_data: Path) -> None:
    assert stat.S_IMODE(first_data.stat().st_mode) == 0o700
    assert stat.S_IMODE((first_data / "secret-key").stat().st_mode) == 0o600
    with sqlite3.connect(first_data / "upslope.sqlite3") as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()


def test_a_second_start_on_the_same_folder_prints_a_new_key_to_the_first(
    running: Running, data: Path
) -> None:
    second = subprocess.run(
        [*COMMAND, str(data)], capture_output=True, text=True, timeout=TIMEOUT, check=False
    )

    assert second.returncode == 0
    assert "is running already" in second.stdout
    assert f"http://127.0.0.1:{running.port}/enter/" in second.stdout
    assert running.get(running.key)[0] == 403  # the first key ended when the second was made


def test_two_folders_are_served_side_by_side(standing: Running, cookie: str, data: Path) -> None:
    other = start(data)
    theirs = other.enter()
    other.stop()

    assert other.port != standing.port
    assert theirs.partition("=")[0] != cookie.partition("=")[0]


def test_a_chosen_port_that_is_taken_is_said_in_a_sentence(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run(
            [*COMMAND, str(data), "--port", str(port)],
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )

    assert ended.returncode == 2
    assert (
        f"Port {port} cannot be used: address already in use. Choose another one with --port" in ended.stderr
    )
    assert ended.stdout == ""


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = subprocess.run(
        [*COMMAND, str(tmp_path / "file" / "data")],
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )

    assert ended.returncode == 2
    assert "Choose another one with --data." in ended.stderr


def test_a_server_that_was_killed_starts_again(data: Path) -> None:
    with socket.socket() as finder:
        finder.bind(("127.0.0.1", 0))
        port = str(finder.getsockname()[1])  # not from the usual ports: another test may take one in between
    killed = start(data, "--port", port)
    cookie = killed.enter()
    killed.process.kill()
    killed.process.communicate()

    again = start(data, "--port", port)
    status, _, _ = again.get("/", {"Cookie": cookie})
    code, _ = again.stop()

    assert (status, code) == (200, 0)
