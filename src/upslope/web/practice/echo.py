"""Showing how typed maths is read, while it is being typed."""

import re
from dataclasses import dataclass

from upslope.questions import answer_type
from upslope.questions.score import NotGradable
from upslope.questions.variant import Part
from upslope.web.practice.caret import Caret, point_at

OPENING, CLOSING = "([{", ")]}"
WORD_OR_NOTHING = re.compile(r"[^\W\d_]*\.?\s*")


@dataclass(frozen=True)
class Echo:
    """``reading`` (LaTeX) when the text can be read, ``message`` when it cannot, neither when there is none.

    ``is_unfinished`` says that more typing may make it readable, so there is nothing to complain about yet.
    """

    reading: str = ""
    message: str = ""
    caret: Caret | None = None
    is_unfinished: bool = False


def echo_of(part: Part, text: str) -> Echo:
    """Return how the part's answer type reads ``text``; what would be right plays no part in it."""
    if not text.strip():
        return Echo()
    kind = answer_type(part.type)
    value = kind.parse(text, part.key)
    if isinstance(value, NotGradable):
        caret = point_at(text, value.offset)
        return Echo(message=value.message, caret=caret, is_unfinished=_stops_short(text, value.offset))
    return Echo(reading=kind.show(value, part.key))


def _stops_short(text: str, offset: int | None) -> bool:
    """Whether reading failed at the end or in the word being typed, or a bracket is still open."""
    reached_the_end = offset is None or WORD_OR_NOTHING.fullmatch(text, offset) is not None
    still_open = sum(text.count(mark) for mark in OPENING) > sum(text.count(mark) for mark in CLOSING)
    return reached_the_end or still_open
