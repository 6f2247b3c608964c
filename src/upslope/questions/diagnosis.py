"""Recognises the mistake behind a wrong answer."""

from typing import Any

from upslope.questions.registry import answer_type
from upslope.questions.score import Score
from upslope.questions.variant import Misconception, Part


def first_misconception(part: Part, value: Any) -> Misconception | None:
    """Return the first misconception that leads to ``value``, as its answer type parsed it; or None."""
    kind = answer_type(part.type)
    for misconception in part.misconceptions:
        verdict = kind.score(value, {**part.key, "answer": misconception.wrong})
        if isinstance(verdict, Score) and verdict.is_right:
            return misconception
    return None
