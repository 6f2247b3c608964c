"""The errors this process has logged since it started, the newest few, for the operator's page."""

import logging
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime

from upslope.web.labs.words import ago

KEPT = 20
LONGEST = 4000


@dataclass(frozen=True)
class LoggedError:
    """One error as it was logged, with its traceback if it had one."""

    at: datetime
    where: str
    text: str

    @property
    def when(self) -> str:
        return ago(self.at)


_errors: deque[LoggedError] = deque(maxlen=KEPT)


class LastErrors(logging.Handler):
    """Keeps what is logged. Named in the settings; it must never fail, or logging itself would."""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        try:
            text = self.format(record)[-LONGEST:]
        except Exception:  # whatever a record can do wrong, the error it tells of is not lost
            text = str(record.msg)
        _errors.appendleft(LoggedError(datetime.fromtimestamp(record.created, UTC), record.name, text))


def last_errors() -> list[LoggedError]:
    """Return what was logged, the newest first."""
    return list(_errors)
