"""Pointing at the very character where reading failed: as a line with a caret, and in words."""

from dataclasses import dataclass

LONGEST, BEFORE, AFTER = 32, 20, 12  # characters: what fits on a phone in one line, and how it is cut


@dataclass(frozen=True)
class Caret:
    """``line`` is what was typed near the trouble, ``pointer`` the line below it, ``words`` say the same."""

    line: str
    pointer: str
    words: str


def point_at(text: str, offset: int | None) -> Caret | None:
    """Return where in ``text`` the trouble is; None where no one character is to blame."""
    if offset is None or not text.strip():
        return None
    line = "".join(character if character.isprintable() else " " for character in text)
    at = min(max(offset, 0), len(line))
    start, end = (0, len(line)) if len(line) <= LONGEST else (max(at - BEFORE, 0), at + AFTER)
    head, tail = ("…" if start > 0 else ""), ("…" if end < len(line) else "")
    return Caret(head + line[start:end] + tail, " " * (len(head) + at - start) + "^", _in_words(line, at))


def _in_words(line: str, at: int) -> str:
    if at >= len(line):
        return "The trouble is at the very end."
    what = "a space" if line[at] == " " else f"“{line[at]}”"
    return f"The trouble is at character {at + 1}, which is {what}."
