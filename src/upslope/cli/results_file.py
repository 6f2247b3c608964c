"""A file of results, one line of JSON for each notebook, that a later start goes on with."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from upslope.grading.batch import kept_results

BEGINNING = '{"notebook"'


class NotResults(Exception):
    """The file holds something else, or cannot be read. The text is a sentence for whoever named it."""


def read_results(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the results that are in the file, by notebook; none if there is no file. Raises NotResults."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return {}
    except OSError as problem:
        raise NotResults(f"{path} cannot be read: {problem.strerror}.") from None
    begins = text[: len(BEGINNING)]
    if not BEGINNING.startswith(begins):
        raise NotResults(f"{path} holds something other than results, and was left alone. Name a new file.")
    return kept_results(text.splitlines())


def append_to(path: Path) -> TextIO:
    """Open the file to add lines. A line that was cut off is ended first. Raises NotResults."""
    try:
        file = path.open("a+b")
        if file.tell():
            file.seek(-1, 2)
            if file.read(1) != b"\n":
                file.write(b"\n")
        file.close()
        # A file name that is no text is kept escaped, as JSON itself writes it.
        return path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as problem:
        raise NotResults(f"{path} cannot be written: {problem.strerror}.") from None
