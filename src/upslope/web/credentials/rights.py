"""Who may see and change what of a certificate. That it is valid is for everybody who has its number."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Membership
from upslope.web.cohorts.rights import LEADING
from upslope.web.credentials.models import Certificate
from upslope.web.credentials.numbers import read_number

Visitor = User | AnonymousUser


def find(typed: str) -> Certificate | None:
    """Return the certificate with this number, however it was typed; None where there is none."""
    number = read_number(typed)
    return Certificate.objects.select_related("cohort").filter(number=number).first() if number else None


def is_own(visitor: Visitor, certificate: Certificate) -> bool:
    return visitor.is_authenticated and certificate.user_id == visitor.pk


def may_fetch(visitor: Visitor, certificate: Certificate) -> bool:
    """Whether somebody may download it: its learner, all if the learner allows, no one once revoked."""
    if certificate.revoked:
        return False
    return certificate.may_be_fetched or is_own(visitor, certificate)


def may_revoke(visitor: Visitor, certificate: Certificate) -> bool:
    """Whether somebody leads the class that it is from, or runs the server. Nobody judges their own."""
    if not visitor.is_authenticated or is_own(visitor, certificate):
        return False
    if visitor.is_staff:
        return True
    places = Membership.objects.filter(cohort=certificate.cohort_id, user=visitor.pk, left__isnull=True)
    return certificate.cohort_id is not None and places.filter(role__in=LEADING).exists()


def own(visitor: Visitor, typed: str) -> Certificate:
    """Return the visitor's own certificate. Raises Http404 for everybody else."""
    found = find(typed)
    if found is None or not is_own(visitor, found):
        raise Http404("no certificate of yours")
    return found


def revocable(visitor: Visitor, typed: str) -> Certificate:
    """Return a certificate that the visitor may revoke. Raises Http404 for everybody else."""
    found = find(typed)
    if found is None or not may_revoke(visitor, found):
        raise Http404("no certificate of a class you lead")
    return found


def fetchable(visitor: Visitor, typed: str) -> Certificate:
    """Return a certificate that the visitor may download. Raises Http404 for everybody else."""
    found = find(typed)
    if found is None or not may_fetch(visitor, found):
        raise Http404("no certificate to download")
    return found
