"""Recognises the mistake behind a wrong answer."""

from dataclasses import replace
from typing import Any

from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Misconception, Part


def first_misconception(part: Part, value: Any) -> Misconception | None:
    """Return the first misconception that leads to ``value``, as its answer type parsed it; or None."""
    kind = answer_type(part.type)
    for misconception in part.misconceptions:
        verdict = kind.score(value, {**part.key, "answer": misconception.wrong})
        if isinstance(verdict, Score) and verdict.is_right:
            return misconception
    return None


def distinct(part: Part) -> Part:
    """Return the part without the misconceptions that do not show in this draw.

    Those are the ones whose answer is right here, cannot be told from the right one, or is that of a
    misconception before them. So the order matters: the likeliest comes first.
    """
    kept: tuple[Misconception, ...] = ()
    for misconception in part.misconceptions:
        longer = replace(part, misconceptions=(*kept, misconception))
        if _shows(longer, misconception):
            kept = longer.misconceptions
    return replace(part, misconceptions=kept)


def _shows(part: Part, misconception: Misconception) -> bool:
    kind = answer_type(part.type)
    value = kind.parse(misconception.wrong, part.key)
    if isinstance(value, NotGradable):
        return False
    outcome = kind.score(value, part.key)
    is_wrong = isinstance(outcome, Score) and not outcome.is_right
    return is_wrong and first_misconception(part, value) == misconception
