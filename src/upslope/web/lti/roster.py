"""The class list of a platform beside ours: what would change, and the change itself."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from lti_tool.models import LtiUser
from pylti1p3.names_roles import NamesRolesProvisioningService

from upslope.web.cohorts.models import Membership, Role
from upslope.web.lti.asking import connector_to
from upslope.web.lti.models import LinkedClass
from upslope.web.lti.people import account_of, place_for, role_of


@dataclass(frozen=True)
class Changes:
    """Names of who would come, who would leave, and whom a teacher here has taken out and who stays out."""

    coming: tuple[str, ...]
    leaving: tuple[str, ...]
    staying_out: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.coming or self.leaving)


def class_list(linked: LinkedClass) -> list[dict[str, Any]]:
    """Ask the platform who is in its course. Raises LtiException or RequestException."""
    context = linked.context
    if not context.memberships_url:
        return []
    service = NamesRolesProvisioningService(
        connector_to(context.deployment.registration), {"context_memberships_url": context.memberships_url}
    )
    return [{"status": "Active", **member} for member in service.get_members()]


def changes_by(linked: LinkedClass, members: list[dict[str, Any]]) -> Changes:
    """Return what taking this list over would change. Nothing is changed."""
    here = {person.sub: person for person in _people(linked)}
    places = {place.user_id: place for place in Membership.objects.filter(cohort=linked.cohort)}
    coming, staying_out = [], []
    for member in _present(members):
        person = here.get(member["user_id"])
        place = places.get(person.auth_user_id) if person else None
        if place is not None and place.was_removed:
            staying_out.append(_name(member))
        elif place is None or place.left is not None:
            coming.append(_name(member))
    gone = _gone(linked, members)
    leaving = [place.user.get_full_name() for place in gone]
    return Changes(tuple(coming), tuple(leaving), tuple(staying_out))


def take_over(linked: LinkedClass, members: list[dict[str, Any]]) -> Changes:
    """Take the list over; return what changed. Whoever leaves keeps their work, and may come again."""
    with transaction.atomic():
        found = changes_by(linked, members)
        linked.context.update_memberships(members)
        for member in _present(members):
            person = LtiUser.objects.get(
                registration=linked.context.deployment.registration, sub=member["user_id"]
            )
            place_for(account_of(person), linked.cohort, role_of(member["roles"]) or Role.LEARNER)
        for place in _gone(linked, members):
            place.left = timezone.now()
            place.save(update_fields=["left"])
    return found


def _present(members: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out who is inactive there, and onlookers."""
    return [
        member
        for member in members
        if member.get("status", "Active") == "Active" and role_of(member["roles"]) is not None
    ]


def _gone(linked: LinkedClass, members: list[dict[str, Any]]) -> list[Membership]:
    """Return the learners who came from this platform and are no longer on its list."""
    there = {member["user_id"] for member in _present(members)}
    gone = [person.auth_user_id for person in _people(linked) if person.sub not in there]
    return list(
        Membership.objects.filter(
            cohort=linked.cohort, user__in=gone, left=None, role=Role.LEARNER
        ).select_related("user")
    )


def _people(linked: LinkedClass) -> list[LtiUser]:
    people = LtiUser.objects.filter(contexts=linked.context, auth_user__isnull=False)
    return list(people)


def _name(member: dict[str, Any]) -> str:
    parts = f"{member.get('given_name', '')} {member.get('family_name', '')}".strip()
    return str(member.get("name") or parts or member["user_id"])
