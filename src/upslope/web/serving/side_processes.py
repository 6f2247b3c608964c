"""Processes that run beside the web workers, started by their master and started again when they die."""

import logging
import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event, Thread

from upslope.web.serving.stopping import stop_signal

_log = logging.getLogger("upslope.serve")

SECONDS_BETWEEN_STARTS = 1.0  # so that one that cannot start does not keep the machine busy
SECONDS_BETWEEN_LOOKS = 1.0
ALL_SIGNALS = ("HUP", "QUIT", "USR1", "USR2", "TTIN", "TTOU", "WINCH", "CHLD")


@dataclass
class SideProcess:
    """What runs, under which name, until the event it is given; its number while it does."""

    name: str
    work: Callable[[Event], None]
    number: int = 0
    started: float = 0.0


class SideProcesses:
    """Forks them off a process without threads, looks whether they live, and ends them."""

    def __init__(self, processes: Sequence[SideProcess], close_in_child: Callable[[], None]) -> None:
        self._processes = processes
        self._close_in_child = close_in_child

    def look(self) -> None:
        """Start those that do not run."""
        for one in self._processes:
            if is_alive(one.number):
                continue
            if one.number:
                _log.error("The process of the %s ended; it is started again.", one.name)
            if time.monotonic() - one.started >= SECONDS_BETWEEN_STARTS:
                self._start(one)
            else:
                one.number = 0

    def stop(self, patience: float) -> None:
        """Ask all to end, wait, and kill those that do not."""
        for one in self._processes:
            _send(one.number, signal.SIGTERM)
        deadline = time.monotonic() + patience
        while any(is_alive(one.number) for one in self._processes) and time.monotonic() < deadline:
            time.sleep(0.05)
        for one in self._processes:
            if is_alive(one.number):
                _send(one.number, signal.SIGKILL)
            one.number = 0

    def _start(self, one: SideProcess) -> None:
        one.started = time.monotonic()
        master = os.getpid()
        one.number = os.fork()
        if one.number == 0:
            code = 1
            try:  # nothing of the master's stack may be unwound in here
                self._close_in_child()
                _run(one, master)
                code = 0
            except BaseException:
                _log.exception("The process of the %s failed.", one.name)
            finally:
                os._exit(code)


def is_alive(number: int) -> bool:
    """Return whether this child of ours runs; one that has ended is buried."""
    if not number:
        return False
    try:
        return os.waitpid(number, os.WNOHANG)[0] == 0
    except ChildProcessError:  # gunicorn buries whatever it finds
        return False


def _run(one: SideProcess, master: int) -> None:
    for name in ALL_SIGNALS:
        signal.signal(getattr(signal, f"SIG{name}"), signal.SIG_DFL)
    stop = stop_signal()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal; the master says when
    Thread(target=_end_with, args=(master, stop), name="master watch", daemon=True).start()
    one.work(stop)


def _end_with(master: int, stop: Event) -> None:
    """End when the master is gone, even if it was killed."""
    while not stop.wait(SECONDS_BETWEEN_LOOKS):
        if os.getppid() != master:
            stop.set()


def _send(number: int, how: signal.Signals) -> None:
    if is_alive(number):
        os.kill(number, how)
