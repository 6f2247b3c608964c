"""How far a batch is: so many of so many, how many a second, how long still."""

import time
from typing import TextIO

LIVE_SECONDS = 0.1
LINE_SECONDS = 1.0


class Progress:
    """Tells on ``stream`` how many of ``total`` are done: on a terminal in one line that changes, elsewhere
    in a line a second.
    """

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total, self._stream = total, stream
        self._live = stream.isatty()
        self._began = self._told = time.monotonic()
        self._done = 0

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        now = time.monotonic()
        if now - self._told >= (LIVE_SECONDS if self._live else LINE_SECONDS):
            self._told = now
            self._tell(now)

    def clear(self) -> None:
        """Make room for a line of something else."""
        if self._live:
            self._stream.write("\r\x1b[K")

    def end(self) -> None:
        """Tell once more how far it came."""
        self.clear()
        self._tell(time.monotonic())
        if self._live:
            self._stream.write("\n")

    def _tell(self, now: float) -> None:
        text = progress_line(self._done, self._total, now - self._began)
        self._stream.write(f"\r\x1b[K{text}" if self._live else f"{text}\n")
        self._stream.flush()


def progress_line(done: int, total: int, seconds: float) -> str:
    """Return ``120 of 500 graded, 95 a second, 4 s left``."""
    rate = done / seconds if seconds > 0 else 0.0
    said = f"{done} of {total} graded"
    if not done or not rate:
        return said
    speed = f"{rate:.0f} a second" if rate >= 1 else f"one in {1 / rate:.0f} seconds"
    left = (total - done) / rate
    return f"{said}, {speed}" + (f", {_duration(left)} left" if done < total else f", {_duration(seconds)}")


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min"
