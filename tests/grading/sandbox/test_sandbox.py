"""Learner code is shut in: whatever it does, it ends on time, reaches nothing, and harms nobody after it."""

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest

from upslope.grading.errors import SandboxFailed
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import Died, Loaded, Raised, Returned, TimedOut
from upslope.grading.sandbox.launch import GRADING

Outcome = Loaded | TimedOut | Died


def run(sandbox: Sandbox, source: str, seconds: float = 2.0) -> Outcome:
    with sandbox.open_child() as child:
        return child.load([("cell 1", source)], [], seconds=seconds)


def error_of(outcome: Outcome) -> str:
    assert isinstance(outcome, Loaded)
    return " ".join(f"{error.kind}: {error.text}" for error in outcome.errors)


@pytest.fixture(autouse=True)
def _honest_code_still_runs(sandbox: Sandbox) -> Iterator[None]:
    """After every test, whatever it did, the next learner's code runs as ever."""
    yield
    with sandbox.open_child() as child:
        child.load([("cell 1", "def double(x): return 2 * x")], ["double"])
        outcome = child.call("double", [(np.arange(3.0),)])
        assert isinstance(outcome, Returned)
        np.testing.assert_array_equal(outcome.values[0], [0, 2, 4])


@pytest.fixture
def shut_in(sandbox: Sandbox) -> Sandbox:
    if not sandbox.tier.for_others:
        pytest.skip(f"learner code is not shut in on this machine: {sandbox.tier.remedy}")
    return sandbox


def test_a_function_is_called_with_arrays_and_numbers_and_its_values_come_back(sandbox: Sandbox) -> None:
    with sandbox.open_child() as child:
        loaded = child.load([("cell 1", "def g(x, k):\n    x += k\n    return x, k")], ["g", "h"])
        assert isinstance(loaded, Loaded)
        assert loaded.functions == {"g"}
        outcome = child.call("g", [(np.ones(2), 3.0), (np.zeros(1), 1)])
    assert isinstance(outcome, Returned)
    (first, three), (second, one) = outcome.values
    np.testing.assert_array_equal(first, [4, 4])
    np.testing.assert_array_equal(second, [1])
    assert (three, one) == (3, 1)


def test_an_endless_loop_is_ended_from_outside_and_its_cell_is_known(sandbox: Sandbox) -> None:
    with sandbox.open_child() as child:
        outcome = child.load([("cell 1", "a = 1"), ("cell 2", "while True: pass")], [], seconds=0.3)
        assert outcome == TimedOut(0.3, 1)
        assert child.closed


def test_code_that_ignores_every_signal_is_ended_too(sandbox: Sandbox) -> None:
    source = (
        "import signal, time\n"
        "for s in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:\n"
        "    signal.signal(s, signal.SIG_IGN)\n"
        "while True: time.sleep(1)"
    )
    started = time.monotonic()
    assert isinstance(run(sandbox, source, 0.5), TimedOut)
    assert time.monotonic() - started < 5


def test_ten_gigabytes_are_refused_as_a_memory_error(sandbox: Sandbox) -> None:
    assert "MemoryError" in error_of(run(sandbox, "b = bytearray(10**10)"))
    assert "MemoryError" in error_of(run(sandbox, "import numpy\na = numpy.ones(10**10)"))


def test_leaving_python_is_noticed_at_once(sandbox: Sandbox) -> None:
    assert run(sandbox, "import os\nos._exit(0)", 20) == Died("ended", 0)


def test_a_crash_of_the_interpreter_is_noticed_at_once(sandbox: Sandbox) -> None:
    assert run(sandbox, "import ctypes\nctypes.string_at(0)", 20) == Died("ended", 0)


def test_sys_exit_is_an_error_of_its_cell(sandbox: Sandbox) -> None:
    assert "SystemExit" in error_of(run(sandbox, "import sys\nsys.exit(0)"))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits processes of one child")
def test_no_process_and_no_thread_can_be_started(shut_in: Sandbox) -> None:
    assert "PermissionError" in error_of(run(shut_in, "import os\nos.fork()"))
    assert "RuntimeError" in error_of(
        run(shut_in, "import threading\nthreading.Thread(target=print).start()")
    )


def test_files_of_this_machine_are_not_there(shut_in: Sandbox) -> None:
    for path in (__file__, "/etc/passwd", os.path.expanduser("~/.profile"), "/proc/self/environ"):
        assert re.search("FileNotFound|Permission", error_of(run(shut_in, f"open({path!r})")))


def test_nothing_of_ours_can_be_imported(shut_in: Sandbox) -> None:
    for name in ("upslope", "upslope.grading.judging.judge", "django"):
        assert "ModuleNotFoundError" in error_of(run(shut_in, f"import {name}"))


