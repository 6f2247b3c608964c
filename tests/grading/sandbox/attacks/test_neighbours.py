"""Nobody reaches the zygote or a neighbour; and if the zygote dies all the same, no job is lost."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.grading.sandbox.attacks.attacking import BY_HAND, SECRET, said
from upslope.grading.lab import Lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import Child, Loaded, Returned
from upslope.grading.sandbox.zygote import Zygote

Own = tuple[Sandbox, Zygote]


def test_no_process_but_oneself_can_be_seen_or_hit(every_sandbox: Sandbox) -> None:
    with every_sandbox.open_child() as neighbour:
        assert isinstance(neighbour.load([("cell 1", "a = 1")], []), Loaded)
        source = (
            "import os\nhit = []\nfor pid in [-1, 0, *range(1, 400), os.getppid()]:\n"
            "    for number in (0, 9):\n"
            "        try: os.kill(pid, number)\n"
            "        except OSError: continue\n"
            "        hit.append(pid)\n"
            "raise Exception(hit)"
        )
        assert said(every_sandbox, source) == "Exception: []"
        assert isinstance(neighbour.load([("cell 2", "a = 2")], []), Loaded)


def test_a_child_is_the_only_process_of_its_world(strong: Sandbox) -> None:
    assert said(strong, "import os\nraise Exception(os.getpid(), os.getppid())") == "Exception: (1, 0)"


def test_the_memory_of_a_neighbour_is_out_of_reach(every_sandbox: Sandbox) -> None:
    source = BY_HAND + (
        "got = []\nbuffer = ctypes.create_string_buffer(64)\n"
        "for pid in range(1, 400):\n"
        "    try: got.append(open(f'/proc/{pid}/mem', 'rb'))\n    except OSError: pass\n"
        "    if libc.ptrace(16, pid, 0, 0) == 0: got.append(pid)\n"
        "    iov = (ctypes.c_uint64 * 2)(ctypes.addressof(buffer), 64)\n"
        "    if libc.process_vm_readv(pid, iov, 1, iov, 1, 0) > 0: got.append(buffer.raw)\n"
        "raise Exception(got)"
    )
    with every_sandbox.open_child() as neighbour:
        neighbour.load([("cell 1", f"answer = {SECRET!r}")], [])
        assert said(every_sandbox, source) == "Exception: []"


def test_what_one_child_leaves_in_memory_no_other_finds(every_sandbox: Sandbox) -> None:
    leave = (
        "import builtins, numpy, sys, os\nos.environ['LEAK'] = 'x'\n"
        f"builtins.leak = numpy.leak = sys.leak = {SECRET!r}"
    )
    look = (
        "import builtins, numpy, sys, os, gc\nmark = 'sesame' + '-4711'\n"
        "raise Exception(any(hasattr(m, 'leak') for m in (builtins, numpy, sys)), 'LEAK' in os.environ,\n"
        "    any(isinstance(v, str) and v.endswith(mark) for d in gc.get_objects() if isinstance(d, dict)\n"
        "        for v in list(d.values()) if v is not mark))"
    )
    assert said(every_sandbox, leave) == ""
    for _ in range(3):  # those that were ready before, and those made since
        assert said(every_sandbox, look) == "Exception: (False, False, False)"


def test_random_numbers_are_each_childs_own(strong: Sandbox) -> None:
    source = "import random, numpy as np\nraise Exception(random.random(), np.random.random())"
    assert len({said(strong, source) for _ in range(4)}) == 4


def _kill(zygote: Zygote) -> None:
    zygote._self.kill()
    while not zygote.has_ended():
        time.sleep(0.001)


def test_a_dead_zygote_is_replaced(zygote_of_its_own: Own, lab: Lab, honest: str) -> None:
    sandbox, zygote = zygote_of_its_own
    _kill(zygote)
    assert grade_notebook(honest, lab, sandbox).score == 3


SLOWLY = "import time\ncount = 1.0\ndef g(x):\n    time.sleep(0.4)\n    return x + count"
WORK: dict[str, Callable[[Child], object]] = {
    "while cells are run": lambda child: child.load([("cell 2", "time.sleep(0.4)\ncount = 2.0")], []),
    "while a function is called": lambda child: child.call("g", [(1.0,)]),
}


@pytest.mark.parametrize("when", WORK)
def test_no_job_is_lost_when_the_zygote_is_killed(zygote_of_its_own: Own, when: str) -> None:
    sandbox, zygote = zygote_of_its_own
    with sandbox.open_child() as child:
        assert isinstance(child.load([("cell 1", SLOWLY)], ["g"]), Loaded)
        threading.Timer(0.15, _kill, [zygote]).start()
        WORK[when](child)
        outcome = child.call("g", [(1.0,)])
    assert isinstance(outcome, Returned)
    assert float(outcome.values[0]) in (2.0, 3.0)


def test_a_child_that_ends_itself_is_not_tried_again(strong: Sandbox) -> None:
    started = time.monotonic()
    for source in ("import os\nos._exit(0)", "import ctypes\nctypes.string_at(0)"):
        assert said(strong, source) == "Died"
    assert time.monotonic() - started < 5


@pytest.mark.skipif(sys.platform != "linux", reason="reads the list of processes of Linux")
def test_nothing_is_left_running(zygote_of_its_own: Own) -> None:
    sandbox, _ = zygote_of_its_own
    before = _descendants()
    with sandbox.open_child() as child:
        child.load([("cell 1", "while True: pass")], [], seconds=0.1)
    sandbox.close()
    assert len(_descendants()) < len(before)
    assert not [pid for pid in _descendants() if pid not in before]


def _descendants() -> set[int]:
    """Return all processes that this one has started, and theirs."""
    parents: dict[int, int] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    parents[int(name)] = int(file.read().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found = {os.getpid()}
    for _ in parents:
        more = {pid for pid, parent in parents.items() if parent in found} - found
        if not more:
            break
        found |= more
    return found - {os.getpid()}


def test_stopping_a_cell_reaches_only_that_cell(strong: Sandbox) -> None:
    with strong.open_child() as child, strong.open_child() as neighbour:
        neighbour.load([("cell 1", "a = 1")], [])
        child.interrupt()
        assert isinstance(neighbour.load([("cell 2", "a = 2")], []), Loaded)
    assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN


def test_learner_code_is_ended_first_when_the_machine_has_no_memory_left(zygote_of_its_own: Own) -> None:
    ours, seen = _first_to_go(os.getpid()), 0
    for process in _descendants():
        with contextlib.suppress(FileNotFoundError):
            args = Path(f"/proc/{process}/cmdline").read_bytes()
            if b"runner.zygote" in args:
                assert _first_to_go(process) > ours
                seen += 1
    assert seen


def _first_to_go(process: int) -> int:
    return int(Path(f"/proc/{process}/oom_score_adj").read_text())
