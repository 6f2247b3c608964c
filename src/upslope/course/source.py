"""Reading an author's file so that every complaint can name its line."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from upslope.course.errors import ContentError

FENCE = "---"


@dataclass(frozen=True)
class Page:
    """A Markdown file taken apart. ``body_line`` is the line number of the body's first line."""

    path: Path
    front: dict[str, Any]
    body: str
    body_line: int


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file. Raises ContentError when it is missing or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(path, 1, "This file is missing.", "Create it, or remove what names it.") from None
    except UnicodeDecodeError as error:
        raise ContentError(
            path, 1, f"This file is not UTF-8 text ({error.reason}).", "Save it as UTF-8."
        ) from None


def parse_toml(text: str, path: Path, line: int = 1) -> dict[str, Any]:
    """Return the table written in ``text``, which begins on ``line`` of ``path``. Raises ContentError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        offset = int(found.group(1)) - 1 if found else text.count("\n")
        raise ContentError(
            path,
            line + offset,
            f"This TOML cannot be read: {error}.",
            "Write key = value, texts in double quotes.",
        ) from None


def read_page(path: Path) -> Page:
    """Return front matter and body of a Markdown file. Raises ContentError."""
    lines = read_text(path).split("\n")
    if lines[0].rstrip() != FENCE:
        raise ContentError(
            path,
            1,
            "The file does not open with front matter.",
            "Put TOML between two lines of three hyphens first.",
        )
    closing = next((n for n, text in enumerate(lines[1:], 1) if text.rstrip() == FENCE), None)
    if closing is None:
        raise ContentError(
            path, 1, "The front matter is never closed.", "End it with a line of three hyphens."
        )
    front = parse_toml("\n".join(lines[1:closing]), path, line=2)
    return Page(path, front, "\n".join(lines[closing + 1 :]), closing + 2)


def line_of(text: str, pattern: str, start: int = 1) -> int:
    """Return the number of the first line from ``start`` on that matches ``pattern``.

    ``start`` if none does.
    """
    lines = text.split("\n")
    return next((n for n in range(start, len(lines) + 1) if re.search(pattern, lines[n - 1])), start)
