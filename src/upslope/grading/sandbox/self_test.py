"""A small part of the attack suite, tried on a sandbox when it starts: what holds is measured."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from upslope.grading.sandbox.child import Child, Loaded, TimedOut

SECRET = "upslope: not for learners"
CLOCK_SECONDS = 0.02
SECONDS = 5.0


@dataclass(frozen=True)
class Attempt:
    """Something learner code must not be able to do. ``source`` raises one of ``errors`` where it cannot."""

    name: str
    source: str
    errors: frozenset[str]


@dataclass(frozen=True)
class Tried:
    """An attempt, and whether it was prevented."""

    name: str
    held: bool


def _attempt(name: str, source: str, *errors: str) -> Attempt:
    return Attempt(name, source, frozenset(errors or ("PermissionError",)))


NO_FILE = ("PermissionError", "FileNotFoundError")
BY_HAND = (
    "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\n"
    "def call(name, *arguments):\n"
    "    if getattr(libc, name)(*arguments) < 0: raise OSError(ctypes.get_errno(), name)\n"
)
ATTEMPTS = (
    _attempt("reading a file of this machine", "open({secret!r}).read()", *NO_FILE),
    _attempt("reading what the server was started with", "open('/proc/{server}/environ').read()", *NO_FILE),
    _attempt("reading about processes", "open('/proc/self/status').read()", *NO_FILE),
    _attempt("listing folders", "import os\nos.listdir('/')", *NO_FILE),
    _attempt("writing a file", "open({written!r}, 'w').write('x')", *NO_FILE),
    _attempt("writing to the disk in memory", "open('/tmp/upslope', 'w').write('x')"),
    _attempt(
        "importing the course and its checks",
        "from upslope.grading import judge",
        "ModuleNotFoundError",
        *NO_FILE,
    ),
    _attempt("opening a network connection", "import socket\nsocket.socket()"),
    _attempt("talking to programs of this machine", "import socket\nsocket.socket(socket.AF_UNIX)"),
    _attempt("starting another program", "import os\nos.execv('/bin/true', ['true'])"),
    _attempt("starting another process", "import os\nif os.fork() == 0: os._exit(0)"),
    _attempt("starting a thread", "import _thread\n_thread.start_new_thread(print, ())", "RuntimeError"),
    _attempt("sending signals", "import os\nos.kill(os.getpid(), 0)"),
    _attempt("looking into processes", BY_HAND + "call('ptrace', 0, 0, 0, 0)"),
    _attempt(
        "reading the memory of processes", BY_HAND + "call('process_vm_readv', os.getpid(), 0, 0, 0, 0, 0)"
    ),
    _attempt("running code from memory", BY_HAND + "call('mmap', None, 4096, 7, 0x22, -1, 0)"),
    _attempt("making namespaces", BY_HAND + "call('unshare', 0)"),
    _attempt("changing one's user", "import os\nos.setuid(os.getuid())"),
    _attempt("being root", "import os\nif os.getuid(): raise PermissionError"),
    _attempt("taking two gigabytes of memory", "bytearray(2 * 10**9 + 2**28)", "MemoryError"),
)
CLOCK = "running past the deadline"


def try_out(open_child: Callable[[], Child]) -> tuple[Tried, ...]:
    """Try everything in ATTEMPTS, and an endless loop, in children of a sandbox."""
    with _planted() as names, open_child() as child:
        cells = [(f"cell {n}", _filled(attempt, names)) for n, attempt in enumerate(ATTEMPTS)]
        outcome = child.load(cells, [], seconds=SECONDS)
    errors = (
        {trouble.index: trouble.kind for trouble in outcome.errors} if isinstance(outcome, Loaded) else {}
    )
    tried = [Tried(attempt.name, errors.get(n) in attempt.errors) for n, attempt in enumerate(ATTEMPTS)]
    return (*tried, Tried(CLOCK, _is_stopped(open_child)))


def _is_stopped(open_child: Callable[[], Child]) -> bool:
    with open_child() as child:
        started = time.monotonic()
        outcome = child.load([("cell 1", "while True: pass")], [], seconds=CLOCK_SECONDS)
        return isinstance(outcome, TimedOut) and time.monotonic() - started < SECONDS


def _filled(attempt: Attempt, names: dict[str, str | int]) -> str:
    source = attempt.source
    for name, value in names.items():
        source = source.replace(f"{{{name}!r}}", repr(value)).replace(f"{{{name}}}", str(value))
    return source


@contextmanager
def _planted() -> Iterator[dict[str, str | int]]:
    """Make a file that everybody may read, in a folder that everybody may write to."""
    with tempfile.TemporaryDirectory(prefix="upslope-") as folder:
        secret = Path(folder, "secret.txt")
        secret.write_text(SECRET)
        secret.chmod(0o644)
        Path(folder).chmod(0o777)
        yield {"secret": str(secret), "written": str(Path(folder, "written")), "server": os.getpid()}
