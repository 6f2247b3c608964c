"""What a child gives up before it reads a line of learner code.

The order matters: the strictest measure comes last, because each one may need what the next takes away. A
filter
of system calls (seccomp) and of files (Landlock) belongs at the end of ``confine``, after the descriptors
are set.
"""

import contextlib
import os
import resource
import sys
from typing import Any

LIMITS = {
    "address_space": resource.RLIMIT_AS,
    "cpu": resource.RLIMIT_CPU,
    "file_size": resource.RLIMIT_FSIZE,
    "open_files": resource.RLIMIT_NOFILE,
    "core": resource.RLIMIT_CORE,
    "processes": getattr(resource, "RLIMIT_NPROC", resource.RLIMIT_CORE),
}


def drop_root(user: int) -> None:
    """Become the unprivileged ``user``, group and all, where this process is root; never root again after
    that.
    """
    if os.getuid() == 0 and user:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)


def confine(limits: dict[str, Any]) -> None:
    """Point the standard streams at nothing and set the resource limits named in LIMITS."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    if nothing > 2:
        os.close(nothing)
    for name, value in limits.items():
        if name == "processes" and sys.platform != "linux":
            continue  # elsewhere this counts every process of the user, so the child could not even start
        with contextlib.suppress(
            ValueError, OSError
        ):  # a limit this system does not know, or a lower one set
            resource.setrlimit(LIMITS[name], (value, value))
