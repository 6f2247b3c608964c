"""What an operator wants to know, gathered when the page is asked for."""

import platform
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import django
from django.conf import settings
from django.db.models import Count, Min
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from upslope.grading.errors import SandboxFailed
from upslope.grading.sandbox.sandbox import Standing
from upslope.web.accounts.models import User
from upslope.web.labs.marking import grading_sandbox
from upslope.web.labs.models import LabSubmission
from upslope.web.labs.open_sessions import pool
from upslope.web.labs.words import ago

PACKAGES = ("numpy", "scipy", "matplotlib", "waitress", "django-tasks-db")
FAILED_SHOWN = 10


@dataclass(frozen=True)
class Jobs:
    """The queue: how many jobs wait, run and failed, and since when the first of those that wait does."""

    waiting: int
    running: int
    done: int
    failed: int
    oldest: str


@dataclass(frozen=True)
class FailedJob:
    """A job that broke: its name, when, the last line of its traceback, and all of it."""

    name: str
    when: str
    error: str
    traceback: str


@dataclass(frozen=True)
class Disk:
    """Where the data is, how large it has grown, and how much room there is. Sizes in bytes."""

    folder: Path
    database: int
    log: int
    free: int


def sandbox_standing() -> Standing | str:
    """Return how learner code is shut in, or a sentence that says why none can be run."""
    try:
        return grading_sandbox().standing
    except SandboxFailed as failure:
        return str(failure)


def versions() -> list[tuple[str, str]]:
    """Return what this course runs on, by name."""
    system = [
        ("Upslope", version("upslope")),
        ("Python", platform.python_version()),
        ("Django", django.get_version()),
        ("SQLite", sqlite3.sqlite_version),
        ("System", f"{platform.system()} {platform.release()}, {platform.machine()}"),
        ("bubblewrap", shutil.which("bwrap") or "not installed"),
    ]
    return [*system, *((name, version(name)) for name in PACKAGES)]


def jobs() -> Jobs:
    """Return how the queue stands."""
    counts = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")))
    waiting = DBTaskResult.objects.ready().order_by()
    oldest: datetime | None = waiting.aggregate(first=Min("enqueued_at"))["first"]
    return Jobs(
        waiting=counts.get("READY", 0),
        running=counts.get("RUNNING", 0),
        done=counts.get("SUCCESSFUL", 0),
        failed=counts.get("FAILED", 0),
        oldest=ago(oldest) if oldest else "",
    )


def failed_jobs() -> list[FailedJob]:
    """Return the jobs that broke last."""
    failed = DBTaskResult.objects.failed().order_by("-finished_at")[:FAILED_SHOWN]
    return [
        FailedJob(
            one.task_path.rpartition(".")[2],
            ago(one.finished_at or timezone.now()),
            one.traceback.strip().rpartition("\n")[2],
            one.traceback,
        )
        for one in failed
    ]


def disk() -> Disk:
    """Return how much room the database takes and how much is left."""
    file = Path(str(settings.DATABASES["default"]["NAME"]))
    log = file.with_name(file.name + "-wal")
    folder = file.parent
    free = shutil.disk_usage(folder if folder.is_dir() else Path.home()).free
    return Disk(folder, _size(file), _size(log), free)


def counts() -> Sequence[tuple[str, int]]:
    """Return how much there is of what, in words."""
    return [
        ("people", User.objects.count()),
        ("lab submissions", LabSubmission.objects.count()),
        ("lab sessions open now", pool.open_count()),
    ]


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0
