"""Keeping progress: what was started, what is done, and the best score. Nothing ever gets worse."""

from typing import Any

from django.db.models import F, FloatField, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.lessons.models import ItemProgress


def record(user: User, item_id: str, score: float | None = None, *, done: bool = False) -> None:
    """Note that ``user`` worked on the item. A lower score, or ``done=False`` after done, changes nothing.

    Nearly always there is a row already, and one statement changes it, whoever else does at that moment.

    Args:
        score: from 0 to 1, or None when there is nothing to score.
    """
    here = ItemProgress.objects.filter(user=user, item_id=item_id)
    changes: dict[str, Any] = {"updated": timezone.now()}
    if done:
        changes["state"] = ItemProgress.State.DONE
    if score is not None:
        given = Value(score, output_field=FloatField())
        changes["score"] = Greatest(Coalesce(F("score"), given), given)
    if not here.update(**changes):
        ItemProgress.objects.get_or_create(user=user, item_id=item_id)
        here.update(**changes)


def progress_of(user: User) -> dict[str, ItemProgress]:
    """Return everything the learner has touched, by item id."""
    return {progress.item_id: progress for progress in ItemProgress.objects.filter(user=user)}
