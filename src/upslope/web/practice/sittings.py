"""Which variant a learner sees, and how much help they have had with it."""

import secrets
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from upslope.questions.variant import Variant
from upslope.web.accounts.models import User
from upslope.web.course_access import current_question
from upslope.web.practice.models import Sitting, StoredVariant

# Every question is proven on these seeds before it may ship, so nobody is served an unchecked variant.
PROVEN_SEEDS = range(200)
TRIES_FOR_A_NEW_ONE = 12


def open_sittings(user: User, question_ids: Sequence[str]) -> list[Sitting]:
    """Return the learner's open sittings at the questions, in their order, each with its draft and attempts.

    The first call for a question draws a variant and remembers it.
    """
    found = {sitting.question_id: sitting for sitting in _open_ones(user, question_ids)}
    return [
        _brought_up_to_date(found[question_id]) if question_id in found else _begun(user, question_id)
        for question_id in question_ids
    ]


def open_sitting(user: User, question_id: str) -> Sitting:
    """Return the learner's open sitting at one question."""
    return open_sittings(user, [question_id])[0]


def sitting_of(user: User, sitting_id: int) -> Sitting:
    """Return the learner's own sitting; raise ``Sitting.DoesNotExist`` if it is not theirs."""
    return Sitting.objects.select_related("stored").get(user=user, pk=sitting_id)


def another_sitting(sitting: Sitting) -> Sitting:
    """Close this variant and open one that reads differently; return the same where that is not due."""
    if not another_is_due(sitting):
        return sitting
    fresh = _unlike_those_seen(sitting)
    with transaction.atomic():
        _open_ones(sitting.user, [sitting.question_id]).update(is_open=False)
        return _sit_down(sitting.user, fresh)


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
    sitting.solution_shown = True
    sitting.save(update_fields=["solution_shown"])


def _open_ones(user: User, question_ids: Sequence[str]) -> QuerySet[Sitting]:
    """Return the learner's open sittings at the questions: one for each, or none."""
    whole = Sitting.objects.select_related("user", "stored", "draft").prefetch_related("attempts")
    return whole.filter(user=user, question_id__in=question_ids, is_open=True)


def _begun(user: User, question_id: str) -> Sitting:
    try:
        with transaction.atomic():
            return _sit_down(user, _drawn(question_id, secrets.choice(PROVEN_SEEDS)))
    except IntegrityError:  # another tab opened the same question at the same moment: take what it was given
        return _open_ones(user, [question_id]).get()


def _brought_up_to_date(sitting: Sitting) -> Sitting:
    """A mended question reaches whoever has not begun; begun work keeps the variant it was begun with."""
    question = current_question(sitting.question_id)
    if question.version == sitting.stored.version or _is_begun(sitting):
        return sitting
    with transaction.atomic():
        stored = _stored(question.variant(sitting.stored.seed))
        sitting.delete()
        return _sit_down_at(sitting.user, stored)


def _is_begun(sitting: Sitting) -> bool:
    helped = sitting.hints_shown > 0 or sitting.solution_shown
    return helped or hasattr(sitting, "draft") or bool(sitting.attempts.all())


def _unlike_those_seen(sitting: Sitting) -> Variant:
    """Draw until the prompt is new to this learner; failing that, until it differs from the present one."""
    past = StoredVariant.objects.filter(sittings__user=sitting.user, question_id=sitting.question_id)
    seen = {stored.variant.prompt for stored in past}
    used = {stored.seed for stored in past}
    free = [seed for seed in PROVEN_SEEDS if seed not in used] or list(PROVEN_SEEDS)
    here = sitting.variant.prompt
    draws = (_drawn(sitting.question_id, secrets.choice(free)) for _ in range(TRIES_FOR_A_NEW_ONE))
    candidates: list[Variant] = []
    for variant in draws:
        if variant.prompt not in seen:
            return variant
        candidates.append(variant)
    return next((variant for variant in candidates if variant.prompt != here), candidates[0])


def _drawn(question_id: str, seed: int) -> Variant:
    return current_question(question_id).variant(seed)


def _stored(variant: Variant) -> StoredVariant:
    stored, _ = StoredVariant.objects.get_or_create(
        question_id=variant.question_id,
        version=variant.version,
        seed=variant.seed,
        defaults={"data": variant.to_json()},
    )
    return stored


def _sit_down(user: User, variant: Variant) -> Sitting:
    return _sit_down_at(user, _stored(variant))


def _sit_down_at(user: User, stored: StoredVariant) -> Sitting:
    """Open a sitting at the variant; one that this learner already had is opened again as it was left."""
    sitting, made = Sitting.objects.get_or_create(
        user=user, stored=stored, defaults={"question_id": stored.question_id}
    )
    if not made:
        sitting.is_open = True
        sitting.save(update_fields=["is_open"])
    return sitting
