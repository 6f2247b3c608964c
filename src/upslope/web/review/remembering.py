"""Every answer in the course or in a review updates the memory of the question's skills."""

from typing import Any

from django.db.models import QuerySet
from django.dispatch import receiver
from django.http import Http404
from django.utils import timezone
from fsrs import Rating

from upslope.web.course_access import current_question
from upslope.web.practice.models import Sitting
from upslope.web.practice.signals import sitting_changed
from upslope.web.review.models import SkillMemory
from upslope.web.review.scheduling import due, last_review, rating_of, reviewed


@receiver(sitting_changed)
def remember(sitting: Sitting, is_first: bool, **_signal: Any) -> None:
    """Count the sitting for each skill of its question, in two queries.

    A sitting counts once. As long as nothing else was counted for a skill since, what happens next in the
    sitting changes what it counts as: right after a wrong try is better than wrong. Looking at a solution
    without ever answering begins no skill, but it tells about one that was begun. To find out where to start
    is no practice: what was never learnt cannot be forgotten.
    """
    if sitting.purpose == Sitting.Purpose.DIAGNOSTIC:
        return
    skills = _skills(sitting.question_id)
    known = {memory.skill_id: memory for memory in _memories(sitting, skills)}
    wanted = skills if sitting.attempts.all() else tuple(known)
    rating = rating_of(sitting)
    changed = [
        _counted(known.get(skill_id), sitting, skill_id, rating)
        for skill_id in wanted
        if is_first or skill_id not in known or _is_latest(known[skill_id], sitting)
    ]
    SkillMemory.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["user", "skill_id"],
        update_fields=["card", "before", "due", "rating", "times", "sitting"],
    )


def _skills(question_id: str) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(current_question(question_id).skills))
    except Http404:  # the course has lost the question since; what was served stays markable
        return ()


def _memories(sitting: Sitting, skills: tuple[str, ...]) -> QuerySet[SkillMemory]:
    return SkillMemory.objects.select_for_update().filter(user_id=sitting.user_id, skill_id__in=skills)


def _is_latest(memory: SkillMemory, sitting: Sitting) -> bool:
    return memory.sitting_id == sitting.pk


def _counted(memory: SkillMemory | None, sitting: Sitting, skill_id: str, rating: Rating) -> SkillMemory:
    """Return the memory with this sitting counted as ``rating``."""
    now = timezone.now()
    if memory is None:
        before, at, times = None, now, 1
    elif _is_latest(memory, sitting):
        before, at, times = memory.before, last_review(memory.card), memory.times
    else:
        before, at, times = memory.card, now, memory.times + 1
    card = reviewed(before, rating, at)
    return SkillMemory(
        user_id=sitting.user_id,
        skill_id=skill_id,
        card=card,
        before=before,
        due=due(card),
        rating=rating,
        times=times,
        sitting=sitting,
    )
