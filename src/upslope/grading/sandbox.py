"""The sandbox: a zygote behind a socket, and one confined child for every job it is given.

with Sandbox() as sandbox, sandbox.open_child() as child:
    child.load([("cell 1", "def double(x): return 2*x")], ["double"])
    child.call("double", [(3.0,)])
"""

import array
import contextlib
import json
import os
import socket
import subprocess
import threading
from types import TracebackType
from typing import Any, Self

from upslope.grading.child import Child
from upslope.grading.errors import SandboxFailed
from upslope.grading.launch import ENVIRONMENT, GRADING, Profile, bubblewrap_command, plain_command
from upslope.grading.tiers import PLAIN, Tier, tier_of

START_SECONDS = 30.0
FORK_SECONDS = 5.0


class Zygote:
    """One running zygote process. Raises SandboxFailed if the command does not become one."""

    def __init__(self, command: list[str], theirs: socket.socket, ours: socket.socket) -> None:
        self._socket = ours
        self._started = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._command = command
        # bubblewrap dies with the *thread* that started it, so that thread lives exactly as long as the
        # zygote.
        self._keeper = threading.Thread(target=self._keep, args=(theirs,), name="sandbox zygote", daemon=True)
        self._keeper.start()
        self._started.wait()
        theirs.close()
        ours.settimeout(START_SECONDS)
        try:
            self.seen: dict[str, Any] = json.loads(ours.recv(4096))
        except (OSError, ValueError):
            self.close()
            raise SandboxFailed(f"The sandbox did not start: {command[0]}.") from None
        ours.settimeout(FORK_SECONDS)

    def _keep(self, theirs: socket.socket) -> None:
        try:
            self._process = subprocess.Popen(
                self._command,
                pass_fds=[theirs.fileno()],
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            self._process = None
        self._started.set()
        if self._process is not None:
            self._process.wait()

    def fork(self, job: socket.socket) -> tuple[int, int | None]:
        """Start a child that serves ``job``; return its process id in there, and a pidfd if there are any."""
        try:
            attached = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [job.fileno()]))]
            self._socket.sendmsg([b"fork"], attached)
            message, fds, _, _ = socket.recv_fds(self._socket, 64, 1)
            return int(message), fds[0] if fds else None
        except (OSError, ValueError):
            raise SandboxFailed("The sandbox has died; it starts again with the next job.") from None

    def close(self) -> None:
        """End the zygote and every child that is left. Returns when they are gone."""
        self._socket.close()
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.5)  # it ends by itself when its socket closes
            self._process.kill()
        self._keeper.join()


class Sandbox:
    """Runs learner code in confined children of one zygote. Safe to use from several threads.

    It starts with the first child, or on entering it as a context manager, and again after it has died.
    """

    def __init__(self, profile: Profile = GRADING) -> None:
        self._profile = profile
        self._zygote: Zygote | None = None
        self._tier = PLAIN
        self._own_numbers = False  # whether children count processes in a namespace of their own
        self._lock = threading.Lock()
        self._children: set[Child] = set()

    @property
    def tier(self) -> Tier:
        """What holds learner code in here, as measured; starts the zygote if it is not running."""
        with self._lock:
            self._running()
        return self._tier

    def open_child(self) -> Child:
        """Return a new child; raises SandboxFailed if none can be started."""
        with self._lock:
            for attempt in (1, 2):
                ours, theirs = socket.socketpair()
                try:
                    process, handle = self._running().fork(theirs)
                    break
                except SandboxFailed:
                    ours.close()
                    self._stop()
                    if attempt == 2:
                        raise
                finally:
                    theirs.close()
            self._children = {child for child in self._children if not child.closed}
            child = Child(ours, handle, None if self._own_numbers else process)
            self._children.add(child)
            return child

    def close(self) -> None:
        """End the zygote and all its children."""
        with self._lock:
            for child in self._children:
                child.close()
            self._stop()

    def __enter__(self) -> Self:
        with self._lock:
            self._running()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _running(self) -> Zygote:
        if self._zygote is None:
            self._zygote = self._start_bubblewrapped() or self._start(plain_command)
        return self._zygote

    def _start_bubblewrapped(self) -> Zygote | None:
        with contextlib.suppress(SandboxFailed):
            zygote = self._start(bubblewrap_command)
            self._tier = tier_of(zygote.seen, own_user=os.getuid() == 0)
            self._own_numbers = True
            return zygote
        self._tier, self._own_numbers = PLAIN, False
        return None

    def _start(self, command_for: Any) -> Zygote:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        command = command_for(theirs.fileno(), self._profile)
        if command is None:
            ours.close()
            theirs.close()
            raise SandboxFailed("There is no bubblewrap on this machine.")
        return Zygote(command, theirs, ours)

    def _stop(self) -> None:
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None
