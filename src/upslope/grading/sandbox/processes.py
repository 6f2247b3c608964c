"""A hold on a process that runs learner code: to stop it, to end it, and to see whether it has ended."""

import contextlib
import os
import select
import signal
import subprocess
from typing import Protocol


class Handle(Protocol):
    """What can be done to a child from outside. None of it needs the child's help."""

    def interrupt(self) -> None:
        """Ask the child to stop what it is doing; it may not listen."""

    def kill(self) -> None:
        """End the child."""

    def close(self) -> None:
        """Let go of it. It must have been ended before."""


class Forked:
    """A child of a zygote, held by a pidfd: never another process that got the same number since."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    def interrupt(self) -> None:
        """Send SIGINT."""
        self._signal(signal.SIGINT)

    def kill(self) -> None:
        """Send SIGKILL."""
        self._signal(signal.SIGKILL)

    def has_ended(self) -> bool:
        """Whether there is nothing left to signal."""
        descriptor = self._descriptor
        if descriptor is None:
            return True
        waiting = select.poll()
        waiting.register(descriptor, select.POLLIN)
        return bool(waiting.poll(0))

    def close(self) -> None:
        """Close the descriptor."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def _signal(self, number: int) -> None:
        if self._descriptor is not None:
            with contextlib.suppress(OSError):  # it is gone already
                signal.pidfd_send_signal(self._descriptor, number)


class Started:
    """An interpreter of its own. Windows has no way to interrupt just one; there it can only be ended."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def interrupt(self) -> None:
        """Send SIGINT where there is such a thing."""
        if os.name == "posix":
            self._process.send_signal(signal.SIGINT)

    def kill(self) -> None:
        """End the process."""
        self._process.kill()

    def close(self) -> None:
        """Wait until it is gone."""
        self._process.kill()
        self._process.wait()
