"""Certificates that somebody has, or could have now: what the class page and the progress page show."""

from dataclasses import dataclass

from upslope.web.accounts.models import User
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.cohorts.rights import cohorts_of
from upslope.web.credentials.issuing import certificate_of, is_earned
from upslope.web.credentials.models import Certificate
from upslope.web.gradebook.grades import CohortGrade, grade_in


@dataclass(frozen=True)
class Offer:
    """A certificate of a class: there already, or to be had under this name."""

    cohort: Cohort
    name: str
    certificate: Certificate | None


def offer_in(place: Membership, grade: CohortGrade) -> Offer | None:
    """Return the certificate of this place, or that there is one to be had; None where there is neither."""
    found = certificate_of(place)
    if found is None and not is_earned(place, grade):
        return None
    return Offer(place.cohort, shown_name(place.user), found)


def offers_to(user: User) -> list[Offer]:
    """Return what is to be had in the user's classes and was not asked for yet."""
    has = set(Certificate.objects.filter(user=user).values_list("cohort_id", flat=True))
    places = [place for place in cohorts_of(user) if place.role == Role.LEARNER and not place.is_auditing]
    return [
        Offer(place.cohort, shown_name(user), None)
        for place in places
        if place.cohort_id not in has and is_earned(place, grade_in(place))
    ]
