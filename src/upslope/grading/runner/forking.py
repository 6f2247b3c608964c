"""Forks a child that counts processes on its own: it is number one, sees nobody, and nobody of its like.

Python's own fork takes no flags, so the system call is made directly between the interpreter's two hooks.
"""

import ctypes
import os
import signal

from . import syscalls

NEW_USER, NEW_PROCESSES, WITH_HANDLE = 0x10000000, 0x20000000, 0x1000


def fork() -> tuple[int, int | None]:
    """Fork as ever; return the child's number and a pidfd, in the child 0 and None."""
    child = os.fork()
    return (child, os.pidfd_open(child)) if child else (0, None)


def fork_alone() -> tuple[int, int | None]:
    """Fork into a new process namespace, which needs no privileges. Raises OSError where it may not."""
    interpreter = ctypes.pythonapi
    handle = ctypes.c_int(-1)
    flags = NEW_USER | NEW_PROCESSES | WITH_HANDLE | signal.SIGCHLD
    none = ctypes.c_void_p(None)
    interpreter.PyOS_BeforeFork()
    try:
        child = syscalls.call("clone", ctypes.c_ulong(flags), none, ctypes.byref(handle), none, none)
    except OSError:
        interpreter.PyOS_AfterFork_Parent()
        raise
    if child == 0:
        interpreter.PyOS_AfterFork_Child()
        return 0, None
    interpreter.PyOS_AfterFork_Parent()
    return child, handle.value


def can_fork_alone() -> bool:
    """Try it once, with a child that ends at once."""
    try:
        child, handle = fork_alone()
    except OSError:
        return False
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    if handle is not None:
        os.close(handle)
    return True
