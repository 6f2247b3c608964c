"""What the page says about each part of an answer that was checked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.safestring import SafeString

from upslope.questions import answer_type
from upslope.questions.variant import Part, Variant
from upslope.web.practice.caret import Caret, point_at
from upslope.web.practice.wording import to_line, with_formulas

RIGHT = 1 - 1e-9
LEADS_ON = re.compile(r"\s*[=:]\s*(\$?)$")

State = Literal["right", "partly", "wrong", "unreadable"]


@dataclass(frozen=True)
class RemarkReason:
    """Why a piece of the marks was earned, or not."""

    earned: bool
    sentence: SafeString


@dataclass(frozen=True)
class Remark:
    """One part's outcome. ``sentence`` is ours and may hold maths; ``message`` may repeat what was typed."""

    name: str
    label: SafeString
    state: State
    reading: str
    sentence: SafeString
    reasons: tuple[RemarkReason, ...] = ()
    message: str = ""
    remedy: str = ""
    caret: Caret | None = None
    offset: int | None = None


@dataclass(frozen=True)
class Remarks:
    """All that is said about one answer."""

    parts: tuple[Remark, ...]

    @property
    def state(self) -> State:
        """The whole answer: unreadable if any part is, else what all parts are, else partly right."""
        states = {part.state for part in self.parts}
        if "unreadable" in states:
            return "unreadable"
        return states.pop() if len(states) == 1 else "partly"


def remarks_on(
    variant: Variant, feedback: Sequence[Mapping[str, Any]], answers: Mapping[str, str]
) -> Remarks:
    """Return what to say, from the feedback of an attempt (or of an answer that could not be read)."""
    parts = {part.name: part for part in variant.parts}
    return Remarks(tuple(_remark(parts[row["name"]], row, answers.get(row["name"], "")) for row in feedback))


def _remark(part: Part, row: Mapping[str, Any], typed: str) -> Remark:
    # A label leads on to the field ("f'(x) =", "Its speed:"); here it only names the part.
    label = to_line(LEADS_ON.sub(r"\1", part.label.strip()))
    shows_reading = answer_type(part.type).is_typed
    reading = row["reading"] if shows_reading else ""
    if row["fraction"] is not None:
        state = _state(row["fraction"])
        reasons = tuple(
            RemarkReason(reason["earned"], to_line(reason["sentence"])) for reason in row.get("reasons", ())
        )
        return Remark(part.name, label, state, reading, to_line(row["sentence"]), reasons)
    return Remark(
        part.name,
        label,
        "unreadable",
        reading,
        SafeString(""),
        message=with_formulas(row["message"]),
        remedy=with_formulas(row["remedy"]),
        caret=point_at(typed, row["offset"]) if shows_reading else None,
        offset=row["offset"],
    )


def _state(fraction: float) -> State:
    if fraction >= RIGHT:
        return "right"
    return "partly" if fraction > 0 else "wrong"
