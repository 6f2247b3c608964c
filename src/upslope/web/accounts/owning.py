"""Deleting an account, and what stands in the way: a running class that nobody else owns."""

from typing import Any

from django.db import transaction

from upslope.web.accounts.models import User


def classes_only_they_own(user: User) -> list[Any]:
    """Return the open cohorts whose one owner this is. In a transaction they are locked."""
    places = user.memberships.filter(role="owner", left__isnull=True, cohort__closed__isnull=True)
    if transaction.get_connection().in_atomic_block:
        places = places.select_for_update(of=("cohort",))
    return [
        place.cohort
        for place in places.select_related("cohort").order_by("cohort_id")
        if not place.cohort.memberships.filter(role="owner", left__isnull=True).exclude(user=user).exists()
    ]


def delete_with_everything(user: User) -> bool:
    """Delete an account and all that is its own; return False, and do nothing, if a class needs it.

    The classes are locked first: of two owners who go in one moment, one stays.
    """
    with transaction.atomic():
        if classes_only_they_own(user):
            return False
        user.delete()
    return True
