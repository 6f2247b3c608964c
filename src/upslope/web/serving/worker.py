"""Running the jobs that pages put into the database: in one thread, woken when a job is committed."""

from threading import Event, Thread
from typing import Any

from django.db import connections, transaction
from django.utils.crypto import get_random_string
from django_tasks.signals import task_enqueued
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

SECONDS_BETWEEN_LOOKS = 30.0  # for jobs that are due at a set time; all others wake the worker at once
TIMES_A_JOB_IS_TRIED = 3


class LeftRunning(Exception):
    """The process was killed every time it ran this job."""


class BackgroundWorker:
    """A thread that runs every waiting job, then sleeps until there is another.

    ``idle`` is set while it sleeps.
    """

    def __init__(self) -> None:
        self.idle = Event()
        self._wake = Event()
        self._worker = _batch_worker()
        self._thread = Thread(target=self._run, name="background-worker", daemon=True)

    def start(self) -> None:
        """Take up what an earlier process left behind, then wait for more."""
        take_up_left_jobs()
        task_enqueued.connect(self._note_job)
        self._thread.start()

    def stop(self, patience: float) -> None:
        """Give the running job ``patience`` seconds to finish; one cut off is taken up at the next start."""
        task_enqueued.disconnect(self._note_job)
        self._worker.running = False
        self._wake.set()
        self._thread.join(patience)

    def _note_job(self, **_signal: Any) -> None:
        transaction.on_commit(self._wake.set)

    def _run(self) -> None:
        try:
            while self._worker.running:
                self._wake.clear()
                self._worker.run()
                self.idle.set()
                self._wake.wait(SECONDS_BETWEEN_LOOKS)
                self.idle.clear()
        finally:
            connections.close_all()


def run_waiting_jobs() -> None:
    """Run every job that is waiting, in this thread."""
    _batch_worker().run()


def take_up_left_jobs() -> None:
    """Put jobs back whose process was killed; give up on one that was being run each time that happened."""
    for job in DBTaskResult.objects.running():
        if len(job.worker_ids) >= TIMES_A_JOB_IS_TRIED:
            job.set_failed(
                LeftRunning(f"The process ended {TIMES_A_JOB_IS_TRIED} times while running {job.task_path}.")
            )
        else:
            job.status, job.started_at = "READY", None
            job.save(update_fields=["status", "started_at"])


def _batch_worker() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0.05,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
