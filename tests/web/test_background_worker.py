"""Jobs: waiting in the database, run by the worker thread, taken up again after a kill."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from upslope.web.closing import close_at_the_end, close_everything
from upslope.web.serving.leases import TIMES_A_JOB_IS_TRIED, take_up_left_jobs
from upslope.web.serving.worker import BackgroundWorker, run_waiting_jobs

PATIENCE = 60.0
said: list[str] = []
done = Event()


@task
def say(word: str) -> None:
    said.append(word)
    done.set()


@pytest.fixture(autouse=True)
def silence() -> None:
    said.clear()
    done.clear()


@pytest.fixture
def worker() -> Iterator[BackgroundWorker]:
    running = BackgroundWorker()
    running.start()
    assert running.idle.wait(
        PATIENCE
    )  # in the tests' database, in memory, two threads would lock each other out
    yield running
    running.stop(PATIENCE)


@pytest.mark.django_db
def test_a_waiting_job_is_run_and_its_end_is_kept() -> None:
    result = say.enqueue("hello")
    run_waiting_jobs()
    result.refresh()

    assert said == ["hello"]
    assert result.status == TaskResultStatus.SUCCESSFUL


@pytest.mark.django_db(transaction=True)
def test_the_worker_wakes_when_a_job_is_committed(worker: BackgroundWorker) -> None:
    say.enqueue("hello")

    assert done.wait(PATIENCE)


@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_transaction_that_fails_is_never_run(worker: BackgroundWorker) -> None:
    with transaction.atomic():
        say.enqueue("never")
        transaction.set_rollback(True)
    say.enqueue("after")

    assert done.wait(PATIENCE)
    assert said == ["after"]


@pytest.mark.django_db
def test_a_job_left_running_by_a_killed_process_is_run_again() -> None:
    say.enqueue("again")
    DBTaskResult.objects.get().claim("a worker that was killed")

    take_up_left_jobs()
    run_waiting_jobs()

    assert said == ["again"]


@pytest.mark.django_db
def test_a_job_that_kills_its_process_each_time_is_given_up() -> None:
    say.enqueue("deadly")
    for attempt in range(TIMES_A_JOB_IS_TRIED):
        take_up_left_jobs()
        DBTaskResult.objects.get().claim(f"worker {attempt}")

    take_up_left_jobs()

    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED


def test_what_was_opened_last_is_closed_first_and_only_once(tmp_path: Path) -> None:
    closed: list[str] = []
    close_at_the_end(lambda: closed.append("first"))
    close_at_the_end(lambda: closed.append("second"))
    close_everything()
    close_everything()

    assert closed == ["second", "first"]
