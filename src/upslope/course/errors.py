"""Errors that an author reads: where, what, and what to do about it."""

from dataclasses import dataclass
from pathlib import Path


# Not frozen: Python itself writes __traceback__ on an exception that passes through a context manager.
@dataclass(eq=False)
class ContentError(Exception):
    """Something in a course folder that cannot be right."""

    path: Path
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} {self.remedy}"


class NoSuchItem(LookupError):
    """An id that no item of the course has; a page answers it with 404."""
