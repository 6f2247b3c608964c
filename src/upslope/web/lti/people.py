"""Who somebody from a platform is here: their account, their role, their place in the class."""

import uuid
from collections.abc import Iterable

from django.db import transaction
from lti_tool.lti_core.constants import ContextRole
from lti_tool.lti_core.utils import normalize_role
from lti_tool.models import LtiUser

from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership, Role

ASSISTANT = "/membership/Instructor#TeachingAssistant"
TEACHERS = frozenset({ContextRole.INSTRUCTOR, ContextRole.ADMINISTRATOR, ContextRole.CONTENT_DEVELOPER})
LONGEST_NAME = 80


def role_of(claims: Iterable[str]) -> Role | None:
    """Return the role here of somebody with these roles there, or None for an onlooker such as a parent."""
    said = list(claims)
    if any(claim.endswith(ASSISTANT) for claim in said):
        return Role.ASSISTANT
    roles = {normalize_role(claim) for claim in said}
    if roles & TEACHERS:
        return Role.TEACHER
    return Role.LEARNER if ContextRole.LEARNER in roles else None


def account_of(person: LtiUser) -> User:
    """Return the account of somebody from a platform, made at their first coming.

    It is theirs by the platform's own number for them. An e-mail address opens nothing: a platform may say
    any, and whoever has it here has another account.
    """
    with transaction.atomic():
        locked = LtiUser.objects.select_for_update(of=("self",)).get(pk=person.pk)
        if locked.auth_user is not None:
            user: User = locked.auth_user
            return user
        user = User(username=uuid.uuid4().hex, first_name=_name(locked))
        user.set_unusable_password()
        user.save()
        locked.auth_user = user
        locked.save(update_fields=["auth_user"])
    return user


def place_for(user: User, cohort: Cohort, role: Role) -> Membership | None:
    """Return somebody's place in the class, made if there is none; None for whoever was taken out of it.

    A role that was changed here stays. Whoever left comes in again.
    """
    place, _ = Membership.objects.get_or_create(cohort=cohort, user=user, defaults={"role": role})
    if place.left is not None:
        if place.was_removed:
            return None
        place.left = None
        place.save(update_fields=["left"])
    return place


def _name(person: LtiUser) -> str:
    parts = f"{person.given_name} {person.family_name}".strip()
    return (person.name or parts or "Somebody without a name")[:LONGEST_NAME]
