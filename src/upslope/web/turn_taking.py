"""One thing at a time for each learner, and of those that wait only the newest."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition


@dataclass
class _Line:
    """How many came and how many are still here, and whether somebody is at it."""

    came: int = 0
    here: int = 0
    is_busy: bool = False


class Turns:
    """Lets requests take turns, each key for itself. Of a crowd that waits, all but the newest are sent off.

    So one learner never holds more than two threads of the server, however often a button is pressed.
    """

    def __init__(self) -> None:
        self._lines: dict[Hashable, _Line] = {}
        self._change = Condition()

    @contextmanager
    def turn(self, key: Hashable) -> Iterator[bool]:
        """Wait for the one before; yield True, or False as soon as somebody newer waits."""
        is_mine = self._enter(key)
        try:
            yield is_mine
        finally:
            self._leave(key, was_busy=is_mine)

    def _enter(self, key: Hashable) -> bool:
        with self._change:
            line = self._lines.setdefault(key, _Line())
            line.came += 1
            line.here += 1
            number = line.came
            self._change.notify_all()
            self._change.wait_for(lambda: line.came != number or not line.is_busy)
            if line.came != number:
                return False
            line.is_busy = True
            return True

    def _leave(self, key: Hashable, *, was_busy: bool) -> None:
        with self._change:
            line = self._lines[key]
            line.here -= 1
            line.is_busy = line.is_busy and not was_busy
            if not line.here:
                del self._lines[key]
            self._change.notify_all()
