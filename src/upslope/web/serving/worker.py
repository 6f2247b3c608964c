"""Running the jobs that pages put into the database: in threads, woken when a job is committed."""

import time
from threading import Event, Semaphore, Thread
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
    """Threads that run every waiting job, then sleep until there is another.

    Each job that is committed wakes one of them for that one job. ``idle`` is set while one sleeps.
    """

    def __init__(self, threads: int = 1) -> None:
        self.idle = Event()
        self._committed = Semaphore(0)
        self._is_running = True
        self._threads = [
            Thread(target=self._run, name=f"background-worker-{number}", daemon=True)
            for number in range(1, threads + 1)
        ]

    def start(self) -> None:
        """Run what waits already, then wait for more."""
        task_enqueued.connect(self._note_job)
        for thread in self._threads:
            thread.start()

    def stop(self, patience: float) -> None:
        """Give running jobs ``patience`` seconds to finish; one cut off is taken up at the next start."""
        task_enqueued.disconnect(self._note_job)
        self._is_running = False
        self._committed.release(len(self._threads))
        deadline = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(deadline - time.monotonic(), 0.0))

    def _note_job(self, **_signal: Any) -> None:
        transaction.on_commit(self._committed.release)

    def _run(self) -> None:
        try:
            self._run_all()
            while self._is_running:
                self.idle.set()
                was_woken = self._committed.acquire(timeout=SECONDS_BETWEEN_LOOKS)
                self.idle.clear()
                if was_woken and self._is_running:
                    _worker(most=1).run()
                else:
                    self._run_all()
        finally:
            connections.close_all()

    def _run_all(self) -> None:
        while self._is_running and DBTaskResult.objects.ready().exists():
            _worker(most=1).run()


def run_waiting_jobs() -> None:
    """Run every job that is waiting, in this thread."""
    _worker(most=None).run()


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


def _worker(most: int | None) -> Worker:
    """Return what runs at most so many jobs and returns when none waits."""
    return Worker(
        queue_names=["*"],
        interval=0.05,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=most,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
