"""What wakes a worker: a job committed by this process, by another, or on another machine.

PostgreSQL tells at once (NOTIFY, sent when the transaction is committed). SQLite cannot, but to look costs a
twentieth of a millisecond there, so processes that share a file look ten times a second.
"""

import logging
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

import psycopg
from django.db import DatabaseError, connection, connections
from django_tasks.signals import task_enqueued
from django_tasks_db.models import DBTaskResult

_log = logging.getLogger(__name__)

CHANNEL = "upslope_jobs"
SECONDS_BETWEEN_LOOKS = 0.1  # at a file
SECONDS_WITHOUT_NEWS = 5.0  # after which a worker of PostgreSQL looks all the same
SECONDS_TO_RECOVER = 1.0


def tell_workers_everywhere() -> None:
    """Have each job that this process puts into the database wake the workers on all machines."""
    if connection.vendor == "postgresql":
        task_enqueued.connect(_notify, dispatch_uid="wake workers")


def _notify(**_signal: Any) -> None:
    # Inside the transaction: PostgreSQL delivers it when that is committed, and not at all otherwise.
    with connection.cursor() as cursor:
        cursor.execute(f"NOTIFY {CHANNEL}")


class Listening:
    """Calls ``wake`` for every job that somebody else has put into the database, from a thread of its own."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._end = Event()
        self._thread = Thread(target=self._run, name="job-news", daemon=True)

    def start(self) -> None:
        """Listen from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Stop listening."""
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        listen = self._hear if connection.vendor == "postgresql" else self._look
        while not self._end.is_set():
            try:
                listen()
            except (DatabaseError, psycopg.Error):
                _log.warning("The database is away; the worker asks again.")
                connections.close_all()
                self._end.wait(SECONDS_TO_RECOVER)
        connections.close_all()

    def _hear(self) -> None:
        connection.ensure_connection()
        wire: psycopg.Connection[Any] = connection.connection
        wire.execute(f"LISTEN {CHANNEL}")
        unheard = 0.0
        while not self._end.is_set():
            heard = sum(1 for _ in wire.notifies(timeout=0.5, stop_after=1))
            unheard = 0.0 if heard else unheard + 0.5
            if heard or unheard >= SECONDS_WITHOUT_NEWS:
                unheard = 0.0
                self._wake()

    def _look(self) -> None:
        while not self._end.wait(SECONDS_BETWEEN_LOOKS):
            if DBTaskResult.objects.ready().exists():
                self._wake()
