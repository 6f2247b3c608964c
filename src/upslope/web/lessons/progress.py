"""Keeping progress: what was started, what is done, and the best score. Nothing ever gets worse."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.lessons.active_days import note
from upslope.web.lessons.models import ItemProgress, ScoreRise


def record(
    user: User,
    item_id: str,
    score: float | None = None,
    *,
    done: bool = False,
    handed_in: datetime | None = None,
) -> None:
    """Note that ``user`` worked on the item. A lower score, or ``done=False`` after done, changes nothing.

    Nearly always there is a row already. One statement compares and raises the score, whoever else does at
    that moment, so each rise is noted once.

    Args:
        score: from 0 to 1, or None when there is nothing to score.
        handed_in: when the work came, if it was marked later. Works may be marked in another order than they
            came, so each is noted: the better one may be the later one.
    """
    if handed_in is None:  # else the worker is at it, and the learner may be asleep
        note(user)
    here = ItemProgress.objects.filter(user=user, item_id=item_id)
    changes: dict[str, Any] = {"updated": timezone.now()}
    if done:
        changes["state"] = ItemProgress.State.DONE
    if not here.update(**changes):
        ItemProgress.objects.get_or_create(user=user, item_id=item_id)
        here.update(**changes)
    if score is None:
        return
    has_risen = here.filter(Q(score__isnull=True) | Q(score__lt=score)).update(score=score)
    if has_risen or handed_in is not None:
        ScoreRise.objects.create(user=user, item_id=item_id, score=score, at=handed_in or timezone.now())


def progress_of(user: User) -> dict[str, ItemProgress]:
    """Return everything the learner has touched, by item id."""
    return {progress.item_id: progress for progress in ItemProgress.objects.filter(user=user)}
