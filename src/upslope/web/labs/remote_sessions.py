"""The door to lab sessions that another process of this machine keeps.

A class is served by several processes, and a request may reach any of them; the names a learner has made must
be found from each. One process holds the ``SessionPool``; the others have this in its place. Every call is
one connection over a Unix socket that only the server's own user can open, and both sides prove that they
know the site's secret.
"""

import hashlib
import hmac
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection
from threading import Thread
from typing import Any

from django.conf import settings

from upslope.grading.errors import SandboxFailed
from upslope.grading.lab import Lab
from upslope.grading.session import CellResult, Output
from upslope.web.labs.sessions import Key, Ran

SECONDS_TO_CONNECT = 4.0  # the process that keeps the sessions is back by then, should it have been ended
PAUSE = 0.05
AWAY = (OSError, EOFError, AuthenticationError)
CUT_OFF = "Python ended while it ran this cell. All names are gone: run the cells again from the top."
NOT_THERE = "The lab sessions of this machine are being started again. Try again in a moment."


def shared_secret() -> bytes:
    """Return what both sides of the socket know."""
    return hmac.digest(settings.SECRET_KEY.encode(), b"lab sessions", hashlib.sha256)


def portable(lab: Lab) -> Lab:
    """Return what a session needs of a lab: plain data. Its checks are functions, and stay here."""
    return replace(lab, cells=tuple(cell for cell in lab.cells if cell.given), checks=())


class RemoteSessions:
    """What ``SessionPool`` offers to pages, asked of the process at the socket. Safe to use from any thread.

    Where that process is away, no session is open; to run a cell then raises SandboxFailed with a sentence.
    """

    def __init__(self, address: str, *, patience: float = SECONDS_TO_CONNECT) -> None:
        self._address = address
        self._patience = patience

    def run(self, key: Key, lab: Lab, code: str, label: str) -> Ran:
        """Run code in the learner's session, opened if there is none; wait for a cell that runs already."""
        try:
            connection = self._connect(self._patience)
        except AWAY:
            raise SandboxFailed(NOT_THERE) from None
        try:
            ran: Ran = _exchange(connection, "run", key, portable(lab), code, label)
        except AWAY:
            return Ran(CellResult((Output("error", CUT_OFF),), 0.0, CUT_OFF), "")
        return ran

    def warm(self, key: Key, lab: Lab) -> Thread:
        """Have the learner's session opened, so that their first cell does not wait for it."""
        call = (None, "warm", key, portable(lab))
        asking = Thread(target=self._ask, args=call, name="lab session", daemon=True)
        asking.start()
        return asking

    def token(self, key: Key) -> str:
        """Return the token of the session that holds the learner's names, or an empty string."""
        return str(self._ask("", "token", key))

    def open_count(self) -> int:
        """Return how many sessions are open on this machine."""
        return int(self._ask(0, "open_count"))

    def is_running(self, key: Key) -> bool:
        """Return whether one of the learner's cells is running at this moment."""
        return bool(self._ask(False, "is_running", key))

    def interrupt(self, key: Key) -> bool:
        """Stop the cells that run or wait and return whether there was one."""
        return bool(self._ask(False, "interrupt", key))

    def close(self, key: Key) -> None:
        """Forget the learner's session and every name in it."""
        self._ask(None, "close", key)

    def _ask(self, otherwise: Any, method: str, *arguments: Any) -> Any:
        try:
            return _exchange(self._connect(self._patience), method, *arguments)
        except AWAY:
            return otherwise

    def _connect(self, seconds: float) -> Connection:
        """Connect; try again for a while, since a process that was ended is replaced at once."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                return Client(self._address, "AF_UNIX", authkey=shared_secret())
            except (FileNotFoundError, ConnectionRefusedError):
                if time.monotonic() > deadline:
                    raise
                time.sleep(PAUSE)


def _exchange(connection: Connection, method: str, *arguments: Any) -> Any:
    """Send one call and return its answer; raise what it raised there."""
    with connection:
        connection.send((method, arguments))
        answer = connection.recv()
    if isinstance(answer, SandboxFailed):
        raise answer
    return answer


def answer_call(connection: Connection, methods: dict[str, Callable[..., Any]]) -> None:
    """Read one call from the connection and send what it returns: the other side of ``RemoteSessions``."""
    with connection:
        method, arguments = connection.recv()
        try:
            answer = methods[method](*arguments)
        except SandboxFailed as failure:
            answer = failure
        connection.send(answer)
