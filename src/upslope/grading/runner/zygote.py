"""The zygote: a lean interpreter that has imported what learner code needs, and forks one child a job.

It speaks only with the process that started it, over one Unix socket: a job comes as a message with a socket
attached; the answer is the child's process id, with a pidfd attached where the system has them, so that the
starter can kill the child from outside whatever the child does.
"""

import array
import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
from typing import Any

from . import confine, display, stand_ins
from .job import serve_job


def serve(control_fd: int, settings: dict[str, Any]) -> None:
    """Import, report ``ready`` with what this process can see, then fork one child a job until the socket
    closes.
    """
    control = socket.socket(fileno=control_fd)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is the starter's business
    for name in settings["preload"]:
        importlib.import_module(name)
    if settings["stand_ins"]:
        sys.meta_path.insert(0, stand_ins.StandInFinder())
    else:
        display.warm_up()
    confine.drop_root(settings["user"])
    gc.disable()
    gc.freeze()
    _send(control, json.dumps(_what_is_visible(settings["secret"])).encode())
    children: set[int] = set()
    while True:
        message, fds, _, _ = socket.recv_fds(control, 16, 1)
        _reap(children)
        if not message:
            break
        for fd in fds:
            children.add(_start_child(control, fd, settings))
    for child in children:
        os.kill(child, signal.SIGKILL)


def _what_is_visible(secret: str) -> dict[str, Any]:
    """Return what this process can reach: measured here, so that the tier is never only a promise."""
    try:
        interfaces = [name for _, name in socket.if_nameindex() if name != "lo"]
    except OSError:
        interfaces = []
    return {
        "root": os.getuid() == 0,
        "files": os.path.exists(secret),
        "network": bool(interfaces),
        "processes": os.getpid() > 99,
    }


def _start_child(control: socket.socket, job: int, settings: dict[str, Any]) -> int:
    child = os.fork()
    if child == 0:
        _become_child(control, job, settings)
    os.close(job)
    handle = _pidfd(child)
    _send(control, str(child).encode(), [] if handle is None else [handle])
    if handle is not None:
        os.close(handle)
    return child


def _become_child(control: socket.socket, job: int, settings: dict[str, Any]) -> None:
    code = 1
    try:
        control.close()
        confine.confine(settings["limits"])
        serve_job(job)
        code = 0
    finally:
        os._exit(code)  # never back into the zygote's loop


def _pidfd(process: int) -> int | None:
    try:
        return os.pidfd_open(process)
    except (AttributeError, OSError):  # macOS has none; the starter kills by process id there
        return None


def _reap(children: set[int]) -> None:
    with contextlib.suppress(ChildProcessError):
        while ended := os.waitpid(-1, os.WNOHANG)[0]:
            children.discard(ended)


def _send(control: socket.socket, data: bytes, fds: list[int] | None = None) -> None:
    attached = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", fds))] if fds else []
    control.sendmsg([data], attached)
