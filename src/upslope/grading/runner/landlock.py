"""Which files learner code may read: a list, and nothing else. Landlock has the kernel hold it to that.

See landlock(7) in the Linux manual. A later kernel knows more that can be taken away; all of it is.
"""

import contextlib
import ctypes
import os
import stat
from collections.abc import Iterable

from . import syscalls

with contextlib.suppress(ImportError):  # Windows, where none of this is called
    import fcntl

READ_FILE, READ_FOLDER = 1 << 2, 1 << 3
FILES_BY_VERSION = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF, 5: 0xFFFF}
TCP = 3  # to bind and to connect
SCOPES = 3  # abstract Unix sockets, signals
NO_LOG = 1  # what learners try is not news for the log of the machine
HIGH = 200  # a descriptor up here is never in the way of the few that a child arranges


class _Handled(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """Return which version of Landlock this kernel has, 0 for none."""
    try:
        return syscalls.call(
            "landlock_create_ruleset", ctypes.c_void_p(None), ctypes.c_size_t(0), ctypes.c_uint32(1)
        )
    except OSError:
        return 0


def ruleset(readable: Iterable[str]) -> int:
    """Return a descriptor of rules that leave only reading, and only of these files and folders."""
    known = version()
    handled = _Handled(
        FILES_BY_VERSION[min(known, max(FILES_BY_VERSION))],
        TCP if known >= 4 else 0,
        SCOPES if known >= 6 else 0,
    )
    size = 24 if known >= 6 else 16 if known >= 4 else 8
    made = syscalls.call(
        "landlock_create_ruleset", ctypes.byref(handled), ctypes.c_size_t(size), ctypes.c_uint32(0)
    )
    for path in readable:
        _allow(made, path)
    return _moved_high(made)


def restrict(rules: int) -> None:
    """Put this process, and all it may become, under the rules for good."""
    flags = NO_LOG if version() >= 7 else 0
    syscalls.call("landlock_restrict_self", ctypes.c_int(rules), ctypes.c_uint32(flags))


def _allow(rules: int, path: str) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there cannot be read
    try:
        is_folder = stat.S_ISDIR(os.fstat(opened).st_mode)
        rule = _Beneath(READ_FILE | READ_FOLDER if is_folder else READ_FILE, opened)
        syscalls.call(
            "landlock_add_rule", ctypes.c_int(rules), ctypes.c_int(1), ctypes.byref(rule), ctypes.c_uint32(0)
        )
    finally:
        os.close(opened)


def _moved_high(descriptor: int) -> int:
    high = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, HIGH)
    os.close(descriptor)
    return high
