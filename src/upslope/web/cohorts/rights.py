"""Who may see and do what in a cohort. To everybody else a cohort is not there."""

from django.conf import settings
from django.http import Http404

from upslope.web.accounts.models import User
from upslope.web.cohorts.models import TEACHING, Cohort, Membership, Role

LEADING = (Role.OWNER, Role.TEACHER)


def membership_in(user: User, cohort_id: int) -> Membership:
    """Return the user's place in the cohort.

    Raises:
        Http404: they are not in it, or no longer, or there is no such cohort.
    """
    return _membership(user, cohort_id, tuple(Role))


def teaching_in(user: User, cohort_id: int) -> Membership:
    """Return the place of an owner, teacher or assistant. Raises Http404 for everybody else."""
    return _membership(user, cohort_id, TEACHING)


def leading_in(user: User, cohort_id: int) -> Membership:
    """Return the place of an owner or teacher: who may change dates, members and marks. Raises Http404."""
    return _membership(user, cohort_id, LEADING)


def owning_in(user: User, cohort_id: int) -> Membership:
    """Return the place of an owner: who may close the cohort and name teachers. Raises Http404."""
    return _membership(user, cohort_id, (Role.OWNER,))


def may_start(user: User) -> bool:
    """Whether somebody may start a class: operators, who teaches one already, or everybody if set so."""
    if settings.CLASSES == "everyone" or user.is_staff:
        return True
    return Membership.objects.filter(user=user, left__isnull=True, role__in=LEADING).exists()


def is_leading(place: Membership) -> bool:
    """Whether this is the place of an owner or teacher."""
    return place.role in LEADING


def is_owning(place: Membership) -> bool:
    return place.role == Role.OWNER


def cohorts_of(user: User) -> list[Membership]:
    """Return the user's places in all cohorts they have not left, newest cohort first."""
    return list(
        Membership.objects.filter(user=user, left__isnull=True)
        .select_related("cohort")
        .order_by("-cohort__starts", "cohort__name")
    )


def classmates_of(user: User) -> list[int]:
    """Return the ids of everybody who shares a cohort with the user, the user included."""
    mine = Cohort.objects.filter(memberships__user=user, memberships__left__isnull=True)
    others = Membership.objects.filter(cohort__in=mine, left__isnull=True).values_list("user_id", flat=True)
    return sorted({user.pk, *others})


def _membership(user: User, cohort_id: int, roles: tuple[Role, ...]) -> Membership:
    places = Membership.objects.filter(user=user, cohort_id=cohort_id, left__isnull=True, role__in=roles)
    found = places.select_related("cohort").first()
    if found is None:
        raise Http404("no such cohort")
    return found
