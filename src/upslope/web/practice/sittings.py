"""Which variant a learner sits at, and how much help they have had with it."""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from upslope.web.accounts.models import User
from upslope.web.course_access import current_question
from upslope.web.practice.drawing import draw_fresh, stored
from upslope.web.practice.models import Sitting, StoredVariant
from upslope.web.practice.signals import sitting_changed

COURSE, REVIEW, DIAGNOSTIC = Sitting.Purpose


def open_sittings(
    user: User, question_ids: Sequence[str], purpose: Sitting.Purpose = COURSE
) -> list[Sitting]:
    """Return the learner's open sittings at the questions, in their order, each with its draft and attempts.

    The first call for a question draws a variant and remembers it.
    """
    found = _by_question(user, question_ids, purpose)
    if missing := [question_id for question_id in question_ids if question_id not in found]:
        _sit_down(user, missing, purpose)
        found |= _by_question(user, missing, purpose)
    return [_brought_up_to_date(found[question_id]) for question_id in question_ids]


def open_sitting(user: User, question_id: str, purpose: Sitting.Purpose = COURSE) -> Sitting:
    """Return the learner's open sitting at one question."""
    return open_sittings(user, [question_id], purpose)[0]


def sitting_of(user: User, sitting_id: int) -> Sitting:
    """Return the learner's own sitting; raise ``Sitting.DoesNotExist`` if it is not theirs."""
    return Sitting.objects.select_related("user", "stored").get(user=user, pk=sitting_id)


def another_sitting(sitting: Sitting) -> Sitting:
    """Close this variant and open one that reads differently; return the same where that is not due.

    Asking again from a page that still shows the former variant gives the one that is open by then.
    """
    if not sitting.is_open:
        return open_sitting(sitting.user, sitting.question_id, _purpose(sitting))
    if not another_is_due(sitting):
        return sitting
    with transaction.atomic():
        leave(sitting)
        _sit_down(sitting.user, [sitting.question_id], _purpose(sitting))
    return open_sitting(sitting.user, sitting.question_id, _purpose(sitting))


def leave(sitting: Sitting) -> None:
    """Close the sitting: whoever comes to the question again gets another variant."""
    Sitting.objects.filter(pk=sitting.pk).update(is_open=False)


def show_hint(sitting: Sitting, number: int) -> None:
    """Show hint ``number`` (from 1) if it is the next one; asking twice for the same hint shows it once."""
    if number == sitting.hints_shown + 1 <= len(sitting.variant.hints):
        sitting.hints_shown = number
        sitting.save(update_fields=["hints_shown"])


def another_is_due(sitting: Sitting) -> bool:
    """Return whether another one like this may be had: this one was tried, and there are others.

    A question of one form would only come back as it is, with its solution known and its credit new.
    """
    was_tried = sitting.solution_shown or bool(sitting.attempts.all())
    return was_tried and current_question(sitting.question_id).generate is not None


def solution_is_due(sitting: Sitting) -> bool:
    """Return whether the worked solution may be asked for: after a first attempt, or after every hint."""
    return sitting.hints_shown >= len(sitting.variant.hints) or bool(sitting.attempts.all())


def show_solution(sitting: Sitting) -> None:
    """Show the worked solution. From now on this variant earns nothing new."""
    if sitting.solution_shown:
        return
    with transaction.atomic():
        sitting.solution_shown = True
        sitting.save(update_fields=["solution_shown"])
        sitting_changed.send(Sitting, sitting=sitting, is_first=not sitting.attempts.all())


def _by_question(user: User, question_ids: Sequence[str], purpose: Sitting.Purpose) -> dict[str, Sitting]:
    return {sitting.question_id: sitting for sitting in _open_ones(user, question_ids, purpose)}


def _open_ones(user: User, question_ids: Sequence[str], purpose: Sitting.Purpose) -> QuerySet[Sitting]:
    """Return the learner's open sittings at the questions: one for each, or none."""
    whole = Sitting.objects.select_related("user", "stored", "draft").prefetch_related("attempts")
    return whole.filter(user=user, question_id__in=question_ids, purpose=purpose, is_open=True)


def _sit_down(user: User, question_ids: Sequence[str], purpose: Sitting.Purpose) -> None:
    _seat(user, draw_fresh(user, question_ids), purpose)


def _seat(user: User, variants: Sequence[StoredVariant], purpose: Sitting.Purpose) -> None:
    """Open a sitting at each variant. Where another tab was faster, what it was given stays."""
    fresh = [
        Sitting(user=user, question_id=variant.question_id, purpose=purpose, stored=variant)
        for variant in variants
    ]
    Sitting.objects.bulk_create(fresh, ignore_conflicts=True)


def _brought_up_to_date(sitting: Sitting) -> Sitting:
    """A mended question reaches whoever has not begun; begun work keeps the variant it was begun with.

    In a preview the learner is the author, who tries the question again after each save.
    """
    question = current_question(sitting.question_id)
    if question.version == sitting.stored.version or (_is_begun(sitting) and not settings.PREVIEW):
        return sitting
    mended = stored([question.variant(sitting.stored.seed)])
    user, purpose = sitting.user, _purpose(sitting)
    with transaction.atomic():
        untouched = Sitting.objects.filter(hints_shown=0, solution_shown=False, draft=None, attempts=None)
        (Sitting.objects.all() if settings.PREVIEW else untouched).filter(pk=sitting.pk).delete()
        _seat(user, mended, purpose)
    return _by_question(user, [sitting.question_id], purpose)[sitting.question_id]


def _is_begun(sitting: Sitting) -> bool:
    helped = sitting.hints_shown > 0 or sitting.solution_shown
    return helped or hasattr(sitting, "draft") or bool(sitting.attempts.all())


def _purpose(sitting: Sitting) -> Sitting.Purpose:
    return Sitting.Purpose(sitting.purpose)
