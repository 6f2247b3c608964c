"""Where there is no zygote (macOS, Windows) own code runs in an interpreter of its own, by the clock."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest

from upslope.grading.errors import SandboxFailed
from upslope.grading.lab import Lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import Died, Loaded, Returned, TimedOut
from upslope.grading.sandbox.interpreters import Interpreters, _Expected
from upslope.grading.sandbox.launch import GRADING
from upslope.grading.session import LabSession


@pytest.fixture(scope="module")
def plain() -> Iterator[Sandbox]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.platform", "darwin")
        sandbox = Sandbox()
        with sandbox:
            assert sandbox.tier.name == "own code only"
    with pytest.MonkeyPatch.context() as patch, sandbox:
        patch.setattr("sys.platform", "darwin")
        yield sandbox


def test_values_come_back(plain: Sandbox) -> None:
    with plain.open_child() as child:
        child.load([("cell 1", "def double(x): return 2 * x")], ["double"])
        outcome = child.call("double", [(np.arange(3.0),)])
    assert isinstance(outcome, Returned)
    np.testing.assert_array_equal(outcome.values[0], [0, 2, 4])


def test_the_clock_ends_what_does_not_end(plain: Sandbox) -> None:
    started = time.monotonic()
    with plain.open_child() as child:
        child.load([], [], seconds=20)
        assert isinstance(child.load([("cell 1", "while True: pass")], [], seconds=0.2), TimedOut)
    assert time.monotonic() - started < 20


def test_a_cell_can_be_stopped_and_names_stay(plain: Sandbox, lab: Lab) -> None:
    with LabSession(lab, plain, cell_seconds=60) as session:
        session.run("a = 7")
        threading.Timer(0.3, session.interrupt).start()
        assert "The cell was stopped" in session.run("import time\ntime.sleep(50)").outputs[-1].data
        assert session.run("a").outputs[0].data == "7"


def test_leaving_python_is_noticed(plain: Sandbox) -> None:
    with plain.open_child() as child:
        child.load([], [], seconds=20)
        assert child.load([("cell 1", "import os\nos._exit(0)")], []) == Died("ended", 0)


def test_a_lab_is_graded(plain: Sandbox, lab: Lab, solved: dict[str, object]) -> None:
    assert grade_notebook(json.dumps(solved), lab, plain).score == 3


def test_who_does_not_know_the_word_is_not_let_in() -> None:
    expected = _Expected(GRADING)
    with socket.create_connection(expected._door.getsockname()) as stranger:
        stranger.sendall(b"x" * 32)
        job = expected.arrive()
        stranger.settimeout(5)
        assert stranger.recv(1) == b""
    job.channel.close()
    job.process.close()


def test_closing_ends_those_that_were_started_ahead() -> None:
    ahead = Interpreters(GRADING)
    (waiting,) = ahead._ordered
    ahead.close()
    assert waiting._process.returncode is not None


def test_an_interpreter_that_ends_at_once_is_an_error_for_the_operator(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    expected = _Expected(GRADING)
    with pytest.raises(SandboxFailed, match="did not start"):
        expected.arrive()


WITHOUT = """
import sys, select, signal, os, socket
for name in ("fcntl", "resource"): sys.modules[name] = None
for name in ("poll", "epoll"): delattr(select, name)
delattr(signal, "pidfd_send_signal")
for name in ("fork", "getuid", "setresuid", "pidfd_open", "O_PATH"): delattr(os, name)
for name in ("send_fds", "recv_fds", "AF_UNIX", "SOCK_SEQPACKET"): delattr(socket, name)
import upslope.grading.session, upslope.grading.lab_grader, upslope.grading.runner.alone
from upslope.grading.sandbox import Sandbox
from upslope.grading.session import LabSession
sys.platform = "win32"
with Sandbox() as sandbox, sandbox.open_child() as child:
    child.load([("cell 1", "def double(x): return 2 * x")], ["double"], seconds=20)
    print(float(child.call("double", [(3.0,)]).values[0]), sandbox.tier.name)
"""


def test_it_works_without_what_windows_does_not_have() -> None:
    ran = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("6.0 own code only\n", "")


def test_a_child_needs_none_of_it_either() -> None:
    """What learner code runs under is imported in an interpreter without those modules."""
    without = WITHOUT.split("import upslope")[0]
    program = without + "import upslope.grading.runner.alone as a\nprint(a.confine.limit({'cpu': 5}))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("None\n", "")


def test_loading_needs_no_more_than_the_channel(plain: Sandbox) -> None:
    with plain.open_child() as child:
        assert child.load([("cell 1", "a = 1")], [], seconds=20) == Loaded((), frozenset())
