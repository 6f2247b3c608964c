"""The server of a class: gunicorn's master, its web workers, and two processes beside them.

master ─┬─ web workers, each with threads         answer requests
        ├─ lab sessions                           the learners' Pythons, found from every web worker
        └─ jobs                                   marks what is handed in (none with ``--jobs 0``)

The master has loaded the whole site before it forks, so the workers share its memory; it never starts a
thread, a sandbox or a connection that they would inherit.
"""

import gc
import json
import logging
import shutil
import signal
import socket
import sys
import threading
from contextlib import ExitStack
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger

from upslope.web.serving.data_folder import CannotServe, claimed
from upslope.web.serving.database import bring_up_to_date, described
from upslope.web.serving.job_process import run_jobs, sandbox_in_words
from upslope.web.serving.lab_sessions import keep_lab_sessions
from upslope.web.serving.side_processes import SideProcess, SideProcesses
from upslope.web.serving.site import LARGEST_REQUEST, RARELY
from upslope.web.serving.stopping import close_within
from upslope.web.serving.waking import tell_workers_everywhere
from upslope.web.wsgi import application

GRACE = 30  # seconds that running requests have to finish, and then running jobs
SECONDS_TO_CLOSE = 3.0
WORKER_SILENT = 60  # seconds after which a web worker that does not even look for requests is replaced


def serve(host: str, port: int, workers: int, threads: int, jobs: int) -> None:
    """Serve until SIGTERM or Ctrl-C.

    Raises:
        CannotServe: the database is away or newer, or data folder or port are being served already.
    """
    with ExitStack() as held:
        if connection.vendor == "sqlite" and not held.enter_context(claimed(settings.DATA)):
            raise CannotServe(f"The course in {settings.DATA} is being served by another process already.")
        _require_free(host, port)
        bring_up_to_date()
        connections.close_all()
        _say_where(host, port, workers, jobs)
        gc.collect()
        gc.freeze()
        gc.set_threshold(*RARELY)
        if threading.active_count() > 1:  # what a fork would tear apart
            raise RuntimeError(f"Threads before the fork: {threading.enumerate()}")
        beside = [SideProcess("lab sessions", keep_lab_sessions)]
        if jobs:
            beside.append(SideProcess("jobs", partial(run_jobs, jobs)))
        place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        options = {"bind": [place], "workers": workers, "threads": threads}
        ClassMaster(ClassSite(options), beside).run()


class ClassSite(BaseApplication):  # type: ignore[misc]  # gunicorn comes without types
    """The site, with how gunicorn runs it."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = {
            **options,
            "worker_class": "upslope.web.serving.web_worker.FairWorker",
            "graceful_timeout": GRACE,
            "timeout": WORKER_SILENT,
            "keepalive": 15,  # a balancer that comes again within seconds finds the door open
            "control_socket_disable": True,
            "logger_class": PlainLogger,
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,
            "post_worker_init": _begin_worker,
            "worker_exit": _end_worker,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return _with_limit(application)


class ClassMaster(Arbiter):  # type: ignore[misc]  # gunicorn comes without types
    """Gunicorn's master, which also looks after the processes beside the web workers."""

    def __init__(self, site: ClassSite, beside: list[SideProcess]) -> None:
        super().__init__(site)
        self._beside = SideProcesses(beside, self._close_listeners)

    def manage_workers(self) -> None:
        self._beside.look()
        super().manage_workers()

    def handle_int(self) -> None:
        """Ctrl-C is as good as SIGTERM; a second one makes it quick."""
        self.handle_term()

    def stop(self, graceful: bool = True) -> None:
        """End the web workers first: a cell or a verdict they wait for comes from the others."""
        super().stop(graceful)
        self._beside.stop(GRACE + SECONDS_TO_CLOSE if graceful else SECONDS_TO_CLOSE)
        shutil.rmtree(Path(settings.LAB_SESSIONS).parent, ignore_errors=True)

    def _close_listeners(self) -> None:
        for listener in self.LISTENERS:
            listener.close()


class PlainLogger(Logger):  # type: ignore[misc]  # gunicorn comes without types
    """Leaves to Django's logging what is written where; requests are noted by our own middleware."""

    def setup(self, cfg: Any) -> None:
        self.cfg = cfg
        self.error_log.propagate = True
        self.error_log.setLevel(logging.WARNING)

    def access(self, *_what: Any) -> None:
        """Write nothing."""


def _begin_worker(_worker: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal; the master says when
    tell_workers_everywhere()


def _end_worker(_master: Any, _worker: Any) -> None:
    close_within(SECONDS_TO_CLOSE)
    connections.close_all()


def _with_limit(site: Any) -> Any:
    """Refuse a body far larger than anything we take before it is read; answer HEAD without a body."""

    def limited(environ: dict[str, Any], start_response: Any) -> Any:
        length = environ.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) > LARGEST_REQUEST:
            start_response("413 Content Too Large", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"This is larger than anything that is taken here.\n"]
        answer = site(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return answer
        if hasattr(answer, "close"):
            answer.close()
        return []  # gunicorn would drop the body, with a warning each time

    return limited


def _require_free(host: str, port: int) -> None:
    """Gunicorn would try again and again, with a line in the log each time."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as reason:
            raise CannotServe(
                f"{host}:{port} cannot be listened at ({reason.strerror}). Is another program there? "
                "Stop it, or choose another place with --listen."
            ) from reason


def _say_where(host: str, port: int, workers: int, jobs: int) -> None:
    """Print one line: where, on what, with how many, and how well learner code is shut in."""
    line = {
        "message": "Upslope serves a class.",
        "base_url": settings.BASE_URL,
        "listen": f"{host}:{port}",
        "database": described(),
        "data": str(settings.DATA),
        "workers": workers,
        "jobs": jobs,
        "sandbox": _tried_elsewhere(),
        "sign_up": settings.SIGN_UP,
        "mail": settings.EMAIL_HOST
        if settings.HAS_MAIL
        else "none: addresses are not confirmed, forgotten passwords need `upslope operator --link EMAIL`. "
        "Set UPSLOPE_MAIL.",
    }
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _tried_elsewhere() -> str:
    """Try the sandbox in a process of its own: it starts a thread and another process."""
    fork = get_context("fork")
    here, there = fork.Pipe(duplex=False)
    trial = fork.Process(target=_tell_sandbox, args=(there,))
    trial.start()
    there.close()
    try:
        return str(here.recv())
    except EOFError:
        return "none: it could not be tried"
    finally:
        trial.join()


def _tell_sandbox(answer: Any) -> None:
    answer.send(sandbox_in_words())
