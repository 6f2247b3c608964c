"""How far long work is, on the terminal: one line that changes. Nothing where nobody looks."""

import sys
import time
from types import TracebackType
from typing import Self

BETWEEN = 0.2  # seconds


class Progress:
    """Shows which table is at hand and how many rows are done."""

    def __init__(self, done: str) -> None:
        self._done = done
        self._last = 0.0
        self._rows: dict[str, int] = {}
        self._is_seen = sys.stderr.isatty()

    def tell(self, table: str, rows: int) -> None:
        """Note that so many rows of the table are done."""
        self._rows[table] = rows
        if self._is_seen and time.monotonic() - self._last > BETWEEN:
            self._last = time.monotonic()
            sys.stderr.write(f"\r\x1b[K{sum(self._rows.values()):,} rows {self._done}, now {table}")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_seen:
            sys.stderr.write("\r\x1b[K")
