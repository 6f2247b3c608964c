"""Several things typed in one line: ``x + y = 10, x z = 2``, or ``x = 1, y = 2``."""

from collections.abc import Iterator
from dataclasses import dataclass

_OPENING, _CLOSING, _BETWEEN = "([{", ")]}", ",;"


@dataclass(frozen=True)
class Piece:
    """A stretch of what was typed, without the spaces round it, and where it begins."""

    text: str
    start: int

    def split(self, mark: str) -> tuple["Piece", ...]:
        """Return what stands on both sides of a mark; the whole piece where there is none."""
        before, found, after = self.text.partition(mark)
        if not found:
            return (self,)
        return _trimmed(before, self.start), _trimmed(after, self.start + len(before) + len(mark))


def pieces(text: str) -> tuple[Piece, ...]:
    """Return what stands between the commas and semicolons outside brackets; empty pieces are left out."""
    return tuple(piece for piece in _between(text) if piece.text)


def _between(text: str) -> Iterator[Piece]:
    start = depth = 0
    for place, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        if character in _BETWEEN and depth <= 0:
            yield _trimmed(text[start:place], start)
            start = place + 1
    yield _trimmed(text[start:], start)


def _trimmed(text: str, start: int) -> Piece:
    return Piece(text.strip(), start + len(text) - len(text.lstrip()))
