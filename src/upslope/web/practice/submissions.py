"""Marking a submitted answer, once, however often it arrives."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import prefetch_related_objects

from upslope.grading.question_grader import grade_answer
from upslope.grading.results import GradingResult, PartResult
from upslope.questions.score import NotGradable, Score
from upslope.web.practice.models import Attempt, Sitting
from upslope.web.practice.signals import sitting_changed


@dataclass(frozen=True)
class Unreadable:
    """At least one part could not be read. Nothing was stored and no attempt was used."""

    result: GradingResult
    answers: Mapping[str, str]


def submit(sitting: Sitting, answers: Mapping[str, str], submission_id: uuid.UUID) -> Attempt | Unreadable:
    """Mark the answers and store the attempt.

    The same submission arriving again (a retry after a lost reply) returns what is stored, and so do the
    answers of the latest attempt (a double click that is slower than the reply): marked again they would say
    nothing new, and might count as a second mistake. The same id with other answers (the back button, then a
    change) is a new attempt.
    """
    result = grade_answer(sitting.variant, answers)
    if result.score is None:
        return Unreadable(result, answers)
    known = Attempt.objects.filter(submission_id=submission_id).first()
    if known is not None:
        if known.sitting_id == sitting.pk and known.answers == dict(answers):
            return known
        submission_id = uuid.uuid4()
    try:
        return _stored_attempt(sitting, answers, result, submission_id)
    except IntegrityError:  # the twin of this request was a moment faster
        return Attempt.objects.get(submission_id=submission_id, sitting=sitting)


def _stored_attempt(
    sitting: Sitting, answers: Mapping[str, str], result: GradingResult, submission_id: uuid.UUID
) -> Attempt:
    score = min(max(result.score or 0.0, 0.0), 1.0)
    with transaction.atomic():
        locked = Sitting.objects.select_for_update().get(pk=sitting.pk)
        latest = locked.attempts.last()
        if latest is not None and latest.answers == dict(answers):
            return latest
        attempt = Attempt.objects.create(
            sitting=sitting,
            submission_id=submission_id,
            answers=dict(answers),
            score=score,
            credit=0.0 if locked.solution_shown else score,
            feedback=[part_to_json(part) for part in result.parts],
        )
        prefetch_related_objects([locked], "attempts")
        is_first = len(locked.attempts.all()) == 1 and not locked.solution_shown
        sitting_changed.send(Sitting, sitting=locked, is_first=is_first)
    return attempt


def part_to_json(part: PartResult) -> dict[str, Any]:
    """Return what a page needs to show how one part did, as plain data."""
    return {
        "name": part.name,
        "reading": part.reading,
        **_outcome_to_json(part.outcome),
        "code": part.feedback.code if part.feedback else "",
        "sentence": part.feedback.sentence if part.feedback else "",
    }


def _outcome_to_json(outcome: Score | NotGradable) -> dict[str, Any]:
    if isinstance(outcome, Score):
        return {"fraction": outcome.fraction, "reasons": [asdict(reason) for reason in outcome.reasons]}
    return {
        "fraction": None,
        "message": outcome.message,
        "remedy": outcome.remedy,
        "offset": outcome.offset,
    }
