"""What a child gives up before it reads a line of learner code.

The order matters: the strictest measure comes last, because each one may need what the next takes away.
"""

import contextlib
import ctypes
import importlib
import os
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from . import landlock, seccomp, syscalls

with contextlib.suppress(ImportError):  # Windows has no such module
    importlib.import_module("resource")  # now: later it may be out of reach

NO_NEW_PRIVILEGES, DUMPABLE = 38, 4
CAPABILITIES_VERSION = 0x20080522
LIMITS = {
    "address_space": "RLIMIT_AS",
    "cpu": "RLIMIT_CPU",
    "file_size": "RLIMIT_FSIZE",
    "open_files": "RLIMIT_NOFILE",
    "core": "RLIMIT_CORE",
    "processes": "RLIMIT_NPROC",
}


class Measures(NamedTuple):
    """What children are shut in with, made once for all of them; rules and filter where there are any."""

    limits: Mapping[str, int]
    rules: int | None = None
    filter_program: bytes | None = None


def prepare(settings: Mapping[str, Any]) -> Measures:
    """Return the measures this kernel has. It opens the files of the settings: root may have to do it."""
    kind = syscalls.machine()
    if kind is None:
        return Measures(settings["limits"])
    rules = landlock.ruleset(settings["readable"]) if landlock.version() else None
    filtered = seccomp.program(kind, links=settings["links"]) if seccomp.is_available() else None
    return Measures(settings["limits"], rules, filtered)


def drop_root(user: int) -> None:
    """Become the unprivileged ``user``, group and all, where this process is root, and never root again."""
    if user and os.getuid() == 0:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)


def confine(measures: Measures, job: int) -> None:
    """Shut this process in, for good, with nothing open but ``job``. Raises OSError if a measure fails:
    a child that could not be shut in must not go on.
    """
    _close_all_but(job, measures.rules)
    limit(measures.limits)
    if syscalls.machine() is None:
        return
    _give_up_privileges()
    if measures.rules is not None:
        landlock.restrict(measures.rules)
        os.close(measures.rules)
    if measures.filter_program is not None:
        seccomp.load(measures.filter_program)


def limit(limits: Mapping[str, int]) -> None:
    """Set the resource limits named in LIMITS, those that this system has."""
    resource: Any = sys.modules.get("resource")
    for name, value in limits.items() if resource else ():
        which = getattr(resource, LIMITS[name], None)
        if which is None or (name == "processes" and sys.platform != "linux"):
            continue  # elsewhere this counts every process of the user, so the child could not even start
        with contextlib.suppress(ValueError, OSError):  # macOS knows some and does not do them
            # A second more for computing: in it a child hears of its end (see job) and can still say where.
            resource.setrlimit(which, (value, value + 1 if name == "cpu" else value))


def _close_all_but(job: int, rules: int | None) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    kept = sorted({job, *([] if rules is None else [rules])})
    for low, high in zip((2, *kept), (*kept, landlock.HIGH + 100), strict=True):
        os.closerange(low + 1, high)


def _give_up_privileges() -> None:
    """Never gain any again, not even by starting a program; have none left; and be nobody's to look into."""
    zero = ctypes.c_ulong(0)
    syscalls.call("prctl", ctypes.c_int(NO_NEW_PRIVILEGES), ctypes.c_ulong(1), zero, zero, zero)
    syscalls.call("prctl", ctypes.c_int(DUMPABLE), zero, zero, zero, zero)
    header = (ctypes.c_uint32 * 2)(CAPABILITIES_VERSION, 0)
    syscalls.call("capset", ctypes.byref(header), ctypes.byref((ctypes.c_uint32 * 6)()))