def test_the_environment_of_the_server_is_not_there(
    shut_in: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSLOPE_TEST_SECRET", "open sesame")
    with Sandbox() as other:
        assert "open sesame" not in error_of(run(other, "import os\nraise Exception(dict(os.environ))"))
    assert "open sesame" not in error_of(run(shut_in, "import os\nraise Exception(dict(os.environ))"))


def test_there_is_no_network(shut_in: Sandbox) -> None:
    source = "import socket\nsocket.create_connection(('127.0.0.1', 80), 1)"
    assert "PermissionError" in error_of(run(shut_in, source))
    assert "PermissionError" in error_of(run(shut_in, "import socket\nsocket.if_nameindex()"))


def test_learner_code_is_not_root(shut_in: Sandbox) -> None:
    assert error_of(run(shut_in, "import os\nraise Exception(os.getuid())")) == "Exception: 65534"
    assert "Error" in error_of(run(shut_in, "import os\nos.setuid(0)"))


def test_killing_every_process_in_reach_costs_only_ones_own_marks(shut_in: Sandbox) -> None:
    outcome = run(shut_in, "import os\nos.kill(-1, 9)\nos.kill(os.getppid(), 9)\nos._exit(0)")
    assert isinstance(outcome, Died | Loaded)


def test_a_reply_larger_than_allowed_is_an_error_of_the_function(sandbox: Sandbox) -> None:
    with sandbox.open_child() as child:
        child.load([("cell 1", "import numpy as np\ndef g(x): return np.zeros(2 * 10**6)")], ["g"])
        outcome = child.call("g", [(1.0,)])
    assert isinstance(outcome, Raised)
    assert outcome.trouble.kind == "too large"


FORGERIES = {
    "noise on every descriptor": "import os\nfor fd in range(3, 60):\n"
    "    try: os.write(fd, b'[' * 70000)\n    except OSError: pass",
    "an enormous length": "import os\nfor fd in range(3, 60):\n"
    "    try: os.write(fd, b'\\xff' * 8)\n    except OSError: pass",
    "a header of brackets": "import os, struct\nfor fd in range(3, 60):\n"
    "    try: os.write(fd, struct.pack('>II', 60000, 0) + b'[' * 60000)\n    except OSError: pass",
    "a forged reply": "import os, struct, json\n"
    "head = json.dumps({'functions': ['double'], 'unwritten': [], 'errors': [3], 'arrays': []}).encode()\n"
    "for fd in range(3, 60):\n"
    "    try: os.write(fd, struct.pack('>II', len(head), 0) + head)\n    except OSError: pass",
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_frame_ends_the_child_at_once(sandbox: Sandbox, name: str) -> None:
    started = time.monotonic()
    assert isinstance(run(sandbox, FORGERIES[name], 20), Died)
    assert time.monotonic() - started < 5


def test_children_do_not_share_their_random_numbers(sandbox: Sandbox) -> None:
    source = "import numpy as np\nraise Exception(np.random.random())"
    assert error_of(run(sandbox, source)) != error_of(run(sandbox, source))


def test_children_share_nothing(sandbox: Sandbox) -> None:
    run(sandbox, "import numpy as np, builtins\nnp.exp = None\nbuiltins.leak = 5")
    assert error_of(run(sandbox, "import numpy as np\nnp.exp(1.0)")) == ""
    assert "NameError" in error_of(run(sandbox, "leak"))


def test_several_threads_may_open_children_at_once(sandbox: Sandbox) -> None:
    outcomes: list[Outcome] = []
    threads = [threading.Thread(target=lambda: outcomes.append(run(sandbox, "a = 1", 20))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [Loaded((), frozenset())] * 8


def test_closing_leaves_no_process_behind() -> None:
    with Sandbox() as own:
        child = own.open_child()
        child.load([("cell 1", "a = 1")], [])
        assert _zygotes() >= 1
        before = _zygotes()
    assert _zygotes() == before - 1
    assert child.closed


def _zygotes() -> int:
    """Count the zygotes this very process has started."""
    command = ["ps", "-ww", "-eo", "pid,ppid,args"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return sum(1 for _, parent, args in rows if parent == str(os.getpid()) and "runner.zygote" in args)


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="needs root to become somebody else")
@pytest.mark.parametrize("found", [None, "/bin/false"])
def test_without_bubblewrap_filters_and_another_user_shut_learners_in(
    monkeypatch: pytest.MonkeyPatch, found: str | None
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: found)
    with Sandbox() as direct:
        assert direct.tier.name == "B"
        assert direct.tier.for_others
        assert "bubblewrap" in direct.tier.remedy
        assert isinstance(run(direct, "while True: pass", 0.3), TimedOut)
        assert "MemoryError" in error_of(run(direct, "b = bytearray(10**10)"))
        assert error_of(run(direct, "a = 1")) == ""


def test_an_interpreter_that_does_not_start_is_an_error_for_the_operator(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("sys.executable", "/nonexistent/python")
    with pytest.raises(SandboxFailed, match="/nonexistent/python"), Sandbox(GRADING):
        pass
