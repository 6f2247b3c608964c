"""A process that runs jobs: part of ``upslope serve``, or ``upslope worker`` on any machine."""

import gc
import json
import logging
import os
import socket
import sys
from contextlib import ExitStack
from threading import Event, Thread, get_native_id

from django.db import DatabaseError, connections

from upslope.grading.errors import SandboxFailed
from upslope.grading.sandbox import Sandbox
from upslope.web.practice.making_ahead import make_ahead
from upslope.web.serving.database import bring_up_to_date, described
from upslope.web.serving.leases import Lease, take_up_silent
from upslope.web.serving.site import RARELY
from upslope.web.serving.stopping import close_within, stop_signal, wait_for
from upslope.web.serving.waking import Listening
from upslope.web.serving.worker import BackgroundWorker

_log = logging.getLogger("upslope.worker")

PATIENCE = 25.0  # seconds a running job may still take after the stop; then it goes back to the queue
SECONDS_TO_CLOSE = 3.0
SECONDS_BETWEEN_ROUNDS = 600.0  # after which a question that was mended meanwhile gets its variants


def work(threads: int) -> None:
    """Run jobs until SIGTERM or Ctrl-C. Raises CannotServe where there is no such database."""
    stop = stop_signal()
    bring_up_to_date()
    start = {
        "message": "Upslope takes jobs.",
        "machine": socket.gethostname(),
        "database": described(),
        "threads": threads,
        "sandbox": sandbox_in_words(),
    }
    sys.stdout.write(json.dumps(start, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    run_jobs(threads, stop)


def run_jobs(threads: int, stop: Event) -> None:
    """Run jobs in so many threads until the event; those that do not finish in time go back."""
    gc.set_threshold(*RARELY)
    lease = Lease(threads)
    worker = BackgroundWorker(threads, name=lease.name)
    with ExitStack() as running:
        running.callback(connections.close_all)
        running.callback(close_within, SECONDS_TO_CLOSE)
        lease.start()
        running.callback(_end_lease, lease)
        take_up_silent()
        worker.start()
        running.callback(worker.stop, PATIENCE)
        listening = Listening(worker.wake)
        listening.start()
        running.callback(listening.stop)
        Thread(target=_use_idle_time, args=(stop,), name="making ahead", daemon=True).start()
        wait_for(stop)


def sandbox_in_words() -> str:
    """Return how learner code is shut in on this machine. Starts a sandbox, tries it and ends it."""
    try:
        with Sandbox() as sandbox:
            tier = sandbox.tier
    except SandboxFailed as failure:
        return f"none: {failure}"
    return f"tier {tier.name}" if tier.for_others else f"{tier.name}. {tier.remedy} See `upslope sandbox`."


def _use_idle_time(stop: Event) -> None:
    """Make variants ahead, behind everything else that wants the processor."""
    if sys.platform == "linux":  # there a thread has a priority of its own
        os.setpriority(os.PRIO_PROCESS, get_native_id(), 19)
    while not stop.is_set():
        try:
            make_ahead(stop.is_set)
        except DatabaseError:
            _log.warning("The database is away; variants are made ahead later.")
        finally:
            connections.close_all()
        stop.wait(SECONDS_BETWEEN_ROUNDS)


def _end_lease(lease: Lease) -> None:
    try:
        lease.stop()
    except DatabaseError:
        _log.warning(
            "The database is away; the jobs of this worker are taken up when it has been silent long enough."
        )
