"""Shares the work of a check out among processes."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from threading import current_thread, main_thread

from upslope.course.lint.unit import Outcome, check_unit
from upslope.course.schema import Course

# Variants: drawing and marking so many takes about as long as starting a process does.
WORTH_A_START = 400


@dataclass(frozen=True)
class Workers:
    """How many processes may work at once, and what each new one does first."""

    jobs: int = 1
    prepare: Callable[[], object] | None = None

    def outcomes(self, course: Course, names: Sequence[str], seeds: int) -> Iterator[tuple[str, Outcome]]:
        """Yield the outcome for each of ``names`` as soon as it is there."""
        jobs = min(self.jobs, len(names) * seeds // WORTH_A_START)
        if jobs > 1:
            yield from self._from_many(jobs, course, names, seeds)
        else:
            yield from ((name, check_unit(course, name, seeds)) for name in names)

    def _from_many(
        self, jobs: int, course: Course, names: Sequence[str], seeds: int
    ) -> Iterator[tuple[str, Outcome]]:
        others = set(active_children())
        # A fresh interpreter for each: forking a process whose libraries have threads may hang.
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (self.prepare,))
        is_whole = False
        try:
            with _interrupts_held_back():  # by the processes that are started here, until they have begun
                waiting = {pool.submit(check_unit, course, name, seeds): name for name in names}
            for done in as_completed(waiting):
                yield waiting[done], done.result()
            is_whole = True
        finally:
            for process in () if is_whole else set(active_children()) - others:
                process.terminate()
            pool.shutdown(cancel_futures=True)


ALONE = Workers()


def usual_jobs() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Start processes that do not hear Ctrl-C. Only a main thread can, and only it is told of Ctrl-C."""
    if current_thread() is not main_thread():
        yield
        return
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)


def _begin(prepare: Callable[[], object] | None) -> None:
    """Ctrl-C ends a worker at once and without a word; the process that started it speaks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if prepare is not None:
        prepare()
