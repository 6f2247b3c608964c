"""Whose results a learner sees, and who sees theirs."""

from django.db.models import QuerySet

from upslope.web.accounts.models import User


def classmates_of(user: User) -> QuerySet[User]:
    """Return everybody in the learner's class, the learner included: all who learn on this server."""
    return User.objects.filter(is_active=True)


def shown_name(user: User) -> str:
    """Return what a learner is called in front of others."""
    return user.get_full_name() or user.get_username()
