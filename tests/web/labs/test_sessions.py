"""The pool of sessions, with real sessions in one real sandbox and a clock in the test's hands."""

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread

import pytest

from upslope.grading.lab import Lab
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.launch import SESSIONS
from upslope.grading.session import LabSession
from upslope.web.labs.sessions import MOST_WAITING, Ran, SessionPool

HERS, HIS, THIRD = (1, "a/lab"), (2, "a/lab"), (3, "a/lab")


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One sandbox for all these tests: starting it takes longer than all of them."""
    with Sandbox(SESSIONS) as sandbox:
        yield sandbox


@pytest.fixture
def two_seats(clock: Clock, sandbox: Sandbox) -> Iterator[SessionPool]:
    pool = SessionPool(lambda lab, _: LabSession(lab, sandbox), most=2, idle=60, clock=clock)
    yield pool
    pool.close_all()


def text_of(ran: Ran) -> str:
    return "".join(output.data for output in ran.result.outputs)


@pytest.fixture
def run(two_seats: SessionPool, lab: Lab) -> "Run":
    return Run(two_seats, lab)


@dataclass(frozen=True)
class Run:
    pool: SessionPool
    lab: Lab

    def __call__(self, key: tuple[int, str], code: str) -> Ran:
        return self.pool.run(key, self.lab, code, "cell 1")


def test_names_last_from_one_cell_to_the_next_and_are_nobody_elses(run: Run) -> None:
    first = run(HERS, "secret = 41")
    second = run(HERS, "print(secret + 1)")
    assert text_of(second) == "42\n"
    assert second.token == first.token
    assert "NameError" in text_of(run(HIS, "secret"))


def test_the_given_names_of_the_lab_are_there_from_the_start(run: Run) -> None:
    assert text_of(run(HERS, "print(len(x), f(0.0, 0.0, 1.0) < 0.4)")) == "28 True\n"


def test_an_idle_session_is_closed_and_the_next_cell_has_another_token(run: Run, clock: Clock) -> None:
    before = run(HERS, "a = 1")
    clock.now = 61
    assert run.pool.close_idle() == 1
    assert run.pool.token(HERS) == ""
    after = run(HERS, "a")
    assert after.token != before.token
    assert "NameError" in text_of(after)


def test_a_session_that_is_used_is_not_closed(run: Run, clock: Clock) -> None:
    run(HERS, "a = 1")
    clock.now = 50
    run(HERS, "a")
    clock.now = 61
    assert run.pool.close_idle() == 0


def test_when_all_seats_are_taken_the_one_unused_for_longest_is_closed(run: Run, clock: Clock) -> None:
    for key in (HERS, HIS):
        clock.now += 1
        run(key, "a = 1")
    run(THIRD, "a = 1")
    assert [bool(run.pool.token(key)) for key in (HERS, HIS, THIRD)] == [False, True, True]


def test_stop_interrupts_an_endless_loop_and_names_stay(run: Run) -> None:
    run(HERS, "a = 7")
    stopped = run_and_stop(run, "while True: pass")
    assert stopped.result.ended is None
    assert text_of(run(HERS, "a")) == "7"


def test_stop_ends_a_loop_that_does_not_listen_and_its_session(run: Run) -> None:
    deaf = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"
    # A stop can come before the cell has made itself deaf, and ends it in the usual way.
    stops = (run_and_stop(run, deaf) for _ in range(9))
    assert any(stopped.result.ended is not None for stopped in stops)
    assert run.pool.token(HERS) == ""


def run_and_stop(run: Run, code: str) -> Ran:
    """Run endless code in a thread; stop it as soon as it runs."""
    results: list[Ran] = []
    worker = Thread(target=lambda: results.append(run(HERS, code)))
    run(HERS, "0")
    worker.start()
    while not run.pool.is_running(HERS):
        pass
    assert run.pool.interrupt(HERS)
    worker.join()
    return results[0]


def test_a_cell_stopped_while_it_waits_for_another_does_not_run(run: Run) -> None:
    results: list[Ran] = []
    first = Thread(target=lambda: results.append(run(HERS, "while True: pass")))
    second = Thread(target=lambda: results.append(run(HERS, "waited = 1")))
    run(HERS, "0")
    first.start()
    second.start()
    while run.pool._seats[HERS].waiting < 2:
        pass
    while any(thread.is_alive() for thread in (first, second)):
        run.pool.interrupt(HERS)
    assert ["stopped" in text_of(result) for result in results] == [True, True]
    assert "waited" not in text_of(run(HERS, "'waited' in dir() and 'waited'"))


def test_a_cell_that_takes_too_long_is_stopped_by_the_clock_and_told_so(lab: Lab, sandbox: Sandbox) -> None:
    pool = SessionPool(lambda lab, _: LabSession(lab, sandbox, cell_seconds=0.6))
    assert "ran for 1 seconds and was stopped" in text_of(pool.run(HERS, lab, "while True: pass", "cell 1"))
    pool.close_all()


def test_a_warm_session_holds_no_names_yet(run: Run) -> None:
    run.pool.warm(HERS, run.lab).join()
    assert run.pool.token(HERS) == ""
    assert text_of(run(HERS, "len(x)")) == "28"


def test_nothing_to_stop_is_no_error(run: Run) -> None:
    assert run.pool.interrupt(HERS) is False


def test_a_cell_too_many_is_told_so_at_once_and_leaves_the_server_a_thread(run: Run) -> None:
    told: list[str] = []
    crowd = [
        Thread(target=lambda: told.append(text_of(run(HERS, "while True: pass"))))
        for _ in range(MOST_WAITING + 1)
    ]
    for thread in crowd:
        thread.start()
    while not told:  # the one too many; the others are running and waiting
        crowd[0].join(0.01)
    sentence = told[0]

    run.pool.interrupt(HERS)
    for thread in crowd:
        thread.join()

    assert "Run this one when they are done" in sentence
