"""Who is and who was in a class, as its members page lists them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.models import TEACHING, Cohort, Extension, Membership, Role
from upslope.web.cohorts.rights import is_leading, is_owning

RANK = {role: number for number, role in enumerate(Role)}


@dataclass(frozen=True)
class Person:
    """One member as another sees them. ``roles`` are those that the viewer may give them."""

    place: Membership
    name: str
    is_me: bool
    may_change: bool
    roles: Sequence[Role] = ()
    extensions: Sequence[Extension] = field(default_factory=list)

    @property
    def role(self) -> Role:
        return Role(self.place.role)

    @property
    def is_learner(self) -> bool:
        return self.role == Role.LEARNER


def people_in(viewer: Membership, part_of_name: str = "") -> list[Person]:
    """Return who is or was in the viewer's class, those who teach first, with this in name or address."""
    wanted = part_of_name.casefold()
    places = Membership.objects.filter(cohort=viewer.cohort_id).select_related("user").order_by("pk")
    given: dict[int, list[Extension]] = {}
    for one in Extension.objects.filter(cohort=viewer.cohort_id).order_by("due"):
        given.setdefault(one.user_id, []).append(one)
    found = [person_of(viewer, place, given.get(place.user_id, [])) for place in places]
    kept = [one for one in found if wanted in f"{one.name} {one.place.user.email}".casefold()]
    return sorted(kept, key=lambda one: (RANK[one.role], one.name.casefold(), one.place.pk))


def person_of(viewer: Membership, place: Membership, extensions: Sequence[Extension] = ()) -> Person:
    """Return one member as the viewer sees them."""
    name = shown_name(place.user)
    roles = [role for role in Role if role != place.role] if is_owning(viewer) else []
    return Person(place, name, place.user_id == viewer.user_id, may_change(viewer, place), roles, extensions)


def may_change(viewer: Membership, place: Membership) -> bool:
    """Whether the viewer may take this member out: owners anybody, teachers learners and assistants."""
    if is_owning(viewer):
        return True
    return is_leading(viewer) and place.role in (Role.LEARNER, Role.ASSISTANT)


def counts_in(cohort: Cohort) -> dict[str, int]:
    """Return how many learn for a certificate, look on, and teach."""
    places = list(
        Membership.objects.filter(cohort=cohort, left__isnull=True).values_list("role", "is_auditing")
    )
    return {
        "learners": sum(role == Role.LEARNER and not audits for role, audits in places),
        "auditing": sum(role == Role.LEARNER and audits for role, audits in places),
        "teaching": sum(role in TEACHING for role, _ in places),
    }
