"""Races: run in a thread, with how far they are in the database, where any page of the learner can look."""

import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import close_old_connections, connection, transaction
from django.utils import timezone

from upslope.grading.errors import SandboxFailed
from upslope.grading.pits.pit_race import Race, Stopped, run_race
from upslope.grading.pits.pit_strategy import PitStrategy
from upslope.web.labs.marking import grading_sandbox
from upslope.web.sandpit.models import PitWork
from upslope.web.sandpit.race_record import is_better, record_of

TELL_EVERY = 0.2  # seconds
GONE_AFTER = timedelta(seconds=15)  # a race that says nothing for so long has died with its server
AT_ONCE = 2  # races of one server; the others wait

NOT_RUN = "No race can be run on this machine right now. Your code is safe; try again in a moment."
BROKEN = "The race broke off, and it was not your code’s fault. Please start it again."
CUT_OFF = "The race was cut off, perhaps because the course was stopped. Start it again."

_log = logging.getLogger(__name__)
_lanes = threading.Semaphore(AT_ONCE)


def start_race(work: PitWork, number: int, strategy: PitStrategy) -> threading.Thread:
    """Start a race in the background. One that is running for the same learner and lab stops."""
    runner = uuid.uuid4()
    PitWork.objects.filter(pk=work.pk).update(runner=runner, done=0, alive=timezone.now(), problem="")
    thread = threading.Thread(
        target=_in_background, args=(work.pk, runner, number, strategy), name="sandpit race", daemon=True
    )
    thread.start()
    return thread


def stop_race(work: PitWork) -> None:
    """Have the race that is running stop, if there is one; the result of the one before stays."""
    PitWork.objects.filter(pk=work.pk).update(runner=None)


def is_running(work: PitWork) -> bool:
    """Whether a race is running. One that has been silent for long is given up, and the page told so."""
    if work.runner is None:
        return False
    if work.alive is not None and timezone.now() - work.alive < GONE_AFTER:
        return True
    PitWork.objects.filter(pk=work.pk, runner=work.runner).update(runner=None, problem=CUT_OFF)
    work.refresh_from_db()
    return False


def race(pk: int, runner: uuid.UUID, number: int, strategy: PitStrategy) -> None:
    """Run a race and keep its result, unless it has been stopped or another was started meanwhile."""
    tell = _teller(pk, runner)
    try:
        with _lane(tell):
            result = run_race(number, strategy, grading_sandbox(), tell)
    except Stopped:
        return
    except SandboxFailed:
        _give_up(pk, runner, NOT_RUN)
    else:
        _keep(pk, runner, result, strategy.source)


@contextmanager
def _lane(tell: Callable[[int], bool]) -> Iterator[None]:
    """Wait until fewer races run; raise Stopped if this one is no longer wanted when its turn has come."""
    while not _lanes.acquire(timeout=TELL_EVERY):
        if not tell(0):
            raise Stopped
    try:
        if not tell(0):
            raise Stopped
        yield
    finally:
        _lanes.release()


def _in_background(pk: int, runner: uuid.UUID, number: int, strategy: PitStrategy) -> None:
    close_old_connections()
    try:
        race(pk, runner, number, strategy)
    except Exception:  # whatever broke, the learner must not wait for ever
        _log.exception("A race over sandpits broke off.")
        _give_up(pk, runner, BROKEN)
    finally:
        connection.close()


def _teller(pk: int, runner: uuid.UUID) -> Callable[[int], bool]:
    """Return what notes how far a race is, a few times a second, and answers whether it is still wanted."""
    last = 0.0

    def tell(done: int) -> bool:
        nonlocal last
        if time.monotonic() - last < TELL_EVERY:
            return True
        last = time.monotonic()
        mine = PitWork.objects.filter(pk=pk, runner=runner)
        return mine.update(done=done, alive=timezone.now()) == 1

    return tell


def _give_up(pk: int, runner: uuid.UUID, sentence: str) -> None:
    PitWork.objects.filter(pk=pk, runner=runner).update(runner=None, problem=sentence)


def _keep(pk: int, runner: uuid.UUID, result: Race, source: str) -> None:
    record = record_of(result)
    with transaction.atomic():
        work = PitWork.objects.select_for_update().get(pk=pk)
        if work.runner != runner:
            return
        work.runner, work.race = None, record
        if is_better(record, work.best):
            work.best = {**record, "source": source}
        work.save(update_fields=["runner", "race", "best"])
