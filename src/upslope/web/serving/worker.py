"""Running the jobs that pages put into the database: in threads, woken when a job is committed."""

import logging
import time
from threading import Event, Semaphore, Thread
from typing import Any

from django.db import DatabaseError, connections, transaction
from django_tasks.signals import task_enqueued, task_finished
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from upslope.web.serving.leases import new_name, put_back_jobs_of, run_name, try_again_after_database_failed

_log = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 30.0  # for jobs that are due at a set time; all others wake the worker at once
SECONDS_TO_RECOVER = 1.0


class BackgroundWorker:
    """Threads that run every waiting job, then sleep until there is another.

    Each job that this process commits wakes one of them for that one job; ``wake`` is for jobs of others.
    ``idle`` is set while one sleeps. ``name`` is the process, as the jobs are told.
    """

    def __init__(self, threads: int = 1, *, name: str = "") -> None:
        self.idle = Event()
        self._name = name or new_name()
        self._cut_off: list[str] = []  # runs that the database left in the middle
        self._committed = Semaphore(0)
        self._are_others = Event()  # jobs that another process has put there
        self._is_running = True
        self._threads = [
            Thread(target=self._run, name=f"background-worker-{number}", daemon=True)
            for number in range(1, threads + 1)
        ]

    def start(self) -> None:
        """Run what waits already, then wait for more."""
        task_enqueued.connect(self._note_job)
        task_finished.connect(try_again_after_database_failed, dispatch_uid="try again")
        for thread in self._threads:
            thread.start()

    def stop(self, patience: float) -> None:
        """Give running jobs ``patience`` seconds to finish; one cut off is taken up again later."""
        task_enqueued.disconnect(self._note_job)
        self._is_running = False
        self._committed.release(len(self._threads))
        deadline = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(deadline - time.monotonic(), 0.0))

    def wake(self) -> None:
        """Have one thread look for jobs; where it finds several it wakes another."""
        if not self._are_others.is_set():
            self._are_others.set()
            self._committed.release()

    def _note_job(self, **_signal: Any) -> None:
        transaction.on_commit(self._committed.release)

    def _run(self) -> None:
        try:
            self._run_all()
            while self._is_running:
                self.idle.set()
                was_woken = self._committed.acquire(timeout=SECONDS_BETWEEN_LOOKS)
                self.idle.clear()
                if was_woken and not self._are_others.is_set():
                    self._run_one()
                else:
                    self._are_others.clear()
                    self._run_all()
        finally:
            connections.close_all()

    def _run_all(self) -> None:
        while self._is_running and (waiting := self._count_waiting()):
            if waiting > 1:
                self.wake()
            self._run_one()

    def _count_waiting(self) -> int:
        """Return 0, 1, or 2 for more; 0 also where the database is away."""
        try:
            put_back_jobs_of(self._cut_off)
            self._cut_off = []
            return DBTaskResult.objects.ready()[:2].count()
        except DatabaseError:
            self._recover()
            return 0

    def _run_one(self) -> None:
        if not self._is_running:
            return
        name = run_name(self._name)
        try:
            _worker(most=1, name=name).run()
        except DatabaseError:
            self._cut_off.append(name)
            self._recover()

    def _recover(self) -> None:
        _log.warning("The database is away; its jobs wait.", exc_info=True)
        connections.close_all()
        time.sleep(SECONDS_TO_RECOVER)


def run_waiting_jobs() -> None:
    """Run every job that is waiting, in this thread."""
    _worker(most=None, name=run_name(new_name())).run()


def _worker(most: int | None, name: str) -> Worker:
    """Return what runs at most so many jobs and returns when none waits."""
    return Worker(
        queue_names=["*"],
        interval=0.05,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=most,
        worker_id=name,
        excluded_queue_names=[],
    )
