"""Jobs of processes that are gone: noticed because each process says now and then that it is alive.

A worker may be killed, lose its network or its power. It then falls silent, and whoever looks next puts its
jobs back. A job is tried three times. One that was only thought dead may still finish: what a job writes it
writes once, so nothing is doubled.
"""

import logging
import socket
from collections.abc import Sequence
from datetime import timedelta
from threading import Event, Thread
from typing import Any

from django.db import DatabaseError, connections, transaction
from django.db.models.functions import Now
from django.utils.crypto import get_random_string
from django_tasks_db.models import DBTaskResult

from upslope.web.labs.tasks import give_up_marking, mark_submission
from upslope.web.serving.models import JobWorker

_log = logging.getLogger(__name__)

NAME_LENGTH = 32
TIMES_A_JOB_IS_TRIED = 3
SECONDS_BETWEEN_SIGNS = 5.0
SILENT_FOR_SO_LONG = timedelta(seconds=30)  # and it counts as dead: within a minute a job is taken up again


class LeftRunning(Exception):
    """The process ended, or the database did, every time this job was run."""


class Lease:
    """Says, in a thread of its own, that this process is alive; puts back the jobs of those that are not."""

    def __init__(self, threads: int) -> None:
        self.name = new_name()
        self._threads = threads
        self._end = Event()
        self._telling = Thread(target=self._tell, name="job-worker-lease", daemon=True)

    def start(self) -> None:
        """Be known to the others from now on."""
        self._sign()
        self._telling.start()

    def stop(self) -> None:
        """Put back what this process was running, and be forgotten."""
        self._end.set()
        self._telling.join()
        put_back_jobs_of([self.name])
        JobWorker.objects.filter(name=self.name).delete()

    def _tell(self) -> None:
        try:
            while not self._end.wait(SECONDS_BETWEEN_SIGNS):
                try:
                    self._sign()
                    take_up_silent()
                except DatabaseError:
                    _log.warning("The database is away; this worker could not say that it is alive.")
                    connections.close_all()
        finally:
            connections.close_all()

    def _sign(self) -> None:
        alive = {"machine": socket.gethostname()[:200], "threads": self._threads, "seen": Now()}
        if not JobWorker.objects.filter(name=self.name).update(**alive):
            JobWorker.objects.create(name=self.name, **alive)


def new_name() -> str:
    """Return a name for a process that runs jobs."""
    return get_random_string(NAME_LENGTH)


def run_name(process: str) -> str:
    """Return a name for one run of a job by that process."""
    return process + get_random_string(NAME_LENGTH)


def take_up_silent() -> int:
    """Put back the jobs of processes that are silent or unknown; return how many there were."""
    JobWorker.objects.filter(seen__lt=Now() - SILENT_FOR_SO_LONG).delete()
    alive = set(JobWorker.objects.values_list("name", flat=True))
    return put_back_jobs_of(sorted({name for name in _at_work() if name[:NAME_LENGTH] not in alive}))


def take_up_left_jobs() -> None:
    """Put back every job that is said to run. For a process that knows it is alone, before it runs any."""
    JobWorker.objects.all().delete()
    put_back_jobs_of(_at_work())


def put_back_jobs_of(names: Sequence[str]) -> int:
    """Let others run the jobs of these runs or processes, or give them up; return how many there were."""
    if not names:
        return 0
    with transaction.atomic():
        # Who finishes or takes up a job in the same moment holds its row; that one needs nobody else.
        running = DBTaskResult.objects.running().select_for_update(skip_locked=True)
        left = [job for job in running if job.worker_ids and job.worker_ids[-1].startswith(tuple(names))]
        for job in left:
            _put_back(job)
    return len(left)


def try_again_after_database_failed(task_result: Any, **_signal: Any) -> None:
    """Put a job back that failed because of the database: it may be there again at the next try."""
    job: DBTaskResult[Any, Any] = task_result.db_result
    if job.status == "FAILED" and job.exception_class_path.startswith("django.db.utils."):
        _put_back(job)


def _at_work() -> list[str]:
    return [ids[-1] for ids in DBTaskResult.objects.running().values_list("worker_ids", flat=True) if ids]


def _put_back(job: DBTaskResult[Any, Any]) -> None:
    """Let a job be tried again; give up on one that has been tried often enough."""
    _log.warning("Job %s did not come to an end at try %d.", job.id, len(job.worker_ids))
    if len(job.worker_ids) < TIMES_A_JOB_IS_TRIED:
        job.status, job.started_at, job.finished_at = "READY", None, None
        job.save(update_fields=["status", "started_at", "finished_at"])
        return
    job.set_failed(LeftRunning(f"Cut off {TIMES_A_JOB_IS_TRIED} times while running {job.task_path}."))
    if job.task_path == mark_submission.module_path:
        give_up_marking(*job.args_kwargs["args"])
