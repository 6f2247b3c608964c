"""An interpreter of its own for every job, where there is no zygote: macOS and Windows.

It is started ahead of time, since importing numpy takes longer than most jobs. Nothing but a clock and what
limits the system has hold it, so it is for people who run their own code.
"""

import hmac
import os
import secrets
import socket
import subprocess
import time
from collections import deque
from typing import Any

from upslope.grading.errors import SandboxFailed
from upslope.grading.sandbox.launch import ENVIRONMENT, Profile, alone_command
from upslope.grading.sandbox.processes import Started
from upslope.grading.sandbox.zygote import START_SECONDS, Job

NEEDED_BY_WINDOWS = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE")


class Interpreters:
    """Starts interpreters; has the same use as a Zygote."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._ordered: deque[_Expected] = deque([_Expected(profile)])
        self.report: dict[str, Any] = {}

    def take(self) -> Job:
        """Return one that is ready, and start the next. Raises SandboxFailed if it did not start."""
        expected = self._ordered.popleft() if self._ordered else _Expected(self._profile)
        job = expected.arrive()
        while len(self._ordered) < min(self._profile.spare, 1):
            self._ordered.append(_Expected(self._profile))
        return job

    def close(self) -> None:
        """End those that have not been taken."""
        while self._ordered:
            self._ordered.popleft().close()


class _Expected:
    """An interpreter that was started and will knock. It proves with a secret word that it is the one."""

    def __init__(self, profile: Profile) -> None:
        self._word = secrets.token_hex(16)
        self._door = socket.create_server(("127.0.0.1", 0))
        command = alone_command(self._door.getsockname()[1], profile)
        inherited = {name: os.environ[name] for name in NEEDED_BY_WINDOWS if name in os.environ}
        try:
            self._process = subprocess.Popen(
                command,
                env={**ENVIRONMENT, **inherited, "UPSLOPE_WORD": self._word},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            self._door.close()
            raise SandboxFailed(f"The sandbox did not start: {command[0]}.") from None

    def arrive(self) -> Job:
        deadline = time.monotonic() + START_SECONDS
        with self._door:
            while time.monotonic() < deadline and self._process.poll() is None:
                channel = self._next_knock()
                if channel is not None:
                    return Job(channel, Started(self._process), lambda: False)  # it depends on nobody
        self.close()
        raise SandboxFailed("The sandbox did not start: the interpreter for learner code ended at once.")

    def close(self) -> None:
        self._door.close()
        Started(self._process).close()

    def _next_knock(self) -> socket.socket | None:
        """Return the connection of the interpreter we started; others on this machine may knock too."""
        self._door.settimeout(0.5)
        try:
            channel, _ = self._door.accept()
        except TimeoutError:
            return None
        channel.settimeout(START_SECONDS)
        try:
            said = channel.recv(len(self._word), socket.MSG_WAITALL)
        except OSError:
            said = b""
        if hmac.compare_digest(said, self._word.encode()):
            channel.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return channel
        channel.close()
        return None
