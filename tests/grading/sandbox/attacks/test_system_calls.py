"""System calls made by hand, past everything Python would say about them."""

import os
import sys

import pytest

from tests.grading.sandbox.attacks.attacking import BY_HAND, said
from upslope.grading.sandbox import Sandbox

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.uname().machine != "x86_64", reason="the numbers below are those of x86_64"
)
CALLS: dict[str, str] = {
    "socket": "41, 2, 1, 0",
    "socket of this machine": "41, 1, 1, 0",
    "netlink socket": "41, 16, 3, 0",
    "socketpair": "53, 1, 1, 0, (ctypes.c_int * 2)()",
    "connect": "42, 3, bytes(16), 16",
    "sendmsg": "46, 3, bytes(56), 0",
    "fork": "57",
    "vfork by clone": "56, 0x4100 | 17, 0, 0, 0, 0",
    "a new namespace": "56, 0x10000000 | 17, 0, 0, 0, 0",
    "clone3": "435, bytes(88), 88",
    "execve": "59, b'/bin/true', 0, 0",
    "execveat": "322, -100, b'/bin/true', 0, 0, 0",
    "memfd_create": "319, b'x', 0",
    "kill everybody": "62, -1, 9",
    "kill the parent": "62, os.getppid(), 9",
    "tkill": "200, 1, 9",
    "a queued signal": "129, 1, 9, bytes(128)",
    "pidfd_open": "434, 1, 0",
    "ptrace": "101, 16, 1, 0, 0",
    "process_vm_readv": "310, 1, bytes(16), 1, bytes(16), 1, 0",
    "process_vm_writev": "311, 1, bytes(16), 1, bytes(16), 1, 0",
    "kcmp": "312, 1, 1, 0, 0, 0",
    "mount": "165, b'none', b'/tmp', b'tmpfs', 0, 0",
    "a new mount": "428, -100, b'/', 1",
    "unshare": "272, 0x20000",
    "setns": "308, 3, 0",
    "pivot_root": "155, b'/tmp', b'/tmp'",
    "chroot": "161, b'/tmp'",
    "chdir": "80, b'/'",
    "bpf": "321, 0, bytes(64), 64",
    "io_uring": "425, 8, bytes(120)",
    "keyctl": "250, 0, 0, 0, 0, 0",
    "add_key": "248, b'user', b'x', b'y', 1, -1",
    "userfaultfd": "323, 0",
    "perf_event_open": "298, bytes(112), 0, -1, -1, 0",
    "seccomp": "317, 1, 0, 0",
    "prctl": "157, 4, 1, 0, 0, 0",
    "another landlock": "446, 3, 0",
    "setuid": "105, 0",
    "capset": "126, bytes(8), bytes(24)",
    "someone else's limits": "302, 1, 7, 0, bytes(16)",
    "one's own limits": "302, 0, 7, (ctypes.c_uint64 * 2)(4096, 4096), 0",
    "memory to write and run": "9, 0, 4096, 7, 0x22, -1, 0",
    "memory to run": "9, 0, 4096, 5, 0x22, -1, 0",
    "memory made to run": "10, 0, 4096, 4",
    "shared memory": "29, 0, 4096, 0o1777",
    "a message queue": "240, b'/x', 0o100, 0o666, 0",
    "a module for the kernel": "175, 0, 0, b''",
    "a reboot": "169, 0xfee1dead, 672274793, 0, 0",
    "the clock": "227, 0, bytes(16)",
    "the name of the machine": "170, b'x', 1",
    "typing into the terminal": "16, 0, 0x5412, b'x'",
    "signals from a descriptor to others": "72, 3, 8, 1",
    "watching files": "254, 0, b'/', 1",
    "reading by handle": "304, -100, bytes(64), 0",
    "tracing by the log": "103, 3, 0, 0",
    "a file lock": "73, 3, 2",
    "other's scheduling": "141, 0, 1, 19",
}
NOT_THERE = {"clone3"}


@pytest.fixture(scope="module")
def answers(sandbox: Sandbox) -> dict[str, str]:
    """All calls one after another in one child: each must be refused, and none may end it."""
    lines = [
        f"try: outcomes.append(system_call({call}))\nexcept OSError as e: outcomes.append(-e.errno)"
        for call in CALLS.values()
    ]
    source = "\n".join([BY_HAND, "outcomes = []", *lines, "raise Exception(','.join(map(str, outcomes)))"])
    heard = said(sandbox, source).removeprefix("Exception: ")
    return dict(zip(CALLS, heard.split(","), strict=True))


@pytest.mark.parametrize("name", CALLS)
def test_a_call_that_calculating_does_not_need_is_refused(answers: dict[str, str], name: str) -> None:
    assert answers[name] == ("-38" if name in NOT_THERE else "-1")


def test_a_call_by_the_numbers_of_another_machine_ends_the_process(strong: Sandbox) -> None:
    assert said(strong, BY_HAND + "system_call(0x40000000 | 39)") == "Died"


PYTHON: dict[str, tuple[str, str]] = {
    "a connection": ("import socket\nsocket.create_connection(('1.1.1.1', 53), 1)", "PermissionError"),
    "a name on the network": ("import socket\nsocket.gethostbyname('example.org')", "gaierror"),
    "a page of the web": (
        "import urllib.request as u\nu.urlopen('http://example.org', timeout=1)",
        "URLError",
    ),
    "a program": ("import subprocess\nsubprocess.run(['true'])", "PermissionError"),
    "a shell": ("import os\nif os.system('true'): raise PermissionError", "PermissionError"),
    "a pool": (
        "import multiprocessing as m\nm.get_context('fork').Process(target=print).start()",
        "PermissionError",
    ),
    "a daemon": ("import os\nos.fork() or os.setsid() or os.fork()", "PermissionError"),
    "a fork bomb": ("import os\nwhile True: os.fork()", "PermissionError"),
    "a thread": ("import threading\nthreading.Thread(target=print).start()", "RuntimeError"),
    "a pool of threads": (
        "from concurrent.futures import ThreadPoolExecutor as T\nT().submit(print)",
        "RuntimeError",
    ),
    "another user": ("import os\nos.setuid(0)", "PermissionError"),
}


@pytest.mark.parametrize("name", PYTHON)
def test_what_python_offers_for_it_is_refused_too(strong: Sandbox, name: str) -> None:
    source, error = PYTHON[name]
    assert said(strong, source).startswith(error)
