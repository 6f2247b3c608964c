"""The process that keeps the lab sessions of a machine for all of its web workers."""

import logging
import os
import socket
from contextlib import suppress
from multiprocessing.connection import Connection, Listener, answer_challenge, deliver_challenge
from pathlib import Path
from threading import Event, Thread
from typing import Any

from django.conf import settings

from upslope.web.labs.remote_sessions import AWAY, answer_call, shared_secret
from upslope.web.labs.sessions import SessionPool
from upslope.web.serving.stopping import wait_for

_log = logging.getLogger(__name__)

MIB = 1024**2
MEMORY_OF_A_SESSION = 128 * MIB  # one with a few plots, measured; its limit is higher
SHARE_OF_MEMORY = 0.5
FEWEST = 6
BACKLOG = 128  # calls that may arrive in one moment


def most_open(memory: int | None = None) -> int:
    """Return how many sessions are kept open: as many as fit into half the memory (bytes), at least 6."""
    memory = _memory() if memory is None else memory
    return max(FEWEST, int(memory * SHARE_OF_MEMORY) // MEMORY_OF_A_SESSION)


class LabSessionKeeper:
    """Answers calls at a Unix socket with a pool of its own, each call in a thread, until it is closed."""

    def __init__(self, address: str, *, most: int) -> None:
        self._pool = SessionPool(most=most)
        names = ("run", "token", "open_count", "is_running", "interrupt", "close")
        self._methods: dict[str, Any] = {name: getattr(self._pool, name) for name in names}
        self._methods["warm"] = self._warm
        Path(address).unlink(missing_ok=True)  # of one that was killed
        self._listener = Listener(address, "AF_UNIX", backlog=BACKLOG)
        os.chmod(address, 0o600)
        self._is_open = True

    def serve(self) -> None:
        """Answer until ``close``."""
        while self._is_open:
            try:
                connection = self._listener.accept()
            except OSError:
                if self._is_open:
                    _log.exception("A call to the lab sessions could not be taken.")
                continue
            Thread(target=self._answer, args=(connection,), name="lab session call", daemon=True).start()

    def close(self) -> None:
        """End every session and the answering."""
        self._is_open = False
        address = str(self._listener.address)
        with suppress(OSError), socket.socket(socket.AF_UNIX) as last_call:
            last_call.connect(address)  # wakes the thread that waits for one
        self._listener.close()
        self._pool.close_all()

    def _answer(self, connection: Connection) -> None:
        try:
            prove_to_each_other(connection)
            answer_call(connection, self._methods)
        except AWAY:
            connection.close()  # who called is gone, or is nobody of ours
        except Exception:
            _log.exception("A call to the lab sessions failed.")
            connection.close()

    def _warm(self, key: Any, lab: Any) -> None:
        self._pool.warm(key, lab)


def keep_lab_sessions(stop: Event) -> None:
    """Keep the lab sessions of this machine until the event."""
    most = int(os.environ.get("UPSLOPE_MOST_LAB_SESSIONS", 0)) or most_open()
    keeper = LabSessionKeeper(settings.LAB_SESSIONS, most=most)
    Thread(target=keeper.serve, name="lab sessions", daemon=True).start()
    wait_for(stop)
    keeper.close()


def prove_to_each_other(connection: Connection) -> None:
    """Check that the caller knows the secret, and show that we do. It may dawdle: not for the main thread."""
    deliver_challenge(connection, shared_secret())
    answer_challenge(connection, shared_secret())


def _memory() -> int:
    """Return how many bytes this process may use: the machine's, or those its control group allows."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text().strip()
    except OSError:
        return total
    return min(total, int(limit)) if limit.isdigit() else total
