"""The zygote: a lean interpreter that has imported what learner code needs, and forks one child a job.

It speaks only with the process that started it, over one Unix socket: a job comes as a message with a socket
attached; the answer is the child's process id with a pidfd attached, so that the starter can kill the child
from outside whatever the child does.
"""

import array
import contextlib
import gc
import importlib
import json
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from . import confine, display, forking, landlock, stand_ins
from .job import serve_job

Fork = Callable[[], tuple[int, int | None]]


def serve(control_fd: int, settings: dict[str, Any]) -> None:
    """Import, report what children are shut in with, then fork one child a job until the socket closes."""
    control = socket.socket(fileno=control_fd)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is the starter's business
    sys.argv = [""]  # it says where things are
    _import(settings)
    measures = confine.prepare(settings)
    confine.drop_root(settings["user"])
    alone = measures.filter_program is not None and forking.can_fork_alone()
    fork = forking.fork_alone if alone else forking.fork
    gc.disable()
    gc.freeze()
    report = {
        "landlock": landlock.version(),
        "seccomp": measures.filter_program is not None,
        "own_processes": alone,
        "user": os.getuid(),
        "imports": os.access(os.__file__, os.R_OK),
    }
    _send(control, json.dumps(report).encode(), os.pidfd_open(os.getpid()))
    children: set[int] = set()
    while True:
        message, fds, _, _ = socket.recv_fds(control, 16, 1)
        _reap(children)
        if not message:
            break
        for fd in fds:
            children.add(_start_child(control, fd, fork, measures))
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def _import(settings: dict[str, Any]) -> None:
    folder = tempfile.mkdtemp()  # plotting keeps its list of fonts here, where nobody else can write
    os.environ["MPLCONFIGDIR"] = folder
    for name in settings["preload"]:
        importlib.import_module(name)
    if settings["stand_ins"]:
        sys.meta_path.insert(0, stand_ins.StandInFinder())
    else:
        display.warm_up()
    shutil.rmtree(folder, ignore_errors=True)


def _start_child(control: socket.socket, job: int, fork: Fork, measures: confine.Measures) -> int:
    child, handle = fork()
    if child == 0:
        _become_child(control, job, measures)
    os.close(job)
    _send(control, str(child).encode(), handle)
    return child


def _become_child(control: socket.socket, job: int, measures: confine.Measures) -> None:
    code = 1
    try:
        control.close()
        serve_job(socket.socket(fileno=job), lambda: confine.confine(measures, job))
        code = 0
    finally:
        os._exit(code)  # never back into the zygote's loop


def _reap(children: set[int]) -> None:
    with contextlib.suppress(ChildProcessError):
        while ended := os.waitpid(-1, os.WNOHANG)[0]:
            children.discard(ended)


def _send(control: socket.socket, data: bytes, handle: int | None) -> None:
    if handle is None:
        control.send(data)
        return
    control.sendmsg([data], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [handle]))])
    os.close(handle)
