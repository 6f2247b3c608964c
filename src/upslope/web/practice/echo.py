"""Showing how typed maths is read, while it is being typed."""

import re
from dataclasses import dataclass

from upslope.questions import answer_type
from upslope.questions.score import NotGradable
from upslope.questions.typed_maths import ReadsInPieces, ReadsWithNotes
from upslope.questions.variant import Part
from upslope.web.practice.caret import Caret, point_at
from upslope.web.practice.spoken import in_words

OPENING, CLOSING = "([{", ")]}"
WORD_OR_NOTHING = re.compile(r"[^\W\d_]*\.?\s*")


@dataclass(frozen=True)
class Echo:
    """``reading`` (LaTeX) when the text can be read, ``message`` when it cannot, neither when there is none.

    A matrix with some entries missing has both: what can be read of it, and what is amiss at ``offset``.
    ``notes`` say how ambiguous pieces were read. ``is_unfinished`` says that more typing may make it
    readable, so there is nothing to complain about yet.
    """

    reading: str = ""
    message: str = ""
    caret: Caret | None = None
    is_unfinished: bool = False
    notes: tuple[str, ...] = ()
    offset: int | None = None

    @property
    def words(self) -> str:
        """All of it in words."""
        read = f"Read as: {in_words(self.reading).rstrip(';,')}." if self.reading else ""
        return " ".join(sentence for sentence in (read, *self.notes, self.message) if sentence)


def echo_of(part: Part, text: str) -> Echo:
    """Return how the part's answer type reads ``text``; what would be right plays no part in it."""
    if not text.strip():
        return Echo()
    kind = answer_type(part.type)
    value = kind.parse(text, part.key)
    if not isinstance(value, NotGradable):
        notes = kind.notes(text, part.key) if isinstance(kind, ReadsWithNotes) else ()
        return Echo(reading=kind.show(value, part.key), notes=notes)
    if isinstance(kind, ReadsInPieces) and (so_far := kind.so_far(text, part.key)):
        is_typing = value.offset is not None and WORD_OR_NOTHING.fullmatch(kind.rest(text, value.offset))
        message = "" if is_typing else value.message
        return Echo(reading=so_far, message=message, is_unfinished=True, offset=value.offset)
    caret = point_at(text, value.offset)
    return Echo(message=value.message, caret=caret, is_unfinished=_stops_short(text, value.offset))


def _stops_short(text: str, offset: int | None) -> bool:
    """Whether reading failed at the end or in the word being typed, or a bracket is still open."""
    reached_the_end = offset is None or WORD_OR_NOTHING.fullmatch(text, offset) is not None
    still_open = sum(text.count(mark) for mark in OPENING) > sum(text.count(mark) for mark in CLOSING)
    return reached_the_end or still_open
