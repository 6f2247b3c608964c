"""Keeping progress: what was started, what is done, and the best score. Nothing ever gets worse."""

from django.db import transaction

from upslope.web.accounts.models import User
from upslope.web.lessons.models import ItemProgress


def record(user: User, item_id: str, score: float | None = None, *, done: bool = False) -> ItemProgress:
    """Note that ``user`` worked on the item. A lower score, or ``done=False`` after done, changes nothing.

    Args:
        score: from 0 to 1, or None when there is nothing to score.
    """
    with transaction.atomic():
        progress, _ = ItemProgress.objects.select_for_update().get_or_create(user=user, item_id=item_id)
        if done:
            progress.state = ItemProgress.State.DONE
        if score is not None and score > (-1 if progress.score is None else progress.score):
            progress.score = score
        progress.save()
    return progress


def progress_of(user: User) -> dict[str, ItemProgress]:
    """Return everything the learner has touched, by item id."""
    return {progress.item_id: progress for progress in ItemProgress.objects.filter(user=user)}
