"""The zygote as seen from outside: one process that forks a confined child for every job. Linux only."""

import array
import contextlib
import json
import os
import socket
import subprocess
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, NamedTuple

from upslope.grading.errors import SandboxFailed
from upslope.grading.sandbox.launch import ENVIRONMENT, Profile
from upslope.grading.sandbox.processes import Forked, Handle

START_SECONDS = 30.0
FORK_SECONDS = 5.0
# Should the machine run out of memory, learner code is to be ended first, and never the server.
FIRST_TO_GO = ("/bin/sh", "-c", 'echo 800 > /proc/self/oom_score_adj; exec "$0" "$@"')
DEAD = "The sandbox has died; it starts again with the next job."


class Job(NamedTuple):
    """Our end of the socket to a child, a hold on its process, and whether what it depends on has died."""

    channel: socket.socket
    process: Handle
    is_lost: Callable[[], bool]


class Zygote:
    """One running zygote. Raises SandboxFailed if the command does not become one.

    Children are ordered before they are needed, so that one is ready, warm and shut in, when a job comes.
    """

    def __init__(self, command_for: Callable[[int, Profile], list[str] | None], profile: Profile) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = command_for(theirs.fileno(), profile)
        self._socket = ours
        self._spare = profile.spare
        self._ordered: deque[socket.socket] = deque()
        self._process: subprocess.Popen[bytes] | None = None
        self._started = threading.Event()
        if command is None:
            ours.close()
            theirs.close()
            raise SandboxFailed("A program that the sandbox needs is not installed.")
        # bubblewrap dies with the *thread* that started it, so that thread lives as long as the zygote.
        keep = threading.Thread(target=self._keep, args=(command, theirs), name="sandbox zygote", daemon=True)
        self._keeper = keep
        keep.start()
        self._started.wait()
        theirs.close()
        self.report, self._self = self._introduced(command[0])

    def take(self) -> Job:
        """Return a child that is ready, and order the next. Raises SandboxFailed if the zygote is dead."""
        channel = None
        try:
            self._order(1)
            channel = self._ordered.popleft()
            job = Job(channel, self._answer(), self._self.has_ended)
        except (OSError, ValueError, IndexError):
            if channel is not None:
                channel.close()
            raise SandboxFailed(DEAD) from None
        with contextlib.suppress(OSError):  # it has died this moment; who comes next will see
            self._order(self._spare)
        return job

    def has_ended(self) -> bool:
        """Whether the zygote is dead; its children may be too, through no fault of their own."""
        return self._self.has_ended()

    def close(self) -> None:
        """End the zygote and every child that is left. Returns when they are gone."""
        self._socket.close()
        for channel in self._ordered:
            channel.close()
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.5)  # it ends by itself when its socket closes
            self._process.kill()
        self._keeper.join()
        self._self.close()

    def _introduced(self, program: str) -> tuple[dict[str, Any], Forked]:
        self._socket.settimeout(START_SECONDS)
        try:
            message, handles, _, _ = socket.recv_fds(self._socket, 4096, 1)
            report, itself = json.loads(message), Forked(handles[0])
        except (OSError, ValueError, IndexError):
            self._self = Forked(None)
            self.close()
            raise SandboxFailed(f"The sandbox did not start: {program}.") from None
        self._socket.settimeout(FORK_SECONDS)
        return report, itself

    def _order(self, wanted: int) -> None:
        """Have the zygote fork until so many children are on their way; their answers are read when taken."""
        while len(self._ordered) < wanted:
            ours, theirs = socket.socketpair()
            with theirs:
                attached = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [theirs.fileno()]))]
                try:
                    self._socket.sendmsg([b"fork"], attached)
                except OSError:
                    ours.close()
                    raise
            self._ordered.append(ours)

    def _answer(self) -> Forked:
        if self.has_ended():  # an answer may still lie there, of a child that died with it
            raise BrokenPipeError
        _, handles, _, _ = socket.recv_fds(self._socket, 64, 1)
        return Forked(handles[0])

    def _keep(self, command: list[str], theirs: socket.socket) -> None:
        try:
            self._process = subprocess.Popen(
                [*(FIRST_TO_GO if os.path.exists(FIRST_TO_GO[0]) else ()), *command],
                pass_fds=[theirs.fileno()],
                env=ENVIRONMENT,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            self._process = None
        self._started.set()
        if self._process is not None:
            self._process.wait()
