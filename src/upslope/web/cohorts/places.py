"""Changing who is in a class and as what. A class is never left without an owner.

Each change locks the class first, so that two owners who leave at one moment cannot both be the last but one.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from upslope.web.cohorts.models import Cohort, Membership, Role


class LastOwner(Exception):
    """The change would leave a class without an owner; its text says so to whoever wanted it."""

    def __init__(self) -> None:
        super().__init__(
            "A class needs an owner, and this is its only one. Make somebody else an owner first, under "
            "Members; then this will work."
        )


def leave(place: Membership) -> None:
    """End somebody's own membership; their work stays theirs. Raises LastOwner."""
    _end(place, was_removed=False)


def remove(place: Membership) -> None:
    """End the membership of somebody else, so that no link lets them back in. Raises LastOwner."""
    _end(place, was_removed=True)


def let_back(place: Membership) -> None:
    """Undo a removal: the same place, with all that belongs to it."""
    Membership.objects.filter(pk=place.pk, was_removed=True).update(left=None, was_removed=False)


def change_role(place: Membership, role: Role) -> None:
    """Give somebody another role. Raises LastOwner."""
    with _kept_owned(place):
        Membership.objects.filter(pk=place.pk).update(role=role, is_auditing=False)


def hand_over(owner: Membership, to: Membership) -> None:
    """Make somebody else the owner; the old owner teaches on."""
    with transaction.atomic():
        change_role(to, Role.OWNER)
        change_role(owner, Role.TEACHER)


def audit(place: Membership, *, is_auditing: bool) -> None:
    """Have a learner look on without a certificate, or for a certificate again."""
    Membership.objects.filter(pk=place.pk, role=Role.LEARNER).update(is_auditing=is_auditing)


def _end(place: Membership, *, was_removed: bool) -> None:
    with _kept_owned(place):
        Membership.objects.filter(pk=place.pk, left__isnull=True).update(
            left=timezone.now(), was_removed=was_removed
        )


@contextmanager
def _kept_owned(place: Membership) -> Iterator[None]:
    with transaction.atomic():
        Cohort.objects.select_for_update().get(pk=place.cohort_id)
        yield
        owners = Membership.objects.filter(cohort=place.cohort_id, role=Role.OWNER, left__isnull=True)
        if not owners.exists():
            raise LastOwner
