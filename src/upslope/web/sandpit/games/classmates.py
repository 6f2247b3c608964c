"""Whose results a learner sees, and who sees theirs."""

from django.conf import settings
from django.db.models import QuerySet

from upslope.web.accounts.models import User
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts import rights

__all__ = ["classmates_of", "shown_name"]


def classmates_of(user: User) -> QuerySet[User]:
    """Return everybody who shares a class with the learner, the learner included.

    On a laptop that is everybody there is: the one learner.
    """
    everybody = User.objects.filter(is_active=True)
    return everybody.filter(pk__in=rights.classmates_of(user)) if settings.TOGETHER else everybody
